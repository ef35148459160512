using Gemeo.Log.Moving;
using Npgsql;

namespace Gemeo.Log.Postgres;

/// <summary>A log read through to be moved, within the transaction that the connection is in.</summary>
sealed class PostgresSource : ILogSource
{
    readonly NpgsqlConnection _db;
    readonly Dictionary<long, EntryKind> _kinds = [];

    public PostgresSource(NpgsqlConnection db)
    {
        _db = db;
        var points = new Dictionary<long, MovedPoint>();
        foreach (var row in db.Rows("select p.key, t.id, p.name, p.kind from point p join thing t on t.key = p.thing order by p.key"))
            (points[row.GetInt64(0)], _kinds[row.GetInt64(0)]) = (new(row.GetString(1), row.GetString(2)), (EntryKind)row.GetInt16(3));
        Points = points;
        var head = db.Long("select n from head");
        var minutes = db.Long("select coalesce((select value::bigint from meta where key = 'minutesSince'), $1)", long.MinValue);
        Marks = new(head, db.Long("select coalesce(min(n), $1) from entry", head + 1), db.Long("select coalesce((select value::bigint from meta where key = 'rolledTo'), 0)"), minutes == long.MinValue ? null : minutes);
    }

    public MovedMarks Marks { get; }

    public IReadOnlyDictionary<long, MovedPoint> Points { get; }

    public IEnumerable<StoredState> Things() => _db.Rows("select id, version, state from thing order by key").Select(r => new StoredState(r.GetString(0), r.GetInt64(1), r.Bytes(2)));

    public IEnumerable<MovedEntry> Entries() => _db.Rows("select n, point, version, value, time, device_time, changed, cause from entry order by n").Select(r => new MovedEntry(
        r.GetInt64(0), r.GetInt64(1), _kinds[r.GetInt64(1)], r.GetInt64(2), r.Bytes(3), r.GetInt64(4), r.IsDBNull(5) ? null : r.GetInt64(5), r.GetBoolean(6), r.IsDBNull(7) ? null : r.GetString(7)));

    public IEnumerable<CommandRow> Commands() => _db.Rows("select id, thing, open, document from command").Select(r => new CommandRow(r.GetString(0), r.GetString(1), r.GetBoolean(2), r.Bytes(3)));

    public IEnumerable<MovedDocument> Documents() => _db.Rows("select kind, id, body from document").Select(r => new MovedDocument(r.GetString(0), r.GetString(1), r.Bytes(2)));

    public IEnumerable<MovedCell> Cells(Rollup rollup) =>
        _db.Rows($"select point, start, first_time, count, min, max, sum, last, last_time from {(rollup == Rollup.Minute ? "rollup_minute" : "rollup_hour")} order by point, start").Select(r => new MovedCell(
            r.GetInt64(0), r.GetInt64(1), new(r.GetInt64(2), r.GetInt64(3), r.GetDouble(4), r.GetDouble(5), r.GetDouble(6), r.GetDouble(7), r.GetInt64(8))));
}
