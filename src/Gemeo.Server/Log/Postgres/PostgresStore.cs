using Npgsql;

namespace Gemeo.Log.Postgres;

/// <summary>The log in PostgreSQL. One connection writes, readers come from the pool; a connection that is lost is made anew when it is next wanted.</summary>
public sealed class PostgresStore : ILogDatabase
{
    const string Columns = PostgresRow.Columns;
    // So many of a name are looked through for a message that comes again: more than any broker sends without an acknowledgement.
    const int Newest = 1024;

    readonly PostgresDatabase _database;
    readonly PostgresMonths _months = new();
    readonly PostgresCommit _commit;
    readonly LogRuns _runs;
    readonly TimeSpan _patience;
    NpgsqlConnection? _writing;
    long _head, _oldest;

    /// <param name="patience">How long to wait for another server that holds the log: one that was killed may be noticed late.</param>
    public PostgresStore(string connection, TimeSpan? patience = null)
    {
        _patience = patience ?? TimeSpan.FromSeconds(10);
        _commit = new(_months);
        try
        {
            _database = new(connection);
            _writing = Claimed(_database.Connect(), prepare: true);
            _runs = PostgresRuns.Begin(_writing, _head);
            Rollups = new PostgresRollups(_database, this, Write);
        }
        catch (Exception why)
        {
            Dispose();
            if (why is LogUnavailableException held) throw new LogUnusableException(held.Message, why);
            if (why is ArgumentException or FormatException) throw new LogUnusableException($"Gemeo:Database: not a connection string of PostgreSQL ({why.Message}).", why);
            if (PostgresDatabase.Explains(why)) throw new LogUnusableException(_database!.Explain(why), why);
            throw;
        }
    }

    public string LogId => _runs.Name;
    public ILogFigures Figures => new PostgresFigures(_database);
    public ILogSeries Series => new PostgresSeries(_database);
    public ILogPast Past => new PostgresPast(_database, this);
    public ILogRollups Rollups { get; }

    public bool Gave(Cursor cursor) => _runs.Gave(cursor);
    public long Head => Volatile.Read(ref _head);
    public long Oldest => Volatile.Read(ref _oldest);

    public void Commit(IReadOnlyList<Append> group)
    {
        _commit.InDoubt = false;
        try { Volatile.Write(ref _head, Write(db => _commit.Commit(db, group))); }
        catch (LogUnavailableException why) when (_commit.InDoubt) { throw new LogUnavailableException(why.Message, why.InnerException) { InDoubt = true }; }
    }

    /// <summary>On the writer's thread. What fails, however, costs the connection, and with it whatever had begun.</summary>
    T Write<T>(Func<NpgsqlConnection, T> work)
    {
        try { return work(_writing ??= Claimed(_database.Connect())); }
        catch (Exception why)
        {
            if (_writing is { } broken) NpgsqlConnection.ClearPool(broken);
            _writing?.Dispose();
            _writing = null;
            throw why as LogUnavailableException ?? _database.Unavailable(why);
        }
    }

