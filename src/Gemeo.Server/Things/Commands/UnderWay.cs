using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>A command that has not ended.</summary>
public sealed class UnderWay(Command command, Plan plan)
{
    /// <summary>As it stands; what is being committed may be a step ahead.</summary>
    public Command Command { get; set; } = command;
    public Plan Plan => plan;
    /// <inheritdoc cref="Order.Trace"/>
    public string? Trace { get; init; }
    /// <summary>On its way to the device, so a matching report confirms it.</summary>
    public bool Published { get; set; }
    /// <summary>Its end is being committed; nobody else may end it.</summary>
    public bool Ending { get; set; }
    /// <summary>Its end was lost, or perhaps was not.</summary>
    public bool Revived { get; set; }
    /// <summary>Its time is over.</summary>
    public bool Overdue { get; set; }
    /// <summary>Ends when the order is on disk.</summary>
    public TaskCompletionSource Recorded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    /// <summary>Awaited inside the grain only, and completed there as the last thing of a turn, so whoever waits goes on at once.</summary>
    public TaskCompletionSource<Command> Ended { get; } = new();
}

/// <summary>What has to happen once a step is on disk: people to tell, orders to send.</summary>
public sealed class Effects
{
    public List<(UnderWay UnderWay, Command Confirmed)> Confirmed { get; } = [];
    public List<UnderWay> ToSend { get; } = [];
    public List<Order> ToReconcile { get; } = [];
    /// <summary>What to put back when the step is lost.</summary>
    public List<Action> Undo { get; } = [];
}

/// <summary>The order was sent, but how it ended is not on record, and so nobody may be told.</summary>
public sealed class UnrecordedException(Command command, LogUnavailableException why) : Exception(why.Message, why)
{
    public Command Command => command;
}
