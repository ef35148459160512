using System.Text.Json;
using Gemeo.Things;

namespace Gemeo.Presence;

/// <summary>One connection's way through the rooms: in one at a time, or in none. Called by its reader only, one message after another.</summary>
public sealed class Visit(PresenceNode node, LabRooms rooms, Sight sight, string language, Func<ReadOnlyMemory<byte>, ValueTask> write)
{
    string? _room;
    Seat? _seat;

    public static bool Takes(string? type) => type is "join" or "move" or "leave";

    /// <summary>What was expected instead, when it cannot be taken.</summary>
    public ValueTask<string?> Hear(string type, JsonElement said) => type switch
    {
        "join" => Join(said),
        "move" => new(Move(said)),
        _ => Leave(),
    };

    async ValueTask<string?> Join(JsonElement said)
    {
        (var join, var fault) = Spoken.Join(said, rooms.For(sight), language);
        if (join is null) return fault;
        // Who joins the same room again as the same person is not seen to go and come.
        await End(cut: join.Room == _room && join.Token == _seat?.Token);
        var seat = new Seat(language, write);
        await node.Enter(join.Room, seat, join.Name, join.Pose, join.Token);
        (_room, _seat) = (join.Room, seat);
        return null;
    }

    string? Move(JsonElement said)
    {
        if (_seat is null) return "join a room first";
        if (Spoken.Pose(said) is not { } pose) return Spoken.NoPose;
        node.Room(_room!).Move(_seat, pose);
        return null;
    }

    async ValueTask<string?> Leave()
    {
        await End(cut: false);
        return null;
    }

    /// <param name="cut">The connection broke: the place is kept for a while.</param>
    public Task End(bool cut)
    {
        if (_seat is not { } seat) return Task.CompletedTask;
        _seat = null;
        return node.Room(_room!).Leave(seat, cut);
    }
}
