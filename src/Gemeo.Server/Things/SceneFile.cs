using System.Globalization;
using System.Text.Json;
using Gemeo.Hosting;
using Gemeo.Labs;
using Microsoft.Net.Http.Headers;

namespace Gemeo.Things;

/// <summary>The lab's own 3D file. Its name was checked when the lab was read; the file itself may have gone or grown since.</summary>
static class SceneFile
{
    public static IResult Get(LabHost host)
    {
        if (Name(host.Lab.Scene) is not { } name) return new Problem(Fault.NotFound, "the lab's scene names no model");
        var file = new FileInfo(Path.Combine(host.Lab.Folder, name));
        if (!file.Exists) return new Problem(Fault.NotFound, $"{name} is not beside lab.json any more");
        if (file.Length > SceneModel.MostBytes) return new Problem(Fault.TooLarge, $"{name} has more than {SceneModel.MostBytes >> 20} MB");
        return TypedResults.PhysicalFile(file.FullName, "model/gltf-binary", lastModified: file.LastWriteTimeUtc, entityTag: Tag(file));
    }

    /// <summary>The scene as somebody may see it: rooms and things beyond their scope are not in it.</summary>
    public static object? For(Sight sight, JsonElement scene)
    {
        if (scene.ValueKind != JsonValueKind.Object) return scene.ValueKind == JsonValueKind.Undefined ? null : scene;
        if (!sight.IsScoped) return scene;
        var shown = System.Text.Json.Nodes.JsonObject.Create(scene)!;
        foreach (var (part, sees) in ((string, Func<string, bool>)[])[("rooms", sight.Enters), ("things", sight.Sees)])
            if (shown[part] is System.Text.Json.Nodes.JsonObject members)
                foreach (var name in members.Select(m => m.Key).Where(n => !sees(n)).ToArray()) members.Remove(name);
        return shown;
    }

    static string? Name(JsonElement scene) =>
        scene.ValueKind == JsonValueKind.Object && scene.TryGetProperty("model", out var model) ? model.GetString() : null;

    static EntityTagHeaderValue Tag(FileInfo file) =>
        new(string.Create(CultureInfo.InvariantCulture, $"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\""));
}
