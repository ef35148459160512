namespace Gemeo.Log;

/// <summary>What one thing adds to the log in one piece: entries, the state after them, and commands they moved.
/// It is committed whole or not at all.</summary>
public sealed class Append(AppendLine line, string thing, IReadOnlyList<Entry> entries, byte[] state, IReadOnlyList<CommandRow> commands)
{
    readonly TaskCompletionSource _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Thing => thing;
    public IReadOnlyList<Entry> Entries => entries;
    public byte[] State => state;
    public IReadOnlyList<CommandRow> Commands => commands;
    /// <summary>The version the store must still hold: the fence against a second writer of this thing.</summary>
    public long ExpectedVersion => entries[0].Version - 1;
    public long NewVersion => entries[^1].Version;

    /// <summary>An earlier append of the same line was lost, so this one stands on what never was.</summary>
    internal bool Orphan => line.Broken;

    /// <summary>Set by the store when another writer was first; nothing of this append is kept then, nor of what its line builds on it.</summary>
    public bool Fenced
    {
        get;
        internal set
        {
            field = value;
            if (value) line.Broken = true;
        }
    }

    /// <summary>Ends when the commit is on disk; faults with <see cref="LogFencedException"/> or <see cref="LogUnavailableException"/>.</summary>
    public Task Committed => _committed.Task;

    internal void Complete()
    {
        if (Fenced) Fail(new LogFencedException(thing));
        else _committed.TrySetResult();
    }

    internal void Fail(Exception why)
    {
        line.Broken = true;
        _committed.TrySetException(why);
    }
}

/// <summary>The chain of appends that one activation makes, each on the state of the one before. When one is lost, all after it are.</summary>
public sealed class AppendLine
{
    volatile bool _broken;

    internal bool Broken { get => _broken; set => _broken = value; }
}

/// <summary>Another writer of the same thing was first; reload and decide again.</summary>
public sealed class LogFencedException(string thing) : Exception($"'{thing}' was written by another activation");

/// <summary>The log cannot be written now (full disk, read-only folder, torn file). Nothing was kept.</summary>
public sealed class LogUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The database went away while it committed: it may have been kept after all. Who asks the log when it is well again is told the truth.</summary>
    public bool InDoubt { get; init; }
}

/// <summary>The log cannot be opened: the message is one sentence for a person.</summary>
public sealed class LogUnusableException(string message, Exception? inner = null) : Exception(message, inner);
