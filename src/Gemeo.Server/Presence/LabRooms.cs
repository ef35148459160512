using System.Text.Json;
using Gemeo.Labs;

namespace Gemeo.Presence;

/// <summary>The rooms in which people can be: those of the lab's scene as it is now.</summary>
public sealed class LabRooms(LabHost lab)
{
    /// <summary>The only room of a lab whose scene has none.</summary>
    public const string Only = "lab";

    public IReadOnlyList<string> Names => Of(lab.Lab.Scene);

    public static IReadOnlyList<string> Of(JsonElement scene) =>
        scene.ValueKind == JsonValueKind.Object && scene.TryGetProperty("rooms", out var rooms) && rooms.ValueKind == JsonValueKind.Object
        && rooms.EnumerateObject().Select(r => r.Name).ToArray() is { Length: > 0 } names ? names : [Only];
}
