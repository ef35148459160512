namespace Gemeo.Presence;

/// <summary>Somebody who wants in.</summary>
/// <param name="Seat">Names the connection in this room, once.</param>
/// <param name="Token">From an earlier answer, when it is to be the same person.</param>
[GenerateSerializer, Immutable]
public sealed record Guest([property: Id(0)] string Seat, [property: Id(1)] string Name, [property: Id(2)] Pose Pose, [property: Id(3)] string? Token);

[GenerateSerializer, Immutable]
public readonly record struct Step([property: Id(0)] string Seat, [property: Id(1)] Pose Pose);

/// <summary>One who is seen.</summary>
[GenerateSerializer, Immutable]
public sealed record Seen([property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] Pose Pose);

/// <summary>The whole room as it was last told, for one who is in it.</summary>
/// <param name="Tick">Up to and with which news.</param>
[GenerateSerializer, Immutable]
public sealed record Inside(
    [property: Id(0)] string Room,
    [property: Id(1)] long Tick,
    [property: Id(2)] string You,
    [property: Id(3)] string Token,
    [property: Id(4)] bool Watches,
    [property: Id(5)] int Cap,
    [property: Id(6)] Seen[] People);

/// <summary>What happened in a room since the news before: the same bytes for everybody.</summary>
/// <param name="Tick">1, 2, 3… for each room.</param>
/// <param name="Frame">A WebSocket text frame, unmasked.</param>
/// <param name="Promoted">Seats that have a place now.</param>
[GenerateSerializer, Immutable]
public sealed record News([property: Id(0)] string Room, [property: Id(1)] long Tick, [property: Id(2)] byte[] Frame, [property: Id(3)] string[] Promoted);

[GenerateSerializer, Immutable]
public sealed record RoomView([property: Id(0)] Seen[] People, [property: Id(1)] int Observers);

/// <summary>The single writer of one room, by its name. In memory only.</summary>
public interface IRoom : IGrainWithStringKey
{
    /// <param name="node">Is told what happens as long as the guest is in.</param>
    Task<Inside> Enter(Guest guest, IRoomObserver node);

    /// <summary>For one who missed news; null when that seat is no longer in the room.</summary>
    Task<Inside?> Look(string seat);

    Task Move(Step[] steps);

    /// <param name="cut">The connection broke: the place is kept for a while.</param>
    Task Leave(string seat, bool cut);

    Task<RoomView> View();
}

/// <summary>One on each node, for all rooms.</summary>
public interface IRoomObserver : IGrainObserver
{
    void Happened(News news);

    /// <summary>The person came back over another connection, while this one seemed to live.</summary>
    void Replaced(string room, string seat);
}
