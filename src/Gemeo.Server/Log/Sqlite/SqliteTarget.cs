using System.Globalization;
using System.Text;
using Gemeo.Log.Moving;
using Microsoft.Data.Sqlite;

namespace Gemeo.Log.Sqlite;

/// <summary>A log that grows beside the name it will have. While it does, the folder is claimed; what a killed move leaves there, a server refuses.</summary>
sealed class SqliteTarget : ILogTarget
{
    readonly string _folder, _growing;
    readonly SqliteConnection _db;
    readonly IDisposable? _claim;
    readonly Dictionary<MovedPoint, long> _keys = [];
    readonly Dictionary<long, long> _points = [];
    bool _finished;

    /// <param name="claim">The hold on the folder, which this lets go.</param>
    public SqliteTarget(string folder, IDisposable? claim)
    {
        (_folder, _growing, _claim) = (folder, SqliteFile.GrowingIn(folder), claim);
        SqliteFile.Discard(_growing);
        _db = SqliteFile.Make(_growing);
        // Nobody sees it before it is whole, so a crash may cost it.
        _db.Run("pragma journal_mode = off");
        _db.Run("pragma synchronous = off");
        _db.Run("pragma locking_mode = exclusive");
        _db.Run("pragma cache_size = -64000");
        _db.Run("drop index entry_point_kind_time");
        _db.Run("begin");
    }

    public void Begin(MovedMarks marks, IReadOnlyDictionary<long, MovedPoint> points, IEnumerable<StoredState> things)
    {
        using var thing = new Statement(_db.Handle!, "insert into thing (key, id, version, state) values (?1, ?2, ?3, ?4)");
        var (ids, key) = (new Dictionary<string, long>(), 0L);
        foreach (var state in things)
            thing.Bind(1, ids[state.Thing] = ++key).Text(2, state.Thing).Bind(3, state.Version).Text(4, state.Document).Run();
        using var point = new Statement(_db.Handle!, "insert into point (key, thing, name) values (?1, ?2, ?3)");
        foreach (var (from, name) in points)
        {
            if (!_keys.TryGetValue(name, out var known))
                point.Bind(1, _keys[name] = known = _keys.Count + 1).Bind(2, ids[name.Thing]).Text(3, Encoding.UTF8.GetBytes(name.Name)).Run();
            _points[from] = known;
        }
        Mark("prunedTo", marks.Oldest - 1);
        Mark("rolledTo", marks.RolledTo);
        if (marks.MinutesSince is { } since) Mark("minutesSince", since);
    }

    void Mark(string key, long value) => _db.Run("insert into meta values (?1, ?2)", key, value.ToString(CultureInfo.InvariantCulture));

    public void Entries(IEnumerable<MovedEntry> entries)
    {
        using var row = new Statement(_db.Handle!, "insert into entry (n, point, version, kind, value, time, device_time, changed, cause) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        foreach (var e in entries)
            row.Bind(1, e.N).Bind(2, _points[e.Point]).Bind(3, e.Version).Bind(4, (long)e.Kind).Text(5, e.Value).Bind(6, e.Time).Bind(7, e.DeviceTime).Bind(8, e.Changed ? 1 : 0).Text(9, e.Cause).Run();
    }

    public void Commands(IEnumerable<CommandRow> commands)
    {
        using var row = new Statement(_db.Handle!, "insert into command (id, thing, open, document) values (?1, ?2, ?3, ?4)");
        foreach (var c in commands) row.Text(1, c.Id).Text(2, c.Thing).Bind(3, c.Open ? 1 : 0).Text(4, c.Document).Run();
    }

    public void Documents(IEnumerable<MovedDocument> documents)
    {
        foreach (var document in documents) _db.Run("insert into document values (?1, ?2, ?3)", document.Kind, document.Id, document.Body);
    }

    public void Cells(Rollup rollup, IEnumerable<MovedCell> cells)
    {
        using var row = new Statement(_db.Handle!, $"insert into {(rollup == Rollup.Minute ? "rollup_minute" : "rollup_hour")} values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        foreach (var (point, start, p) in cells)
            row.Bind(1, _points[point]).Bind(2, start).Bind(3, p.Time).Bind(4, p.Count).Real(5, p.Min).Real(6, p.Max).Real(7, p.Sum).Real(8, p.Last).Bind(9, p.LastTime).Run();
    }

    public ILogSource Whole()
    {
        _db.Run("commit");
        SqliteFile.Schema(_db);
        return new SqliteSource(_db);
    }

    public void Finish()
    {
        _db.Dispose();
        // On disk before it has the name.
        using (var file = new FileStream(_growing, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite)) file.Flush(flushToDisk: true);
        File.Move(_growing, SqliteFile.PathIn(_folder));
        _finished = true;
    }

    public void Dispose()
    {
        _db.Dispose();
        if (!_finished) SqliteFile.Discard(_growing);
        _claim?.Dispose();
    }
}
