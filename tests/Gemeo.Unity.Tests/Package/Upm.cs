using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gemeo.Unity.Tests.Package;

/// <summary>The package's folder, as Unity's package manager reads it.</summary>
static partial class Upm
{
    public static string Root { get; } = Path.Combine(Repository.Root, "clients", "unity", "com.gemeo.client");

    public static JsonObject Manifest { get; } = Json("package.json");

    /// <summary>Every file and folder that Unity imports, relative; none of <c>~</c> folders, nor .meta files.</summary>
    public static IReadOnlyList<string> Imported { get; } = [.. All().Where(p => !IsHidden(p) && !p.EndsWith(".meta", StringComparison.Ordinal))];

    public static IReadOnlyList<string> Metas { get; } = [.. All().Where(p => p.EndsWith(".meta", StringComparison.Ordinal))];

    /// <summary>The assembly definitions by the name they give themselves, with the folder they lie in.</summary>
    public static IReadOnlyList<(string Folder, JsonObject Json)> Assemblies { get; } =
        [.. All().Where(p => p.EndsWith(".asmdef", StringComparison.Ordinal)).Select(p => (Path.GetDirectoryName(p)!.Replace('\\', '/'), Json(p)))];

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static bool IsHidden(string relative) => relative.Split('/').Any(part => part.EndsWith('~') || part.StartsWith('.'));

    public static string? GuidIn(string meta) => GuidLine().Match(File.ReadAllText(PathOf(meta))) is { Success: true } found ? found.Groups[1].Value : null;

    public static IEnumerable<string> All() => Directory.EnumerateFileSystemEntries(Root, "*", SearchOption.AllDirectories)
        .Select(p => Path.GetRelativePath(Root, p).Replace('\\', '/')).Order(StringComparer.Ordinal);

    static JsonObject Json(string relative) => JsonNode.Parse(File.ReadAllText(PathOf(relative)))!.AsObject();

    [GeneratedRegex(@"^guid: (\S+)$", RegexOptions.Multiline)]
    private static partial Regex GuidLine();
}
