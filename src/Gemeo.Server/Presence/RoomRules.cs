namespace Gemeo.Presence;

/// <summary>What coming, moving and going make of a room. Pure. A room that nothing changed is returned as it was given.</summary>
public static class RoomRules
{
    /// <summary>Lets somebody in, or back in who shows the token of one who is here: their connection is cut, or half dead and its end not noticed yet.</summary>
    /// <returns>The room, who that is, and the seat that was taken over.</returns>
    public static (Room Room, Person Person, string? Replaced) Enter(Room room, Guest guest, string token, int cap)
    {
        if (room.Known(guest.Token) is { } known)
        {
            var back = known with { Name = guest.Name, Pose = guest.Pose, Seat = guest.Seat, Cut = null };
            return (room.With(back), back, known.Seat);
        }
        var person = new Person($"p{room.Given + 1}", guest.Name, guest.Pose, token, guest.Seat, Watches: room.People.Count() >= cap);
        return (new(room.Inside.Add(person), room.Given + 1), person, null);
    }

    /// <summary>An observer's pose counts from when it is seen.</summary>
    public static Room Move(Room room, Step step) =>
        room.At(step.Seat) is { } person && person.Pose != step.Pose ? room.With(person with { Pose = step.Pose }) : room;

    public static Room Leave(Room room, string seat, int cap) => room.At(seat) is { } person ? Without(room, p => p == person, cap) : room;

    /// <summary>The connection broke: a person keeps the place for a while. An observer has none to keep.</summary>
    public static Room Cut(Room room, string seat, TimeSpan now, int cap) =>
        room.At(seat) is not { } person ? room : person.Watches ? Leave(room, seat, cap) : room.With(person with { Seat = null, Cut = now });

    /// <summary>Those leave whose connection was cut at <paramref name="limit"/> or before.</summary>
    public static Room Sweep(Room room, TimeSpan limit, int cap) => Without(room, p => p.Cut <= limit, cap);

    static Room Without(Room room, Predicate<Person> goes, int cap)
    {
        var left = room.Inside.RemoveAll(goes);
        return left.Length == room.Inside.Length ? room : Fill(room with { Inside = left }, cap);
    }

    // Who has watched longest gets the place that became free.
    static Room Fill(Room room, int cap)
    {
        for (var free = cap - room.People.Count(); free > 0 && room.Inside.FirstOrDefault(p => p.Watches) is { } next; free--)
            room = room.With(next with { Watches = false });
        return room;
    }
}
