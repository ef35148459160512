using System.Text.RegularExpressions;

namespace Gemeo.Tests.Docs;

/// <summary>The pages that people read, and what stands in their tables.</summary>
static partial class Pages
{
    public static IReadOnlyList<string> All { get; } =
        [.. new[] { "README.md", "README.pt-BR.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "firmware/README.md", "deploy/README.md" }, .. InDocs()];

    public static string Text(string page) => File.ReadAllText(PathOf(page));

    public static string PathOf(string page) => Path.Combine([Repository.Root, .. page.Split('/')]);

    /// <summary>The cells of each table row, in order; heads and rules are rows too.</summary>
    public static IEnumerable<string[]> Rows(string page) =>
        Text(page).Split('\n').Where(l => l.StartsWith('|')).Select(l => l.Trim().Trim('|').Split(" | ").Select(c => c.Trim()).ToArray());

    /// <summary>What lies between fences is an example, not prose.</summary>
    public static string Prose(string page) => Fence().Replace(Text(page), "");

    /// <summary>The anchors of a page's headings, as its readers' sites make them.</summary>
    public static IEnumerable<string> Anchors(string page) =>
        Heading().Matches(Prose(page)).Select(h => NotInAnchors().Replace(h.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    static IEnumerable<string> InDocs() => Directory.EnumerateFiles(PathOf("docs"), "*.md", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
