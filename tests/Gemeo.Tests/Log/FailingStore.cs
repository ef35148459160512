using Gemeo.Log;

namespace Gemeo.Tests.Log;

/// <summary>A store whose disk fails when a die says so; what it then was given is lost whole, as the contract has it.</summary>
sealed class FailingStore(ILogStore inner, Func<bool> fails) : ILogStore
{
    int _failures;

    public int Failures => Volatile.Read(ref _failures);

    public void Commit(IReadOnlyList<Append> group)
    {
        if (fails())
        {
            Interlocked.Increment(ref _failures);
            throw new LogUnavailableException("the die said so");
        }
        inner.Commit(group);
    }

    public string LogId => inner.LogId;
    public bool Gave(Cursor cursor) => inner.Gave(cursor);
    public bool Holds(string thing, string name, EntryKind kind, long deviceTime, byte[] value) => inner.Holds(thing, name, kind, deviceTime, value);
    public long Head => inner.Head;
    public long Oldest => inner.Oldest;
    public Entry[] Read(long after, int limit) => inner.Read(after, limit);
    public StoredState? LoadState(string thing) => inner.LoadState(thing);
    public (long N, IReadOnlyList<StoredState> States) Snapshot() => inner.Snapshot();
    public CommandRow? FindCommand(string id) => inner.FindCommand(id);
    public IReadOnlyList<CommandRow> OpenCommands(string? thing) => inner.OpenCommands(thing);
    public IReadOnlyList<CommandRow> Commands(string? thing, int limit) => inner.Commands(thing, limit);
    public IReadOnlyList<Entry> History(string thing, string name, long from, long to, int limit) => inner.History(thing, name, from, to, limit);
    public int Prune(long before, int limit, long upTo) => inner.Prune(before, limit, upTo);
    public void Put(string kind, IReadOnlyCollection<KeyValuePair<string, byte[]?>> documents) => inner.Put(kind, documents);
    public IReadOnlyList<(string Id, byte[] Document)> All(string kind) => inner.All(kind);
    public void Dispose() => inner.Dispose();
}
