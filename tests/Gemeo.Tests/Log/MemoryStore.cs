using Gemeo.Log;

namespace Gemeo.Tests.Log;

/// <summary>The contract of <see cref="ILogStore"/> in memory, as plainly as it can be said; <see cref="BeforeCommit"/> can delay or fail a commit.</summary>
sealed class MemoryStore : ILogStore
{
    readonly Lock _lock = new();
    readonly List<Entry> _entries = [];
    readonly Dictionary<string, StoredState> _states = [];
    readonly Dictionary<string, CommandRow> _commands = [];
    readonly SortedDictionary<(string, string), byte[]> _documents = [];
    long _head, _pruned;

    public Action<IReadOnlyList<Append>>? BeforeCommit { get; set; }
    public List<int> Groups { get; } = [];

    public string LogId { get; } = Guid.NewGuid().ToString("n")[..12];
    public bool Gave(Cursor cursor) => cursor.LogId == LogId;
    public long Head => Volatile.Read(ref _head);
    public long Oldest => Volatile.Read(ref _pruned) + 1;

    public void Commit(IReadOnlyList<Append> group)
    {
        BeforeCommit?.Invoke(group);
        lock (_lock)
        {
            Groups.Add(group.Count);
            foreach (var append in group) Write(append);
        }
    }

    void Write(Append append)
    {
        var version = _states.TryGetValue(append.Thing, out var state) ? state.Version : 0;
        append.Fenced = append.Orphan || version != append.ExpectedVersion;
        if (append.Fenced) return;
        foreach (var entry in append.Entries)
        {
            entry.N = _head + 1;
            _entries.Add(entry);
            Volatile.Write(ref _head, entry.N);
        }
        _states[append.Thing] = new(append.Thing, append.NewVersion, append.State);
        foreach (var command in append.Commands) _commands[command.Id] = command;
    }

    public Entry[] Read(long after, int limit)
    {
        lock (_lock) return [.. _entries.Where(e => e.N > after).Take(limit)];
    }

    public StoredState? LoadState(string thing)
    {
        lock (_lock) return _states.GetValueOrDefault(thing);
    }

    public (long N, IReadOnlyList<StoredState> States) Snapshot()
    {
        lock (_lock) return (_head, [.. _states.Values]);
    }

    public CommandRow? FindCommand(string id)
    {
        lock (_lock) return _commands.GetValueOrDefault(id);
    }

    public IReadOnlyList<CommandRow> OpenCommands(string? thing)
    {
        lock (_lock) return [.. _commands.Values.Where(c => c.Open && (thing is null || c.Thing == thing))];
    }

    public IReadOnlyList<CommandRow> Commands(string? thing, int limit)
    {
        lock (_lock) return [.. _commands.Values.Where(c => thing is null || c.Thing == thing).OrderByDescending(c => c.Id, StringComparer.Ordinal).Take(limit)];
    }

    public IReadOnlyList<Entry> History(string thing, string name, long from, long to, int limit)
    {
        lock (_lock)
            return [.. _entries.Where(e => e.Thing == thing && e.Name == name && e.Kind is EntryKind.Property or EntryKind.Event && e.Time >= from && e.Time <= to)
                .OrderBy(e => e.Time).ThenBy(e => e.N).Take(limit)];
    }

    public bool Holds(string thing, string name, EntryKind kind, long deviceTime, byte[] value)
    {
        lock (_lock) return _entries.Exists(e => e.Thing == thing && e.Name == name && e.Kind == kind && e.DeviceTime == deviceTime && e.Value.AsSpan().SequenceEqual(value));
    }

    public int Prune(long before, int limit, long upTo = long.MaxValue)
    {
        lock (_lock)
        {
            var last = Math.Min(Math.Min(_entries.FindLast(e => e.Time < before)?.N ?? 0, upTo), _pruned + limit);
            var gone = _entries.RemoveAll(e => e.N <= last);
            if (gone > 0) Volatile.Write(ref _pruned, last);
            foreach (var old in _commands.Values.Where(c => gone > 0 && gone < limit && !c.Open && Created(c) < before).ToArray()) _commands.Remove(old.Id);
            return gone;
        }
    }

    static long Created(CommandRow command)
    {
        using var document = System.Text.Json.JsonDocument.Parse(command.Document);
        return Instant.TryParse(document.RootElement.GetProperty("created").GetString(), out var time) ? time : 0;
    }

    public void Put(string kind, IReadOnlyCollection<KeyValuePair<string, byte[]?>> documents)
    {
        lock (_lock)
            foreach (var (id, document) in documents)
                if (document is null) _documents.Remove((kind, id));
                else _documents[(kind, id)] = document;
    }

    public IReadOnlyList<(string Id, byte[] Document)> All(string kind)
    {
        lock (_lock) return [.. _documents.Where(d => d.Key.Item1 == kind).Select(d => (d.Key.Item2, d.Value))];
    }

    public void Dispose() { }
}
