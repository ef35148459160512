namespace Gemeo.Labs;

/// <summary>Checks one room: a floor, doors and windows that fit their walls, furniture.</summary>
static class RoomReader
{
    public static void Check(Place room, KnownThings things, Place rooms)
    {
        if (!room.IsObject)
        {
            room.Fault($"expected a room, an object, not {PlaceValues.Say(room.Kind)}");
            return;
        }
        HumanWords.Check(room);
        room.Number("height", 0.1, 100);
        var corners = Floor(room);
        foreach (var kind in (string[])["doors", "windows"])
            foreach (var opening in room.Array(kind)?.Items() ?? []) CheckOpening(opening, corners, things, rooms);
        foreach (var piece in room.Array("furniture")?.Items() ?? []) CheckFurniture(piece);
    }

    static List<(double X, double Z)> Floor(Place room)
    {
        Shape.Numbers(room, "size", 2);
        Shape.Numbers(room, "position", 3);
        if (room.Get("floor") is { } floor) return Shape.Polygon(floor);
        if (room.Get("size") is not { } size) room.Fault("expected \"floor\", corners [x, z], or \"size\" [width, depth]");
        else if (Shape.AreNumbers(size, 2)) return Rectangle(size.Value[0].GetDouble(), size.Value[1].GetDouble());
        return [];
    }

    static List<(double X, double Z)> Rectangle(double width, double depth) => [(0, 0), (width, 0), (width, depth), (0, depth)];

    /// <summary>Wall i runs from corner i to the next one.</summary>
    static void CheckOpening(Place opening, List<(double X, double Z)> corners, KnownThings things, Place rooms)
    {
        if (!opening.IsObject)
        {
            opening.Fault($"expected an object, not {PlaceValues.Say(opening.Kind)}");
            return;
        }
        foreach (var name in (string[])["wall", "at", "width"])
            if (opening.Get(name) is null) opening.Fault($"expected \"{name}\"");
        opening.Number("height", 0.1, 100);
        opening.Number("sill", 0, 100);
        if (opening.Text("thing") is { } thing) things.Check(opening.Get("thing")!, thing);
        if (opening.Text("to") is { } room) SceneReader.CheckRoom(opening, "to", room, rooms);
        if (opening.Whole("wall", 0, 1000) is not { } wall || opening.Number("at", 0, 1000) is not { } at
            || opening.Number("width", 0.1, 100) is not { } width || corners.Count == 0) return;
        if (wall >= corners.Count) opening.Fault("wall", $"expected a wall from 0 to {corners.Count - 1}");
        else if (at + width > Length(corners, wall) + 1e-6)
            opening.Fault(FormattableString.Invariant($"expected an opening that fits its wall of {Length(corners, wall):0.##} m"));
    }

    static double Length(List<(double X, double Z)> corners, int wall)
    {
        var (a, b) = (corners[wall], corners[(wall + 1) % corners.Count]);
        return Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Z - b.Z) * (a.Z - b.Z)));
    }

    static void CheckFurniture(Place piece)
    {
        if (!piece.IsObject)
        {
            piece.Fault($"expected an object, not {PlaceValues.Say(piece.Kind)}");
            return;
        }
        piece.RequiredText("kind");
        Shape.Numbers(piece, "position", 3);
        Shape.Numbers(piece, "size", 3);
        Shape.Turn(piece, "rotation");
        HumanWords.Check(piece);
    }
}
