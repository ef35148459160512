using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Gemeo.Hosting;

namespace Gemeo.Tests.Docs;

/// <summary>What the code has and what the pages tell of it are the same, both ways.</summary>
public sealed class TableTests
{
    [Fact]
    public void Every_setting_stands_in_its_page_with_its_default_and_no_other_does()
    {
        var told = Pages.Rows("docs/settings.md").Where(r => r[0].StartsWith("`Gemeo:", StringComparison.Ordinal)).ToDictionary(r => r[0].Trim('`'), r => r[1]);
        var real = Settings("Gemeo", new Settings()).ToDictionary();
        Assert.Equal(real.Keys.Order(), told.Keys.Order());
        foreach (var (key, value) in real)
            Assert.True(value is null ? told[key].Length > 0 : told[key] == value, $"{key}: {value} is the default, the page says {told[key]}");
    }

    static IEnumerable<KeyValuePair<string, string?>> Settings(string section, object of)
    {
        foreach (var property in of.GetType().GetProperties())
            if (property.PropertyType.Assembly == typeof(Settings).Assembly)
                foreach (var inner in Settings($"{section}:{property.Name}", property.GetValue(of)!)) yield return inner;
            else yield return new($"{section}:{property.Name}", Default(property, of));
    }

    // "none" for what is not set; the data folder's default is made from the lab's name, so it is words.
    static string? Default(PropertyInfo property, object of) => property.GetValue(of) switch
    {
        null => property.Name == nameof(Gemeo.Hosting.Settings.Data) ? null : "none",
        string text => $"`{text}`",
        bool yes => yes ? "`true`" : "`false`",
        IEnumerable => "empty",
        var number => string.Create(CultureInfo.InvariantCulture, $"`{number}`"),
    };

    [Fact]
    public void Every_refusal_stands_in_its_page_with_its_status_and_both_sentences()
    {
        var real = typeof(Fault).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Fault>()
            .Select(f => $"{f.Status} `{f.Code}` {f.Pt} {f.En}").ToArray();
        var told = Pages.Rows("docs/errors.md").Where(r => r.Length == 5 && int.TryParse(r[0], out _)).Select(r => $"{r[0]} {r[1]} {r[3]} {r[4]}").ToArray();
        Assert.NotEmpty(real);
        Assert.Equal(real, told);
    }

    [Fact]
    public void Every_package_stands_in_its_page_and_no_other_does()
    {
        var nuget = XDocument.Load(Pages.PathOf("Directory.Packages.props")).Descendants("PackageVersion").Select(p => p.Attribute("Include")!.Value);
        var page = JsonNode.Parse(File.ReadAllText(Pages.PathOf("web/package.json")))!;
        var real = nuget.Concat(page["dependencies"]!.AsObject().Concat(page["devDependencies"]!.AsObject()).Select(p => p.Key)).ToArray();
        var told = Pages.Rows("docs/dependencies.md").Where(r => r[0].StartsWith('`')).Select(r => r[0].Trim('`')).ToArray();
        Assert.NotEmpty(real);
        Assert.Equal(real.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_decision_is_numbered_in_order_says_its_four_things_and_fits_a_page()
    {
        var decisions = Pages.All.Where(p => p.StartsWith("docs/adr/0", StringComparison.Ordinal)).ToArray();
        Assert.Equal(Enumerable.Range(1, decisions.Length), decisions.Select(d => int.Parse(d.AsSpan("docs/adr/".Length, 4), CultureInfo.InvariantCulture)));
        foreach (var decision in decisions)
        {
            var lines = Pages.Text(decision).TrimEnd().Split('\n');
            Assert.True(lines.Length <= 40, $"{decision} has {lines.Length} lines");
            Assert.Equal(["Status", "Context", "Decision", "Consequences"], lines.Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..]));
        }
    }
}
