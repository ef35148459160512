using Microsoft.Data.Sqlite;

namespace Gemeo.Log.Sqlite;

/// <summary>The embedded log: one SQLite file, WAL, <c>synchronous=FULL</c>. One connection writes, a few read.</summary>
public sealed class SqliteStore : ILogDatabase
{
    const string Columns = SqliteRow.Columns;
    // When retention has emptied the log, its places must still not be given twice.
    internal const string LastPlace = "select coalesce((select max(n) from entry), (select cast(value as integer) from meta where key = 'prunedTo'), 0)";
    // So many of a name are looked through for a message that comes again: more than any broker sends without an acknowledgement.
    const int Newest = 1024;
    readonly string _folder;
    readonly FileStream _claim;
    readonly SqliteConnection _writing;
    readonly SqliteCommit _commit;
    readonly SqliteReaders _readers;
    readonly LogRuns _runs;
    long _head, _oldest;

    public SqliteStore(string folder)
    {
        _folder = Path.GetFullPath(folder);
        _claim = SqliteFile.Claim(_folder);
        try
        {
            _writing = SqliteFile.Open(_folder);
            _head = _writing.Long(LastPlace);
            _runs = SqliteRuns.Begin(_writing, _head);
            _oldest = _writing.Long("select coalesce(min(n), ?1) from entry", _head + 1);
            _commit = new(_writing);
            _readers = new(_folder);
            Rollups = new SqliteRollups(_writing, _readers, this, _folder);
        }
        catch (Exception why)
        {
            _writing?.Dispose();
            _claim.Dispose();
            if (why is SqliteException sqlite) throw new LogUnusableException(SqliteFile.Explain(sqlite, _folder), why);
            throw;
        }
    }

    public string LogId => _runs.Name;
    public ILogFigures Figures => new SqliteFigures(_readers);
    public ILogSeries Series => new SqliteSeries(_readers);
    public ILogPast Past => new SqlitePast(_readers, this);
    public ILogRollups Rollups { get; }

    public bool Gave(Cursor cursor) => _runs.Gave(cursor);
    public long Head => Volatile.Read(ref _head);
    public long Oldest => Volatile.Read(ref _oldest);

    public void Commit(IReadOnlyList<Append> group)
    {
        try { Volatile.Write(ref _head, _commit.Commit(group, _head)); }
        catch (SqliteException why) { throw new LogUnavailableException(SqliteFile.Explain(why, _folder), why); }
    }

    public Entry[] Read(long after, int limit) =>
        _readers.Use(db => db.Rows(Columns + "where e.n > ?1 order by e.n limit ?2", after, limit).Select(SqliteRow.Entry).ToArray());

    public IReadOnlyList<Entry> History(string thing, string name, long from, long to, int limit) =>
        _readers.Use(db => db.Rows(Columns + $"where e.n in (select n from ({OfKind(0)}) union all select n from ({OfKind(2)})) order by e.time, e.n limit ?5", thing, name, from, to, limit).Select(SqliteRow.Entry).ToArray());

    // The index is in order for one kind; a name seldom has two.
    static string OfKind(int kind) => $"select n from entry where point = (select p.key from point p join thing t on t.key = p.thing where t.id = ?1 and p.name = ?2) and kind = {kind} and time between ?3 and ?4 order by time, n limit ?5";

    public bool Holds(string thing, string name, EntryKind kind, long deviceTime, byte[] value) =>
        _readers.Use(db => db.Long("select exists (select 1 from (select device_time, value from entry where point = (select p.key from point p join thing t on t.key = p.thing where t.id = ?1 and p.name = ?2) and kind = ?3 order by time desc limit ?4) where device_time = ?5 and value = cast(?6 as text))", thing, name, (long)kind, Newest, deviceTime, value)) != 0;

    public StoredState? LoadState(string thing) =>
        _readers.Use(db => db.Rows("select id, version, state from thing where id = ?1", thing).Select(ToState).FirstOrDefault());

    public (long N, IReadOnlyList<StoredState> States) Snapshot() => _readers.Use(db =>
    {
        using var both = db.BeginTransaction(deferred: true);
        var n = db.Long(LastPlace);
        return (n, (IReadOnlyList<StoredState>)[.. db.Rows("select id, version, state from thing").Select(ToState)]);
    });

    public CommandRow? FindCommand(string id) =>
        _readers.Use(db => db.Rows("select id, thing, open, document from command where id = ?1", id).Select(ToCommand).FirstOrDefault());

    public IReadOnlyList<CommandRow> OpenCommands(string? thing) =>
        _readers.Use(db => db.Rows("select id, thing, open, document from command where open = 1 and (?1 is null or thing = ?1)", thing).Select(ToCommand).ToArray());

    // Ids rise with time.
    public IReadOnlyList<CommandRow> Commands(string? thing, int limit) =>
        _readers.Use(db => db.Rows($"select id, thing, open, document from command {(thing is null ? "" : "where thing = ?2 ")}order by id desc limit ?1", thing is null ? [limit] : [limit, thing]).Select(ToCommand).ToArray());

    public int Prune(long before, int limit, long upTo)
    {
        try { return Forget(before, limit, upTo); }
        catch (SqliteException why) { throw new LogUnavailableException(SqliteFile.Explain(why, _folder), why); }
    }

    int Forget(long before, int limit, long upTo)
    {
        var oldest = Oldest;
        var last = Math.Min(Math.Min(LastBefore(before), upTo), oldest + limit - 1);
        if (last < oldest) return 0;
        using var both = _writing.BeginTransaction();
        var gone = _writing.Run("delete from entry where n <= ?1", last);
        _writing.Run("insert into meta values ('prunedTo', ?1) on conflict (key) do update set value = excluded.value", last);
        if (gone < limit) _writing.Run("delete from command where open = 0 and document ->> '$.created' < ?1", Instant.Iso(before));
        both.Commit();
        Volatile.Write(ref _oldest, last + 1);
        return gone;
    }

    long LastBefore(long time) => Halves.Last(Oldest - 1, Head, n => _writing.Long("select time from entry where n = ?1", n) < time);

    public void Put(string kind, IReadOnlyCollection<KeyValuePair<string, byte[]?>> documents)
    {
        try
        {
            using var all = _writing.BeginTransaction();
            foreach (var (id, document) in documents)
                if (document is null) _writing.Run("delete from document where kind = ?1 and id = ?2", kind, id);
                else _writing.Run("insert into document values (?1, ?2, ?3) on conflict (kind, id) do update set body = excluded.body", kind, id, document);
            all.Commit();
        }
        catch (SqliteException why) { throw new LogUnavailableException(SqliteFile.Explain(why, _folder), why); }
    }

    public IReadOnlyList<(string Id, byte[] Document)> All(string kind) =>
        _readers.Use(db => db.Rows("select id, body from document where kind = ?1 order by id", kind).Select(row => (row.GetString(0), row.Bytes(1))).ToArray());

    static StoredState ToState(SqliteDataReader row) => new(row.GetString(0), row.GetInt64(1), row.Bytes(2));

    static CommandRow ToCommand(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.GetInt64(2) != 0, row.Bytes(3));

    public void Dispose()
    {
        _readers.Dispose();
        _commit.Dispose();
        _writing.Dispose();
        _claim.Dispose();
    }
}
