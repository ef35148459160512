namespace Gemeo.Labs;

/// <summary>Checks the lab's own 3D file, which lies beside <c>lab.json</c>.</summary>
public static class SceneModel
{
    /// <summary>What a phone can still be asked to fetch and hold.</summary>
    public const long MostBytes = 64L << 20;

    const string Ending = ".glb";

    internal static void Check(Place scene, string folder)
    {
        scene.Flag("drawRooms");
        if (scene.Text("model") is not { } name) return;
        var place = scene.Get("model")!;
        if (!IsPlain(name)) place.Fault("expected the name of a .glb file beside lab.json, without a folder");
        else if (!File.Exists(Path.Combine(folder, name))) place.Fault($"expected a file {name} beside lab.json");
        else CheckFile(place, Path.Combine(folder, name));
    }

    static bool IsPlain(string name) =>
        name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) && name.Length > Ending.Length
        && name.AsSpan().IndexOfAny("/\\:\0") < 0 && name[0] != '.';

    static void CheckFile(Place place, string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> head = stackalloc byte[4];
            if (file.Length > MostBytes) place.Fault($"expected a file of at most {MostBytes >> 20} MB");
            else if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.SequenceEqual("glTF"u8))
                place.Fault("expected a binary glTF file; this one does not begin with \"glTF\"");
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            place.Fault($"expected a file that can be read: {why.Message}");
        }
    }
}
