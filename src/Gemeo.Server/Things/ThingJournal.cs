using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>A thing's line in the log: the state it builds on (not yet on disk, perhaps) and the state everybody may see (on disk).</summary>
public sealed class ThingJournal(string thing, ILogStore store, LogWriter writer, TimeProvider time)
{
    const int SameTime = 1000;

    AppendLine _line = new();
    bool _stale;

    /// <summary>With what is being committed: what the next turn builds on.</summary>
    public ThingState Next { get; private set; } = ThingState.Empty;

    /// <summary>On disk: what readers are shown.</summary>
    public ThingState Committed { get; private set; } = ThingState.Empty;

    public IReadOnlyList<CommandRow> Load()
    {
        Next = Committed = store.LoadState(thing) is { } stored ? StateJson.Read(stored) : ThingState.Empty;
        _stale = false;
        return store.OpenCommands(thing);
    }

    /// <summary>How a command ended; null when it is open.</summary>
    public Command? EndOf(string command) => store.FindCommand(command) is { Open: false } row ? Command.Read(row.Document) : null;

    /// <summary>Whether a command is on record.</summary>
    public bool Knows(string command) => store.FindCommand(command) is not null;

    /// <summary>Whether a step of which nobody could tell whether it was kept is on disk. Ask when the log is well again.</summary>
    public bool Holds(Step step) => step.Entries.Find(e => e.Kind is EntryKind.Property or EntryKind.Event) is { } told
        && store.History(thing, told.Name, told.Time, told.Time, SameTime).Any(e => e.Version == told.Version && e.Value.AsSpan().SequenceEqual(told.Value));

    /// <inheritdoc cref="LogWriter.WellAsync"/>
    public Task<bool> WellAsync() => writer.WellAsync();

    /// <summary>Takes up what is on disk when that could not even be read as a step was lost. Throws while it still cannot.</summary>
    public void Refresh()
    {
        if (_stale) Load();
    }

    public Step Begin()
    {
        Refresh();
        return new(thing, Next, time.Now());
    }

    /// <summary>Ends when the step is on disk. When it is lost, the state goes back to what is on disk and the exception says why.</summary>
    public async Task CommitAsync(Step step)
    {
        if (step.Entries.Count == 0) return;
        var (line, state) = (_line, step.State);
        Next = state;
        var append = new Append(line, thing, step.Entries, StateJson.Write(state), step.Commands);
        try
        {
            await writer.AppendAsync(append);
            if (state.Version > Committed.Version) Committed = state;
        }
        catch
        {
            if (line == _line)
            {
                (_line, _stale) = (new(), true);
                try { Refresh(); }
                catch (LogUnavailableException) { /* when it is next wanted */ }
            }
            throw;
        }
    }
}
