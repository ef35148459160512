using System.Runtime.InteropServices;
using Npgsql;

namespace Gemeo.Log.Postgres;

/// <summary>Two tables beside the log, one row for each name and minute (or hour), and the place up to which they tell.</summary>
sealed class PostgresRollups : ILogRollups
{
    const long Minute = 60_000_000, Hour = 60 * Minute;
    // A step holds the writer for some milliseconds.
    const int CellsAtOnce = 2000, PruneAtOnce = 5000;
    const int Stride = 4096;
    const string Mark = "select coalesce((select value::bigint from meta where key = 'rolledTo'), 0)";
    const string Put = "insert into meta values ($1, $2) on conflict (key) do update set value = excluded.value";
    const string Point = "(select p.key from point p join thing t on t.key = p.thing where t.id = $1 and p.name = $2 and p.kind = 0)";

    readonly PostgresDatabase _database;
    readonly ILogStore _store;
    readonly Func<Func<NpgsqlConnection, bool>, bool> _write;
    long _through;

    public PostgresRollups(PostgresDatabase database, ILogStore store, Func<Func<NpgsqlConnection, bool>, bool> write)
    {
        (_database, _store, _write) = (database, store, write);
        _through = database.Use(db => db.Long(Mark));
    }

    public long Through => Volatile.Read(ref _through);

    public KeptSince Kept => _database.Use(db => new KeptSince(
        _store.Oldest == 1 ? long.MinValue : db.Long("select coalesce((select time from entry order by n limit 1), $1)", long.MaxValue),
        db.Long("select coalesce((select value::bigint from meta where key = 'minutesSince'), $1)", long.MinValue)));

    static string Table(Rollup rollup) => rollup == Rollup.Minute ? "rollup_minute" : "rollup_hour";

    public RollupStep Gather(int most, CancellationToken cancel) => _database.Use(db =>
    {
        var (after, minutes) = (db.Long(Mark), new Dictionary<(long, long), Piece>());
        using var rows = db.Walk("select e.n, e.point, p.kind, e.time, e.value from entry e join point p on p.key = e.point where e.n > $1 order by e.n limit $2", after, most);
        var (through, read) = (after, 0);
        while (minutes.Count < CellsAtOnce && rows.Read())
        {
            if (++read % Stride == 0) cancel.ThrowIfCancellationRequested();
            through = rows.GetInt64(0);
            var (point, kind, time) = (rows.GetInt64(1), rows.GetInt16(2), rows.GetInt64(3));
            if (kind != (short)EntryKind.Property || !Piece.TryNumber(rows.Bytes(4), out var number)) continue;
            Add(minutes, (point, time - (time % Minute + Minute) % Minute), Piece.Of(time, number));
        }
        return new RollupStep(after, through, minutes, read == most || minutes.Count >= CellsAtOnce);
    });

    static void Add(Dictionary<(long, long), Piece> to, (long, long) key, in Piece piece)
    {
        ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(to, key, out var known);
        cell = known ? cell.And(piece) : piece;
    }

    public bool Keep(RollupStep step)
    {
        if (step.After == step.Through) return false;
        var kept = _write(db =>
        {
            using var all = db.BeginTransaction();
            // A step that is told twice, or was read before another was kept, is known by where it begins.
            if (db.Long(Mark) != step.After) return false;
            var hours = new Dictionary<(long, long), Piece>();
            foreach (var ((point, start), piece) in step.Minutes) Add(hours, (point, start - (start % Hour + Hour) % Hour), piece);
            Write(db, Rollup.Minute, step.Minutes);
            Write(db, Rollup.Hour, hours);
            db.Run(Put, "rolledTo", step.Through.ToString(System.Globalization.CultureInfo.InvariantCulture));
            all.Commit();
            return true;
        });
        if (kept) Volatile.Write(ref _through, step.Through);
        return kept;
    }

    static void Write(NpgsqlConnection db, Rollup rollup, IReadOnlyDictionary<(long Point, long Start), Piece> cells)
    {
        if (cells.Count == 0) return;
        db.Run($"""
            insert into {Table(rollup)} as r (point, start, first_time, count, min, max, sum, last, last_time)
            select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::float8[], $6::float8[], $7::float8[], $8::float8[], $9::bigint[])
            on conflict (point, start) do update set first_time = least(r.first_time, excluded.first_time), count = r.count + excluded.count, min = least(r.min, excluded.min), max = greatest(r.max, excluded.max),
              sum = r.sum + excluded.sum, last = case when excluded.last_time >= r.last_time then excluded.last else r.last end, last_time = greatest(r.last_time, excluded.last_time)
            """,
            cells.Keys.Select(k => k.Point).ToArray(), cells.Keys.Select(k => k.Start).ToArray(), Of(p => p.Time), Of(p => p.Count), Of(p => p.Min), Of(p => p.Max), Of(p => p.Sum), Of(p => p.Last), Of(p => p.LastTime));

        T[] Of<T>(Func<Piece, T> part) => [.. cells.Values.Select(part)];
    }

    public bool Any(Track track) => _database.Use(db =>
        db.Long($"select exists (select 1 from rollup_hour where point = {Point} and start > $3 - {Hour} and start < $4)::int", track.Thing, track.Name, track.From, track.To)) != 0;

    public void Walk(Track track, Rollup rollup, Action<Piece> take, CancellationToken cancel) => _database.Use(db =>
    {
        // What is in the tables and what is not yet, as of one moment.
        using var moment = db.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
        var through = db.Long(Mark);
        using (var cells = db.Walk($"select first_time, count, min, max, sum, last, last_time from {Table(rollup)} where point = {Point} and start >= $3 and start < $4", track.Thing, track.Name, track.From, track.To))
            for (var n = 1; cells.Read(); n++)
            {
                if (n % Stride == 0) cancel.ThrowIfCancellationRequested();
                take(new(cells.GetInt64(0), cells.GetInt64(1), cells.GetDouble(2), cells.GetDouble(3), cells.GetDouble(4), cells.GetDouble(5), cells.GetInt64(6)));
            }
        using var rows = db.Walk($"select time, value from entry where point = {Point} and time >= $3 and time < $4 and n > $5 order by time", track.Thing, track.Name, track.From, track.To, through);
        for (var n = 1; rows.Read(); n++)
        {
            if (n % Stride == 0) cancel.ThrowIfCancellationRequested();
            var time = rows.GetInt64(0);
            if (Piece.TryNumber(rows.Bytes(1), out var number)) take(Piece.Of(time, number));
        }
        return true;
    });

    public bool Prune(Rollup rollup, long before) => _write(db =>
    {
        using var all = db.BeginTransaction();
        var gone = db.Run($"delete from {Table(rollup)} where ctid = any (array(select ctid from {Table(rollup)} where start < $1 limit $2))", before, PruneAtOnce);
        if (rollup == Rollup.Minute && gone < PruneAtOnce) db.Run(Put, "minutesSince", before.ToString(System.Globalization.CultureInfo.InvariantCulture));
        all.Commit();
        return gone == PruneAtOnce;
    });
}
