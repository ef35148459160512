using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>What one turn of a thing adds up to: the next state, the entries that tell of it, the commands they moved.</summary>
public sealed class Step(string thing, ThingState state, long now)
{
    public ThingState State { get; set; } = state;
    public List<Entry> Entries { get; } = [];
    public List<CommandRow> Commands { get; } = [];

    public void Take((ThingState State, Entry Entry) applied)
    {
        State = applied.State;
        Entries.Add(applied.Entry);
    }

    /// <summary>Tells where a command stands now.</summary>
    public void Tell(Command command)
    {
        State = State with { Version = State.Version + 1 };
        var row = command.Row();
        // The row holds the newest only, so one write for each commit is enough.
        Commands.RemoveAll(c => c.Id == row.Id);
        Commands.Add(row);
        Entries.Add(new Entry
        {
            Thing = thing,
            Version = State.Version,
            Kind = EntryKind.Action,
            Name = command.Name,
            Value = row.Document,
            Time = now,
            Cause = command.Id,
        });
    }
}
