using System.Text.Json;

namespace Gemeo.Things;

/// <summary>What somebody asks of a thing.</summary>
[GenerateSerializer, Immutable]
public sealed record Order
{
    [Id(0)] public required CommandOf Of { get; init; }
    [Id(1)] public required string Name { get; init; }
    [Id(2)] public JsonElement? Input { get; init; }
    /// <summary>How long the device has; null takes the affordance's own.</summary>
    [Id(3)] public TimeSpan? Timeout { get; init; }
    /// <summary>How long to wait for an offline device; null answers at once.</summary>
    [Id(4)] public TimeSpan? Queue { get; init; }
    /// <summary>Who asks.</summary>
    [Id(5)] public string? By { get; init; }
    /// <summary>False: answer as soon as the order is on record.</summary>
    [Id(6)] public bool Wait { get; init; } = true;
    /// <summary>The trace in which it is asked, as W3C traceparent; a grain's turn knows nothing of its caller's. Null when nothing is traced.</summary>
    [Id(7)] public string? Trace { get; init; } = System.Diagnostics.Activity.Current?.Id;
}

public enum OrderFault { NoThing, NoAffordance, ReadOnly, BadInput, LogUnavailable, Unrecorded }

/// <summary>The command as it ended (or stands, when not waited for), or why there is none.</summary>
/// <param name="Detail">For <c>BadInput</c>: what was expected and where.</param>
[GenerateSerializer, Immutable]
public sealed record OrderAnswer([property: Id(0)] Command? Command, [property: Id(1)] OrderFault? Fault = null, [property: Id(2)] string? Detail = null);
