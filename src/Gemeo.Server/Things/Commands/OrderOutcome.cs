using Gemeo.Hosting;

namespace Gemeo.Things;

/// <summary>How a command's end looks from outside.</summary>
public static class OrderOutcome
{
    public static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1), LongestQueue = TimeSpan.FromDays(7);
    static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(50);

    /// <summary>Null when the order was obeyed, or is still on its way.</summary>
    public static Fault? Fault(OrderAnswer answer) => answer switch
    {
        { Fault: OrderFault.NoThing } => Hosting.Fault.NoThing,
        { Fault: OrderFault.NoAffordance } => Hosting.Fault.NoAffordance,
        { Fault: OrderFault.ReadOnly } => Hosting.Fault.ReadOnly,
        { Fault: OrderFault.BadInput } => Hosting.Fault.BadValue,
        { Fault: OrderFault.LogUnavailable } => Hosting.Fault.LogUnavailable,
        { Fault: OrderFault.Unrecorded } => Hosting.Fault.Unrecorded,
        { Command: { State: CommandState.Expired, Reason: "restarted" } } => Hosting.Fault.Restarted,
        { Command.State: CommandState.Expired } => Hosting.Fault.NoAnswer,
        { Command: { State: CommandState.Failed, Reason: "offline" } } => Hosting.Fault.Offline,
        { Command: { State: CommandState.Failed, Reason: "superseded" } } => Hosting.Fault.Superseded,
        { Command.State: CommandState.Failed } => Hosting.Fault.NotSent,
        _ => null,
    };

    public static TimeSpan? Seconds(double? seconds, TimeSpan longest) =>
        seconds is not { } s || double.IsNaN(s) ? null
        : s >= longest.TotalSeconds ? longest : s <= _shortest.TotalSeconds ? _shortest : TimeSpan.FromSeconds(s);
}
