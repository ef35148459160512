using System.Globalization;
using Gemeo.Log.Moving;
using Npgsql;
using NpgsqlTypes;

namespace Gemeo.Log.Postgres;

/// <summary>A log that comes to be in one transaction: nobody sees it before it is whole, and of one that was killed nothing is left.</summary>
sealed class PostgresTarget : ILogTarget
{
    // So many rows are in memory at once.
    const int AtOnce = 20_000;

    readonly PostgresDatabase _database;
    readonly NpgsqlConnection _db;
    readonly NpgsqlTransaction _all;
    readonly PostgresMonths _months = new();
    readonly Dictionary<(MovedPoint, EntryKind), long> _keys = [];
    readonly Dictionary<(long, EntryKind), long> _points = [];
    readonly Dictionary<string, long> _things = [];
    IReadOnlyDictionary<long, MovedPoint> _names = new Dictionary<long, MovedPoint>();

    /// <param name="db">Of the database, with the log's lock; this closes both.</param>
    public PostgresTarget(PostgresDatabase database, NpgsqlConnection db)
    {
        (_database, _db) = (database, db);
        // A table may take longer than any statement of a server.
        _all = db.BeginTransaction();
        db.Run("set local statement_timeout = 0");
        db.Run("set local maintenance_work_mem = '128MB'");
        database.Make(db);
        // Made again when all is there: that costs less than keeping them in order meanwhile.
        db.Run("alter table entry drop constraint entry_pkey");
        db.Run("drop index entry_point_time");
    }

    public NpgsqlTransaction Transaction => _all;

    public void Begin(MovedMarks marks, IReadOnlyDictionary<long, MovedPoint> points, IEnumerable<StoredState> things)
    {
        _names = points;
        foreach (var state in things) _things[state.Thing] = _db.Long("insert into thing (id, version, state) values ($1, $2, $3) returning key", state.Thing, state.Version, new Utf8(state.Document));
        _db.Run("update head set n = $1", marks.Head);
        Mark("rolledTo", marks.RolledTo);
        if (marks.MinutesSince is { } since) Mark("minutesSince", since);
    }

    void Mark(string key, long value) => _db.Run("insert into meta values ($1, $2)", key, value.ToString(CultureInfo.InvariantCulture));

    // Here a point has its kind too.
    long Point(long from, EntryKind kind)
    {
        if (_points.TryGetValue((from, kind), out var known)) return known;
        var name = _names[from];
        if (!_keys.TryGetValue((name, kind), out known))
            _keys[(name, kind)] = known = _db.Long("insert into point (thing, name, kind) values ($1, $2, $3) returning key", _things[name.Thing], name.Name, (short)kind);
        return _points[(from, kind)] = known;
    }

    public void Entries(IEnumerable<MovedEntry> entries)
    {
        foreach (var some in entries.Chunk(AtOnce))
        {
            foreach (var e in some)
            {
                Point(e.Point, e.Kind);
                _months.Make(_db, e.Time);
            }
            using var rows = _db.BeginBinaryImport("copy entry (n, time, point, version, value, device_time, changed, cause) from stdin (format binary)");
            foreach (var e in some)
            {
                rows.StartRow();
                rows.Write(e.N, NpgsqlDbType.Bigint);
                rows.Write(e.Time, NpgsqlDbType.Bigint);
                rows.Write(Point(e.Point, e.Kind), NpgsqlDbType.Bigint);
                rows.Write(e.Version, NpgsqlDbType.Bigint);
                rows.Write(e.Value, NpgsqlDbType.Text);
                if (e.DeviceTime is { } device) rows.Write(device, NpgsqlDbType.Bigint);
                else rows.WriteNull();
                rows.Write(e.Changed, NpgsqlDbType.Boolean);
                if (e.Cause is { } cause) rows.Write(cause, NpgsqlDbType.Text);
                else rows.WriteNull();
            }
            rows.Complete();
        }
    }

    public void Commands(IEnumerable<CommandRow> commands)
    {
        using var rows = _db.BeginBinaryImport("copy command (id, thing, open, document) from stdin (format binary)");
        foreach (var c in commands)
        {
            rows.StartRow();
            rows.Write(c.Id, NpgsqlDbType.Text);
            rows.Write(c.Thing, NpgsqlDbType.Text);
            rows.Write(c.Open, NpgsqlDbType.Boolean);
            rows.Write(c.Document, NpgsqlDbType.Text);
        }
        rows.Complete();
    }

    public void Documents(IEnumerable<MovedDocument> documents)
    {
        foreach (var document in documents) _db.Run("insert into document values ($1, $2, $3)", document.Kind, document.Id, document.Body);
    }

    public void Cells(Rollup rollup, IEnumerable<MovedCell> cells)
    {
        foreach (var some in cells.Chunk(AtOnce))
        {
            foreach (var cell in some) Point(cell.Point, EntryKind.Property);
            using var rows = _db.BeginBinaryImport($"copy {(rollup == Rollup.Minute ? "rollup_minute" : "rollup_hour")} (point, start, first_time, count, min, max, sum, last, last_time) from stdin (format binary)");
            foreach (var (point, start, p) in some)
            {
                rows.StartRow();
                foreach (var number in (long[])[Point(point, EntryKind.Property), start, p.Time, p.Count]) rows.Write(number, NpgsqlDbType.Bigint);
                foreach (var number in (double[])[p.Min, p.Max, p.Sum, p.Last]) rows.Write(number, NpgsqlDbType.Double);
                rows.Write(p.LastTime, NpgsqlDbType.Bigint);
            }
            rows.Complete();
        }
    }

    public ILogSource Whole()
    {
        _db.Run("alter table entry add primary key (n, time)");
        _database.Make(_db);
        _db.Run("analyze thing, point, entry, command, rollup_minute, rollup_hour");
        return new PostgresSource(_db);
    }

    public void Finish() => _all.Commit();

    public void Dispose()
    {
        _all.Dispose();
        _db.Dispose();
        _database.Dispose();
    }
}
