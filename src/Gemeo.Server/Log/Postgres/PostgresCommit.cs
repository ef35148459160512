using System.Runtime.InteropServices;
using Npgsql;
using NpgsqlTypes;

namespace Gemeo.Log.Postgres;

/// <summary>
/// The writing half, one group at a time. Two trips: the first locks the head and reads what the group stands on, the second writes it all and commits.
/// Many entries go by COPY between the two.
/// </summary>
sealed class PostgresCommit(PostgresMonths months)
{
    // Fewer than these go with the second trip; COPY costs trips of its own (bench/results/2026-11-26-postgres.md).
    const int CopyFrom = 2048;
    const string Versions = "select id, key, version from thing where id = any ($1)";

    readonly Dictionary<string, ThingKey> _things = [];
    readonly List<Entry> _entries = [];
    readonly List<(ThingKey Thing, Append Last)> _states = [];
    readonly Dictionary<string, CommandRow> _commands = [];
    // The head as this server left it, and whether another was found to write too: then all versions are read along.
    long _head;
    bool _shared = true;
    bool _keysLost;

    /// <summary>It failed while it was being committed: nobody knows whether it was.</summary>
    public bool InDoubt { get; set; }

    /// <summary>Commits the group behind the head; the new head.</summary>
    public long Commit(NpgsqlConnection db, IReadOnlyList<Append> group)
    {
        if (_keysLost) Forget(db);
        try
        {
            var head = Begin(db, group);
            head = Decide(db, group, head);
            if (_entries.Count >= CopyFrom) Copy(db);
            InDoubt = true;
            Write(db, head);
            InDoubt = false;
            return _head = head;
        }
        catch
        {
            _keysLost = true;
            throw;
        }
        finally
        {
            _entries.Clear();
            _states.Clear();
            _commands.Clear();
        }
    }

    /// <summary>Keys and versions are read again before the next group: the database is another one, or a transaction was lost.</summary>
    public void Forget(NpgsqlConnection db)
    {
        _things.Clear();
        _shared = true;
        months.Load(db);
        _keysLost = false;
    }

    // Versions change only where the head does: as long as it is where this server left it, they are known.
    long Begin(NpgsqlConnection db, IReadOnlyList<Append> group)
    {
        using var first = new NpgsqlBatch(db);
        first.Ask("begin");
        first.Ask("select n from head for update");
        var asked = group.Select(a => a.Thing).Where(t => _shared || !_things.ContainsKey(t)).Distinct().ToArray();
        first.Ask(Versions, (object)asked);
        long head;
        using (var rows = first.ExecuteReader())
        {
            rows.Read();
            head = rows.GetInt64(0);
            rows.NextResult();
            Learn(rows);
        }
        var moved = head != _head;
        if (moved && !_shared) Learn(db, group);
        _shared = moved;
        return head;
    }

    void Learn(NpgsqlConnection db, IReadOnlyList<Append> group)
    {
        using var again = new NpgsqlBatch(db);
        again.Ask(Versions, (object)group.Select(a => a.Thing).Distinct().ToArray());
        using var rows = again.ExecuteReader();
        Learn(rows);
    }

    void Learn(NpgsqlDataReader rows)
    {
        while (rows.Read()) Known(rows.GetString(0), rows.GetInt64(1)).Version = rows.GetInt64(2);
    }

