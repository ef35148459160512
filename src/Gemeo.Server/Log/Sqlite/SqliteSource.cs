using Gemeo.Log.Moving;
using Microsoft.Data.Sqlite;

namespace Gemeo.Log.Sqlite;

/// <summary>A log read through to be moved. Whoever hands over the connection sees to it that nobody writes meanwhile.</summary>
sealed class SqliteSource : ILogSource
{
    readonly SqliteConnection _db;

    public SqliteSource(SqliteConnection db)
    {
        _db = db;
        Points = db.Rows("select p.key, t.id, p.name from point p join thing t on t.key = p.thing order by p.key").ToDictionary(r => r.GetInt64(0), r => new MovedPoint(r.GetString(1), r.GetString(2)));
        var head = db.Long(SqliteStore.LastPlace);
        var minutes = db.Long("select coalesce((select cast(value as integer) from meta where key = 'minutesSince'), ?1)", long.MinValue);
        Marks = new(head, db.Long("select coalesce(min(n), ?1) from entry", head + 1), db.Long("select coalesce((select cast(value as integer) from meta where key = 'rolledTo'), 0)"), minutes == long.MinValue ? null : minutes);
    }

    public MovedMarks Marks { get; }

    public IReadOnlyDictionary<long, MovedPoint> Points { get; }

    public IEnumerable<StoredState> Things() => _db.Rows("select id, version, state from thing order by key").Select(r => new StoredState(r.GetString(0), r.GetInt64(1), r.Bytes(2)));

    public IEnumerable<MovedEntry> Entries()
    {
        using var rows = new Statement(_db.Handle!, "select n, point, kind, version, value, time, device_time, changed, cause from entry order by n");
        while (rows.Next())
            yield return new(rows.Long(0), rows.Long(1), (EntryKind)rows.Long(2), rows.Long(3), rows.Bytes(4).ToArray(), rows.Long(5), rows.IsNull(6) ? null : rows.Long(6), rows.Long(7) != 0, rows.IsNull(8) ? null : System.Text.Encoding.UTF8.GetString(rows.Bytes(8)));
    }

    public IEnumerable<CommandRow> Commands() => _db.Rows("select id, thing, open, document from command order by id").Select(r => new CommandRow(r.GetString(0), r.GetString(1), r.GetInt64(2) != 0, r.Bytes(3)));

    public IEnumerable<MovedDocument> Documents() => _db.Rows("select kind, id, body from document").Select(r => new MovedDocument(r.GetString(0), r.GetString(1), r.Bytes(2)));

    public IEnumerable<MovedCell> Cells(Rollup rollup)
    {
        using var rows = new Statement(_db.Handle!, $"select point, start, first_time, count, min, max, sum, last, last_time from {(rollup == Rollup.Minute ? "rollup_minute" : "rollup_hour")} order by point, start");
        while (rows.Next())
            yield return new(rows.Long(0), rows.Long(1), new(rows.Long(2), rows.Long(3), rows.Real(4), rows.Real(5), rows.Real(6), rows.Real(7), rows.Long(8)));
    }
}
