using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gemeo.Labs;

namespace Gemeo.Tests.Labs;

/// <summary>A lab's folder of a test's own, gone afterwards; and where the repository's labs are.</summary>
sealed class LabFolder : IDisposable
{
    public LabFolder(string? json = null)
    {
        if (json is not null) Write(LabFile.Name, json);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("gemeo-lab-").FullName;

    public static string Labs { get; } = Find(AppContext.BaseDirectory);

    public ImmutableArray<LabFault> Faults() => LabFile.Check(Path);

    public Lab Load() => LabFile.Load(Path);

    public void Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>A lab's text as a tree that a test may spoil.</summary>
    public static JsonObject Tree(string json) =>
        JsonNode.Parse(json, null, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })!.AsObject();

    static string Find(string from)
    {
        for (var at = new DirectoryInfo(from); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Gemeo.slnx"))) return System.IO.Path.Combine(at.FullName, "labs");
        throw new DirectoryNotFoundException("labs");
    }
}
