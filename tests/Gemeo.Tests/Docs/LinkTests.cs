using System.Text.RegularExpressions;

namespace Gemeo.Tests.Docs;

public sealed partial class LinkTests
{
    [Fact]
    public void Every_relative_link_leads_somewhere()
    {
        var links = Pages.All.SelectMany(page => Link().Matches(Pages.Prose(page)).Select(l => (Page: page, To: l.Groups[1].Value, Anchor: l.Groups[2].Value))).ToArray();
        Assert.True(links.Length > 30, $"only {links.Length} links were found");
        Assert.Empty(links.Where(l => !Leads(l.Page, l.To, l.Anchor)).Select(l => $"{l.Page}: {l.To}{l.Anchor}"));
    }

    static bool Leads(string page, string to, string anchor)
    {
        if (to.Contains("://", StringComparison.Ordinal) || to.StartsWith("mailto:", StringComparison.Ordinal)) return true;
        var target = to.Length == 0 ? Pages.PathOf(page) : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Pages.PathOf(page))!, to));
        if (!File.Exists(target) && !Directory.Exists(target)) return false;
        return anchor.Length == 0 || Pages.Anchors(Path.GetRelativePath(Repository.Root, target).Replace('\\', '/')).Contains(anchor[1..]);
    }

    [GeneratedRegex(@"\]\(([^)#\s]*)(#[^)\s]*)?\)")]
    private static partial Regex Link();
}
