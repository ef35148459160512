using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gemeo.Log.Sqlite;

/// <summary>The writing half: one connection, one thread, statements prepared once.</summary>
sealed class SqliteCommit : IDisposable
{
    readonly Statement _begin, _commit, _rollback, _update, _insertThing, _insertPoint, _insertEntry, _putCommand;
    readonly Dictionary<string, ThingKey> _things = [];
    readonly SqliteConnection _connection;
    long _nextThing, _nextPoint;
    bool _keysLost;

    public SqliteCommit(SqliteConnection connection)
    {
        _connection = connection;
        var db = connection.Handle!;
        _begin = new(db, "begin immediate");
        _commit = new(db, "commit");
        _rollback = new(db, "rollback");
        _update = new(db, "update thing set version = ?1, state = ?2 where key = ?3 and version = ?4");
        _insertThing = new(db, "insert into thing (key, id, version, state) values (?1, ?2, 0, '{}')");
        _insertPoint = new(db, "insert into point (key, thing, name) values (?1, ?2, ?3)");
        _insertEntry = new(db, "insert into entry (n, point, version, kind, value, time, device_time, changed, cause) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        _putCommand = new(db, "insert into command (id, thing, open, document) values (?1, ?2, ?3, ?4) on conflict (id) do update set open = excluded.open, document = excluded.document");
        LoadKeys();
    }

    /// <summary>Commits the group from place <paramref name="head"/> on; the new head.</summary>
    public long Commit(IReadOnlyList<Append> group, long head)
    {
        if (raw.sqlite3_get_autocommit(_connection.Handle!) == 0) _rollback.Run(); // what could not be rolled back then
        if (_keysLost) LoadKeys();
        _begin.Run();
        try
        {
            foreach (var append in group) head = Write(append, head);
            _commit.Run();
            return head;
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    long Write(Append append, long head)
    {
        if (Fences(append, out var thing))
        {
            append.Fenced = true;
            return head;
        }
        foreach (var entry in append.Entries)
        {
            entry.N = ++head;
            _insertEntry.Bind(1, entry.N).Bind(2, Point(thing, entry.Name)).Bind(3, entry.Version).Bind(4, (long)entry.Kind)
                .Text(5, entry.Value).Bind(6, entry.Time).Bind(7, entry.DeviceTime).Bind(8, entry.Changed ? 1 : 0).Text(9, entry.Cause).Run();
        }
        foreach (var command in append.Commands)
            _putCommand.Text(1, command.Id).Text(2, command.Thing).Bind(3, command.Open ? 1 : 0).Text(4, command.Document).Run();
        return head;
    }

    // A version may fit by chance where an earlier append of the same line did not, so the line is asked first.
    bool Fences(Append append, out ThingKey thing)
    {
        thing = null!;
        if (append.Orphan || (append.ExpectedVersion != 0 && !_things.ContainsKey(append.Thing))) return true;
        thing = Thing(append.Thing);
        return _update.Bind(1, append.NewVersion).Text(2, append.State).Bind(3, thing.Key).Bind(4, append.ExpectedVersion).Run() == 0;
    }

    ThingKey Thing(string id)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_things, id, out var exists);
        if (exists) return known!;
        known = new(++_nextThing);
        _insertThing.Bind(1, known.Key).Text(2, id).Run();
        return known;
    }

    long Point(ThingKey thing, string name)
    {
        if (thing.Points.TryGetValue(name, out var key)) return key;
        thing.Points[name] = key = ++_nextPoint;
        _insertPoint.Bind(1, key).Bind(2, thing.Key).Text(3, Encoding.UTF8.GetBytes(name)).Run();
        return key;
    }

    // After a failed transaction the keys given in it are void; they are read again before the next.
    void RollBack()
    {
        _keysLost = true;
        try { if (raw.sqlite3_get_autocommit(_connection.Handle!) == 0) _rollback.Run(); }
        catch (SqliteException) { /* the commit's own failure is the one to tell */ }
    }

    void LoadKeys()
    {
        _things.Clear();
        var byKey = new Dictionary<long, ThingKey>();
        foreach (var row in _connection.Rows("select key, id from thing"))
            _things[row.GetString(1)] = byKey[row.GetInt64(0)] = new(row.GetInt64(0));
        foreach (var row in _connection.Rows("select key, thing, name from point"))
            byKey[row.GetInt64(1)].Points[row.GetString(2)] = row.GetInt64(0);
        _nextThing = _connection.Long("select coalesce(max(key), 0) from thing");
        _nextPoint = _connection.Long("select coalesce(max(key), 0) from point");
        _keysLost = false;
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_begin, _commit, _rollback, _update, _insertThing, _insertPoint, _insertEntry, _putCommand])
            statement.Dispose();
    }

    sealed record ThingKey(long Key)
    {
        public Dictionary<string, long> Points { get; } = [];
    }
}
