using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>Checks the 3D world's section; what it means to a screen is the screen's own.</summary>
static class SceneReader
{
    static readonly JsonElement _empty = JsonElement.Parse("{}"u8);

    public static JsonElement Read(
        Place lab, string folder, KnownThings things, List<(Place Place, ThingDescription? Thing)> all)
    {
        if (lab.Object("scene") is not { } scene) return _empty;
        SceneModel.Check(scene, folder);
        var rooms = scene.Object("rooms");
        foreach (var room in rooms?.Members() ?? []) RoomReader.Check(room, things, rooms!);
        foreach (var thing in scene.Object("things")?.Members() ?? []) CheckThing(thing, things, rooms);
        if (scene.Object("spawn") is { } spawn) CheckSeat(spawn, rooms);
        if (rooms is not null)
            foreach (var (place, thing) in all)
                if (thing?.Room is { } room) CheckRoom(place, "gemeo:room", room, rooms);
        return scene.Value;
    }

    static void CheckThing(Place place, KnownThings things, Place? rooms)
    {
        things.Check(place, place.Key);
        if (!place.IsObject)
        {
            place.Fault($"expected an object, not {PlaceValues.Say(place.Kind)}");
            return;
        }
        place.Text("kind");
        CheckSeat(place, rooms);
    }

    static void CheckSeat(Place place, Place? rooms)
    {
        if (place.Text("room") is { } room) CheckRoom(place, "room", room, rooms);
        Shape.Numbers(place, "position", 3);
        Shape.Turn(place, "rotation");
    }

    public static void CheckRoom(Place place, string word, string room, Place? rooms)
    {
        if (rooms?.Get(room) is null)
            place.Fault(word, $"expected a room out of /scene/rooms; \"{room}\" is none."
                + Nearest.Hint(room, rooms?.Members().Select(r => r.Key) ?? []));
    }
}
