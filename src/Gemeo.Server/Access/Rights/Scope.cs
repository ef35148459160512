using System.Collections.Frozen;

namespace Gemeo.Access.Rights;

/// <summary>The rooms and things that somebody's role is for. Both empty: the whole lab.</summary>
public sealed record Scope(FrozenSet<string> Rooms, FrozenSet<string> Things)
{
    const string RoomMark = "room:", ThingMark = "thing:";

    public static readonly Scope Everything = new(FrozenSet<string>.Empty, FrozenSet<string>.Empty);

    public bool IsEverything => Rooms.Count == 0 && Things.Count == 0;

    public static Scope Of(IEnumerable<string> rooms, IEnumerable<string> things) => new(rooms.ToFrozenSet(), things.ToFrozenSet());

    public bool Reaches(string thing, string? room) => IsEverything || Things.Contains(thing) || (room is not null && Rooms.Contains(room));

    /// <summary>As it is stored: <c>room:bancada</c>, <c>thing:lampada</c>, one on a line. What is neither is a thing that nobody has, so that
    /// a line of a later version never opens the whole lab.</summary>
    public static Scope Read(string stored)
    {
        if (stored.Length == 0) return Everything;
        var lines = stored.Split('\n');
        return Of(lines.Where(l => l.StartsWith(RoomMark, StringComparison.Ordinal)).Select(l => l[RoomMark.Length..]),
            lines.Where(l => !l.StartsWith(RoomMark, StringComparison.Ordinal)).Select(l => l.StartsWith(ThingMark, StringComparison.Ordinal) ? l[ThingMark.Length..] : ""));
    }

    public string Stored() => string.Join('\n', Rooms.Order(StringComparer.Ordinal).Select(r => RoomMark + r).Concat(Things.Order(StringComparer.Ordinal).Select(t => ThingMark + t)));
}
