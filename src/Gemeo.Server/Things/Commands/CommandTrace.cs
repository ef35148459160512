using System.Diagnostics;

namespace Gemeo.Things;

/// <summary>A command as two spans, told when it has ended: the order as a whole, and within it the wait for the device.</summary>
public static class CommandTrace
{
    public const string Name = "Gemeo";

    public static readonly ActivitySource Source = new(Name);

    public static void Tell(Command command, string outcome, string? trace)
    {
        ActivityContext.TryParse(trace, null, out var parent);
        var ended = command.Ended ?? command.Sent ?? command.Created;
        using var whole = Source.StartActivity("command " + command.Name, ActivityKind.Internal, parent, startTime: command.Created);
        if (whole is null) return;
        whole.SetTag("gemeo.command.id", command.Id).SetTag("gemeo.thing", command.Thing).SetTag("gemeo.outcome", outcome);
        if (outcome is not ("confirmed" or "already" or "sent")) whole.SetStatus(ActivityStatusCode.Error, outcome);
        if (command.Sent is { } sent)
        {
            using var device = Source.StartActivity("device " + command.Thing, ActivityKind.Client, whole.Context, startTime: sent);
            device?.SetTag("gemeo.outcome", outcome).SetEndTime(ended.UtcDateTime);
        }
        whole.SetEndTime(ended.UtcDateTime);
    }
}
