using System.Text.RegularExpressions;
using Gemeo.Client;
using UnityEngine;

namespace Gemeo.Unity.Tests.Package;

/// <summary>The package's pages, read by people who have nothing but the package.</summary>
public sealed partial class PageTests
{
    static readonly string[] _pages = [.. Upm.All().Where(p => p.EndsWith(".md", StringComparison.Ordinal))];

    [Fact]
    public void Every_relative_link_leads_to_a_page_and_a_heading_within_the_package()
    {
        var links = _pages.SelectMany(page => Link().Matches(Prose(page)).Select(l => (Page: page, To: l.Groups[1].Value, Anchor: l.Groups[2].Value)))
            .Where(l => !l.To.Contains("://", StringComparison.Ordinal)).ToArray();
        Assert.True(links.Length > 5, $"only {links.Length} links were found");
        Assert.Empty(links.Where(l => !Leads(l.Page, l.To, l.Anchor)).Select(l => $"{l.Page}: {l.To}{l.Anchor}"));
    }

    /// <summary>A sample is copied into the project: what lies beside it here does not come along.</summary>
    [Fact]
    public void A_samples_page_leads_out_of_its_folder_nowhere() =>
        Assert.DoesNotContain(_pages.Where(p => p.StartsWith("Samples~", StringComparison.Ordinal)), p => Prose(p).Contains("](../", StringComparison.Ordinal));

    [Fact]
    public void Every_component_has_its_place_in_the_documentation()
    {
        var headings = Anchors("Documentation~/components.md").ToHashSet();
        var components = typeof(GemeoConnection).Assembly.GetTypes().Where(t => t.IsPublic && !t.IsAbstract && typeof(MonoBehaviour).IsAssignableFrom(t)).ToArray();
        Assert.True(components.Length >= 8);
        Assert.Empty(components.Where(c => !headings.Contains(c.Name.ToLowerInvariant())).Select(c => c.Name));
    }

    /// <summary>The table of threads names every event that the client has.</summary>
    [Fact]
    public void Every_event_of_the_client_stands_in_the_table_of_threads()
    {
        var page = File.ReadAllText(Upm.PathOf("Documentation~/scripts.md"));
        var events = new[] { typeof(GemeoClient), typeof(Thing), typeof(Property) }.SelectMany(t => t.GetEvents()).Select(e => e.Name).Where(e => e != nameof(GemeoClient.ListenerFailed));
        Assert.DoesNotContain(events, e => !page.Contains(e + "`", StringComparison.Ordinal));
    }

    static bool Leads(string page, string to, string anchor)
    {
        var target = to.Length == 0 ? page : Path.GetRelativePath(Upm.Root, Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Upm.PathOf(page))!, to))).Replace('\\', '/');
        return !target.StartsWith("..", StringComparison.Ordinal) && File.Exists(Upm.PathOf(target)) && (anchor.Length == 0 || Anchors(target).Contains(anchor[1..]));
    }

    static IEnumerable<string> Anchors(string page) => Heading().Matches(Prose(page)).Select(h => h.Groups[1].Value.Trim().ToLowerInvariant().Replace(' ', '-'));

    static string Prose(string page) => Fence().Replace(File.ReadAllText(Upm.PathOf(page)), "");

    [GeneratedRegex(@"\]\(([^)#\s]*)(#[^)\s]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
