using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Gemeo.Log.Sqlite;

/// <summary>Two tables beside the log, one row for each name and minute (or hour), and the place up to which they tell.</summary>
sealed class SqliteRollups(SqliteConnection writing, SqliteReaders readers, ILogStore store, string folder) : ILogRollups
{
    const long Minute = 60_000_000, Hour = 60 * Minute;
    // A step holds the writer for some milliseconds.
    const int CellsAtOnce = 2000, PruneAtOnce = 5000;
    // Up to so many entries that are not in the tables yet are looked through where they lie; more are found by the index.
    const long Near = 200_000;
    const int Stride = 4096;
    const string Mark = "select coalesce((select cast(value as integer) from meta where key = 'rolledTo'), 0)";
    const string Put = "insert into meta values (?1, ?2) on conflict (key) do update set value = excluded.value";
    const string Point = "select p.key from point p join thing t on t.key = p.thing where t.id = ?1 and p.name = ?2";

    long _through = writing.Long(Mark);

    public long Through => Volatile.Read(ref _through);

    public KeptSince Kept => readers.Use(db => new KeptSince(
        store.Oldest == 1 ? long.MinValue : db.Long("select coalesce((select time from entry order by n limit 1), ?1)", long.MaxValue),
        db.Long("select coalesce((select cast(value as integer) from meta where key = 'minutesSince'), ?1)", long.MinValue)));

    static string Table(Rollup rollup) => rollup == Rollup.Minute ? "rollup_minute" : "rollup_hour";

    public RollupStep Gather(int most, CancellationToken cancel) => readers.Use(db =>
    {
        var (after, minutes) = (db.Long(Mark), new Dictionary<(long, long), Piece>());
        using var rows = new Statement(db.Handle!, "select n, point, kind, time, value from entry where n > ?1 order by n limit ?2").Bind(1, after).Bind(2, (long)most);
        var (through, read) = (after, 0);
        while (minutes.Count < CellsAtOnce && rows.Next())
        {
            if (++read % Stride == 0) cancel.ThrowIfCancellationRequested();
            through = rows.Long(0);
            if (rows.Long(2) != (long)EntryKind.Property || !Piece.TryNumber(rows.Bytes(4), out var number)) continue;
            var time = rows.Long(3);
            Add(minutes, (rows.Long(1), time - (time % Minute + Minute) % Minute), Piece.Of(time, number));
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
        try
        {
            using var all = writing.BeginTransaction();
            // A step that is told twice, or was read before another was kept, is known by where it begins.
            if (writing.Long(Mark) != step.After) return false;
            var hours = new Dictionary<(long, long), Piece>();
            foreach (var ((point, start), piece) in step.Minutes) Add(hours, (point, start - (start % Hour + Hour) % Hour), piece);
            Write(Rollup.Minute, step.Minutes);
            Write(Rollup.Hour, hours);
            writing.Run(Put, "rolledTo", step.Through);
            all.Commit();
            Volatile.Write(ref _through, step.Through);
            return true;
        }
        catch (SqliteException why) { throw new LogUnavailableException(SqliteFile.Explain(why, folder), why); }
    }

    void Write(Rollup rollup, IReadOnlyDictionary<(long Point, long Start), Piece> cells)
    {
        using var put = new Statement(writing.Handle!, $"""
            insert into {Table(rollup)} (point, start, first_time, count, min, max, sum, last, last_time) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            on conflict (point, start) do update set first_time = min(first_time, excluded.first_time), count = count + excluded.count, min = min(min, excluded.min), max = max(max, excluded.max),
              sum = sum + excluded.sum, last = case when excluded.last_time >= last_time then excluded.last else last end, last_time = max(last_time, excluded.last_time)
            """);
        foreach (var ((point, start), p) in cells)
            put.Bind(1, point).Bind(2, start).Bind(3, p.Time).Bind(4, p.Count).Real(5, p.Min).Real(6, p.Max).Real(7, p.Sum).Real(8, p.Last).Bind(9, p.LastTime).Run();
    }

    public bool Any(Track track) => readers.Use(db =>
        db.Long($"select exists (select 1 from rollup_hour where point = ({Point}) and start > ?3 - {Hour} and start < ?4)", track.Thing, track.Name, track.From, track.To)) != 0;

    public void Walk(Track track, Rollup rollup, Action<Piece> take, CancellationToken cancel) => readers.Use(db =>
    {
        // What is in the tables and what is not yet, as of one moment.
        using var moment = db.BeginTransaction(deferred: true);
        var through = db.Long(Mark);
        var far = db.Long("select coalesce(max(n), 0) from entry") - through > Near;
        using (var cells = Bound(db, $"select first_time, count, min, max, sum, last, last_time from {Table(rollup)} where point = ({Point}) and start >= ?3 and start < ?4", track))
            for (var n = 1; cells.Next(); n++)
            {
                if (n % Stride == 0) cancel.ThrowIfCancellationRequested();
                take(new(cells.Long(0), cells.Long(1), cells.Real(2), cells.Real(3), cells.Real(4), cells.Real(5), cells.Long(6)));
            }
        var (free, ordered) = far ? ("", " order by time") : ("+", " order by n");
        using var rows = Bound(db, $"select time, value from entry where {free}point = ({Point}) and {free}kind = 0 and time >= ?3 and time < ?4 and n > ?5{ordered}", track).Bind(5, through);
        for (var n = 1; rows.Next(); n++)
        {
            if (n % Stride == 0) cancel.ThrowIfCancellationRequested();
            if (Piece.TryNumber(rows.Bytes(1), out var number)) take(Piece.Of(rows.Long(0), number));
        }
        return true;
    });

    static Statement Bound(SqliteConnection db, string sql, Track track) => new Statement(db.Handle!, sql).Text(1, track.Thing).Text(2, track.Name).Bind(3, track.From).Bind(4, track.To);

    public bool Prune(Rollup rollup, long before)
    {
        try
        {
            using var all = writing.BeginTransaction();
            var left = PruneAtOnce;
            foreach (var point in writing.Rows("select key from point").Select(r => r.GetInt64(0)).ToArray())
            {
                if (left <= 0) break;
                left -= writing.Run($"delete from {Table(rollup)} where point = ?1 and start in (select start from {Table(rollup)} where point = ?1 and start < ?2 order by start limit ?3)", point, before, left);
            }
            if (rollup == Rollup.Minute && left < PruneAtOnce) writing.Run(Put, "minutesSince", before);
            all.Commit();
            return left <= 0;
        }
        catch (SqliteException why) { throw new LogUnavailableException(SqliteFile.Explain(why, folder), why); }
    }
}
