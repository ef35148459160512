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

    static string? Name(JsonElement scene) =>
        scene.ValueKind == JsonValueKind.Object && scene.TryGetProperty("model", out var model) ? model.GetString() : null;

    static EntityTagHeaderValue Tag(FileInfo file) =>
        new(string.Create(CultureInfo.InvariantCulture, $"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\""));
}
