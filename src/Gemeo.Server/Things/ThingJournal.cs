using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>A thing's line in the log: the state it builds on (not yet on disk, perhaps) and the state everybody may see (on disk).</summary>
public sealed class ThingJournal(string thing, ILogStore store, LogWriter writer, TimeProvider time)
{
    AppendLine _line = new();

    /// <summary>With what is being committed: what the next turn builds on.</summary>
    public ThingState Next { get; private set; } = ThingState.Empty;

    /// <summary>On disk: what readers are shown.</summary>
    public ThingState Committed { get; private set; } = ThingState.Empty;

    public IReadOnlyList<CommandRow> Load()
    {
        Next = Committed = store.LoadState(thing) is { } stored ? StateJson.Read(stored) : ThingState.Empty;
        return store.OpenCommands(thing);
    }

    /// <summary>How a command ended; null when it is open.</summary>
    public Command? EndOf(string command) => store.FindCommand(command) is { Open: false } row ? Command.Read(row.Document) : null;

    public Step Begin() => new(thing, Next, time.Now());

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
                _line = new();
                Load();
            }
            throw;
        }
    }
}