    // One server for each log, by a lock that the database gives back when the connection ends.
    NpgsqlConnection Claimed(NpgsqlConnection db, bool prepare = false)
    {
        try
        {
            _database.Hold(db, _patience);
            if (prepare) _database.Prepare(db);
            Volatile.Write(ref _head, db.Long("select n from head"));
            Volatile.Write(ref _oldest, db.Long("select coalesce(min(n), $1) from entry", Head + 1));
            _commit.Forget(db);
            return db;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    public Entry[] Read(long after, int limit) => Entries("where e.n > $1 order by e.n limit $2", after, limit);

    // A name may be a property's and an event's; each is in order along its index.
    public IReadOnlyList<Entry> History(string thing, string name, long from, long to, int limit) => _database.Use(db => db.Rows(
        """
        select e.n, t.id, p.name, e.version, p.kind, e.value, e.time, e.device_time, e.changed, e.cause from thing t join point p on p.thing = t.key
        cross join lateral (select * from entry where point = p.key and time between $3 and $4 order by time, n limit $5) e
        where t.id = $1 and p.name = $2 and p.kind in (0, 2) order by e.time, e.n limit $5
        """, thing, name, from, to, limit).Select(PostgresRow.Entry).ToArray());

    Entry[] Entries(string where, params object?[] values) => _database.Use(db => db.Rows(Columns + where, values).Select(PostgresRow.Entry).ToArray());

    public bool Holds(string thing, string name, EntryKind kind, long deviceTime, byte[] value) => _database.Use(db => db.Long(
        $"select exists (select 1 from (select device_time, value from entry where point = {PostgresRow.OfName} order by time desc limit $4) newest where device_time = $5 and value = $6)::int",
        thing, name, (short)kind, Newest, deviceTime, new Utf8(value))) != 0;

    public StoredState? LoadState(string thing) => _database.Use(db => db.Rows("select id, version, state from thing where id = $1", thing).Select(ToState).FirstOrDefault());

    public (long N, IReadOnlyList<StoredState> States) Snapshot() => _database.Use(db =>
    {
        using var both = db.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
        var n = db.Long("select n from head");
        return (n, (IReadOnlyList<StoredState>)[.. db.Rows("select id, version, state from thing where version > 0").Select(ToState)]);
    });

    const string OfCommand = "select id, thing, open, document from command ";

    public CommandRow? FindCommand(string id) => Commands("where id = $1", id).FirstOrDefault();

    public IReadOnlyList<CommandRow> OpenCommands(string? thing) => Commands("where open and ($1::text is null or thing = $1)", thing);

    // Ids rise with time.
    public IReadOnlyList<CommandRow> Commands(string? thing, int limit) => Commands("where $2::text is null or thing = $2 order by id desc limit $1", limit, thing);

    CommandRow[] Commands(string where, params object?[] values) =>
        _database.Use(db => db.Rows(OfCommand + where, values).Select(row => new CommandRow(row.GetString(0), row.GetString(1), row.GetBoolean(2), row.Bytes(3))).ToArray());

    public int Prune(long before, int limit, long upTo) => Write(db => Forget(db, before, limit, upTo));

    // A month that is over goes whole (not the one in which the log stands), whatever the limit: that costs less than a thousand of its rows.
    int Forget(NpgsqlConnection db, long before, int limit, long upTo)
    {
        var oldest = Oldest;
        var end = Math.Min(LastBefore(db, before), upTo);
        if (end < oldest) return 0;
        using var all = db.BeginTransaction();
        var gone = _months.Drop(db, before, Math.Min(end, Head - 1));
        if (gone == 0) gone = db.Run("delete from entry where n <= $1", Math.Min(end, oldest + limit - 1));
        if (gone < limit) db.Run("delete from command where not open and document::json ->> 'created' < $1", Instant.Iso(before));
        all.Commit();
        Volatile.Write(ref _oldest, db.Long("select coalesce(min(n), $1) from entry", Head + 1));
        return gone;
    }

    long LastBefore(NpgsqlConnection db, long time) =>
        Halves.Last(Oldest - 1, Head, n => db.Long("select coalesce((select time from entry where n = $1), 0)", n) < time);

    public void Put(string kind, IReadOnlyCollection<KeyValuePair<string, byte[]?>> documents) => Write(db =>
    {
        using var all = db.BeginTransaction();
        foreach (var (id, document) in documents)
            if (document is null) db.Run("delete from document where kind = $1 and id = $2", kind, id);
            else db.Run("insert into document values ($1, $2, $3) on conflict (kind, id) do update set body = excluded.body", kind, id, document);
        all.Commit();
        return true;
    });

    public IReadOnlyList<(string Id, byte[] Document)> All(string kind) =>
        _database.Use(db => db.Rows("select id, body from document where kind = $1 order by id collate \"C\"", kind).Select(row => (row.GetString(0), row.Bytes(1))).ToArray());

    static StoredState ToState(NpgsqlDataReader row) => new(row.GetString(0), row.GetInt64(1), row.Bytes(2));

    public void Dispose()
    {
        _writing?.Dispose();
        _database?.Dispose();
    }
}
