using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>A value that a device reported, decoded and checked against its data schema.</summary>
/// <param name="Kind"><see cref="EntryKind.Property"/> or <see cref="EntryKind.Event"/>; <see cref="EntryKind.Security"/> for a payload that was refused;
/// <see cref="EntryKind.Availability"/> for a last-will topic (<c>true</c> or <c>false</c>), which keeps its place among the values.</param>
/// <param name="Value">Compact UTF-8 JSON.</param>
/// <param name="Time">When the server took it, Unix microseconds.</param>
/// <param name="Retained">The broker kept it: it may be old and says nothing of who is there now.</param>
[GenerateSerializer, Immutable]
public sealed record Reading(
    [property: Id(0)] EntryKind Kind,
    [property: Id(1)] string Name,
    [property: Id(2)] byte[] Value,
    [property: Id(3)] long Time,
    [property: Id(4)] long? DeviceTime = null,
    [property: Id(5)] bool Retained = false,
    [property: Id(6)] RawMessage? Raw = null);

/// <summary>A thing as committed, for a reader.</summary>
[GenerateSerializer, Immutable]
public sealed record ThingView([property: Id(0)] ThingState State);

/// <summary>The single writer of one thing.</summary>
public interface IThing : IGrainWithStringKey
{
    /// <summary>Applies readings in order; ends when they are on disk.</summary>
    Task Report(Reading[] readings);

    /// <summary>Asks the device; ends with the command (see <see cref="Order.Wait"/>).</summary>
    Task<OrderAnswer> Ask(Order order);

    Task<ThingView> Look();

    /// <summary>Settles what a crash left open, and watches for silence as the description says now.</summary>
    Task Wake();
}
