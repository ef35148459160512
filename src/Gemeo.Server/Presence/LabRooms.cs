using System.Text.Json;
using Gemeo.Labs;
using Gemeo.Things;

namespace Gemeo.Presence;

/// <summary>The rooms in which people can be: those of the lab's scene as it is now.</summary>
public sealed class LabRooms(LabHost lab)
{
    /// <summary>The only room of a lab whose scene has none.</summary>
    public const string Only = "lab";

    public IReadOnlyList<string> Names => Of(lab.Lab.Scene);

    /// <summary>Those that somebody may enter; the only room of a lab without rooms is everybody's.</summary>
    public IReadOnlyList<string> For(Sight sight) => !sight.IsScoped || Names is [Only] ? Names : [.. Names.Where(sight.Enters)];

    public static IReadOnlyList<string> Of(JsonElement scene) =>
        scene.ValueKind == JsonValueKind.Object && scene.TryGetProperty("rooms", out var rooms) && rooms.ValueKind == JsonValueKind.Object
        && rooms.EnumerateObject().Select(r => r.Name).ToArray() is { Length: > 0 } names ? names : [Only];
}
