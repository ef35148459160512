namespace Gemeo.Log;

/// <summary>Where the log lies: one table of entries, one of states (the fence), one of commands.
/// Blocking by design: one thread commits, readers come from the pool.</summary>
public interface ILogStore : IDisposable
{
    /// <summary>Names this log, and this opening of it; its cursors carry it.</summary>
    string LogId { get; }

    /// <summary>Whether this very log gave the cursor, in this opening or an earlier one. One that was put back from a backup did not give
    /// what was given after the backup, even when it has grown as far again.</summary>
    bool Gave(Cursor cursor);

    /// <summary>The last committed place, 0 when empty.</summary>
    long Head { get; }

    /// <summary>The first place still kept, after retention.</summary>
    long Oldest { get; }

    /// <summary>Commits the group durably and gives each entry its place; marks fenced appends and leaves them out.
    /// Throws <see cref="LogUnavailableException"/> and keeps nothing when it cannot.</summary>
    void Commit(IReadOnlyList<Append> group);

    /// <summary>Entries after a place, in order, at most <paramref name="limit"/>.</summary>
    Entry[] Read(long after, int limit);

    StoredState? LoadState(string thing);

    /// <summary>All states and the place in the log at which they hold, read in one transaction.</summary>
    (long N, IReadOnlyList<StoredState> States) Snapshot();

    CommandRow? FindCommand(string id);

    /// <summary>Commands that have not ended, of one thing or (null) of all.</summary>
    IReadOnlyList<CommandRow> OpenCommands(string? thing);

    /// <summary>Commands of one thing or (null) of all, newest first.</summary>
    IReadOnlyList<CommandRow> Commands(string? thing, int limit);

    /// <summary>Readings of one property or event by time (Unix microseconds, both ends in), oldest first.</summary>
    IReadOnlyList<Entry> History(string thing, string name, long from, long to, int limit);

    /// <summary>Whether one of the newest entries of a name tells this value with this device time already: a message that comes again.</summary>
    bool Holds(string thing, string name, EntryKind kind, long deviceTime, byte[] value);

    /// <summary>Forgets entries taken before a time, at most <paramref name="limit"/> of them (more where a whole part costs less) and none beyond a place; how many went.</summary>
    int Prune(long before, int limit, long upTo = long.MaxValue);

    /// <summary>Sets small documents beside the log (a thing added over HTTP, a retained message, a session), all or none; null removes one.
    /// Runs on the writer's thread: <see cref="LogWriter.RunAsync"/>.</summary>
    void Put(string kind, IReadOnlyCollection<KeyValuePair<string, byte[]?>> documents);

    /// <summary>All documents of a kind, in the order of their ids.</summary>
    IReadOnlyList<(string Id, byte[] Document)> All(string kind);
}
