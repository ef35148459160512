using System.Text.Json;
using Gemeo.Tests.Knowledge.Reading;

namespace Gemeo.Tests.Knowledge;

/// <summary>Data to develop against, beside the repository; a clone without it skips what needs it.</summary>
static class SharedData
{
    public const string Why = "needs shared/data beside the repository (or GEMEO_SHARED)";

    public static string? Folder { get; } = Find();

    public static string? File(string name) => Folder is null || Path.Combine(Folder, "data", name) is var path && !System.IO.File.Exists(path) ? null : path;

    static string? Find()
    {
        if (Environment.GetEnvironmentVariable("GEMEO_SHARED") is { Length: > 0 } told) return told;
        for (var folder = Directory.GetParent(Repository.Root); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "shared", "data"))) return Path.Combine(folder.FullName, "shared");
        return null;
    }

    /// <summary>The passages of FaQuAD as one PDF, each under its title.</summary>
    public static byte[] FaquadPdf(string file) => TypesetPdf.Of(FaquadPassages(file).Select(p => ((string?)p.Title, p.Text)));

    public static List<(string Id, string Title, string Text)> FaquadPassages(string file)
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(file));
        return [.. json.RootElement.GetProperty("passages").EnumerateArray().Select(p =>
            (p.GetProperty("id").ToString(), p.TryGetProperty("title", out var title) ? title.GetString()! : "Passagem", p.GetProperty("pt").GetString()!))];
    }
}

/// <summary>A fact that needs a file of the shared data.</summary>
sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string file) => Skip = SharedData.File(file) is null ? SharedData.Why : null;
}