    ThingKey Known(string id, long key)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_things, id, out _);
        return known ??= new(key);
    }

    // A version may fit by chance where an earlier append of the same line did not, so the line is asked first.
    long Decide(NpgsqlConnection db, IReadOnlyList<Append> group, long head)
    {
        foreach (var append in group)
        {
            var known = _things.TryGetValue(append.Thing, out var thing);
            append.Fenced = append.Orphan || (known ? thing!.Version : 0) != append.ExpectedVersion;
            if (append.Fenced) continue;
            thing ??= Known(append.Thing, db.Long("insert into thing (id, version, state) values ($1, 0, '{}') returning key", append.Thing));
            thing.Version = append.NewVersion;
            _states.Add((thing, append));
            foreach (var command in append.Commands) _commands[command.Id] = command;
            foreach (var entry in append.Entries)
            {
                entry.N = ++head;
                Point(db, thing, entry);
                months.Make(db, entry.Time);
                _entries.Add(entry);
            }
        }
        return head;
    }

    static long Point(NpgsqlConnection db, ThingKey thing, Entry entry)
    {
        if (thing.Points.TryGetValue((entry.Name, entry.Kind), out var key)) return key;
        // Doing nothing would return nothing.
        return thing.Points[(entry.Name, entry.Kind)] = db.Long(
            "insert into point (thing, name, kind) values ($1, $2, $3) on conflict (thing, name, kind) do update set name = excluded.name returning key", thing.Key, entry.Name, (short)entry.Kind);
    }

    long PointOf(Entry entry) => _things[entry.Thing].Points[(entry.Name, entry.Kind)];

    void Copy(NpgsqlConnection db)
    {
        using var rows = db.BeginBinaryImport("copy entry (n, time, point, version, value, device_time, changed, cause) from stdin (format binary)");
        foreach (var entry in _entries)
        {
            rows.StartRow();
            rows.Write(entry.N, NpgsqlDbType.Bigint);
            rows.Write(entry.Time, NpgsqlDbType.Bigint);
            rows.Write(PointOf(entry), NpgsqlDbType.Bigint);
            rows.Write(entry.Version, NpgsqlDbType.Bigint);
            rows.Write(entry.Value, NpgsqlDbType.Text);
            if (entry.DeviceTime is { } device) rows.Write(device, NpgsqlDbType.Bigint);
            else rows.WriteNull();
            rows.Write(entry.Changed, NpgsqlDbType.Boolean);
            if (entry.Cause is { } cause) rows.Write(cause, NpgsqlDbType.Text);
            else rows.WriteNull();
        }
        rows.Complete();
    }

    void Write(NpgsqlConnection db, long head)
    {
        using var second = new NpgsqlBatch(db);
        if (_entries.Count is > 0 and < CopyFrom)
        {
            second.Ask("insert into entry (n, time, point, version, value, device_time, changed, cause) select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[], $6::bigint[], $7::boolean[], $8::text[])",
                Column(e => e.N), Column(e => e.Time), Column(PointOf), Column(e => e.Version), Texts(_entries.Select(e => e.Value)), Column(e => e.DeviceTime), Column(e => e.Changed), Column(e => e.Cause));
        }
        if (_states.Count > 0)
        {
            // The newest state of each thing; those before it were never seen.
            var last = _states.GroupBy(s => s.Thing).Select(s => s.Last()).ToArray();
            second.Ask("update thing t set version = s.version, state = s.state from unnest($1::bigint[], $2::bigint[], $3::text[]) s (key, version, state) where t.key = s.key",
                last.Select(s => s.Thing.Key).ToArray(), last.Select(s => s.Last.NewVersion).ToArray(), Texts(last.Select(s => s.Last.State)));
            second.Ask("update head set n = $1", head);
        }
        if (_commands.Count > 0)
        {
            second.Ask("insert into command (id, thing, open, document) select * from unnest($1::text[], $2::text[], $3::boolean[], $4::text[]) on conflict (id) do update set open = excluded.open, document = excluded.document",
                _commands.Values.Select(c => c.Id).ToArray(), _commands.Values.Select(c => c.Thing).ToArray(), _commands.Values.Select(c => c.Open).ToArray(), Texts(_commands.Values.Select(c => c.Document)));
        }
        second.Ask("commit");
        second.ExecuteNonQuery();
    }

    T[] Column<T>(Func<Entry, T> of) => [.. _entries.Select(of)];

    static string[] Texts(IEnumerable<byte[]> utf8) => [.. utf8.Select(System.Text.Encoding.UTF8.GetString)];

    sealed class ThingKey(long key)
    {
        public long Key => key;
        public long Version { get; set; }
        public Dictionary<(string Name, EntryKind Kind), long> Points { get; } = [];
    }
}
