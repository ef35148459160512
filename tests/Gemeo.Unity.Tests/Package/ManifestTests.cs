using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Gemeo.Unity.Tests.Package;

public sealed partial class ManifestTests
{
    [Fact]
    public void The_manifest_says_what_the_package_manager_needs()
    {
        Assert.Equal("com.gemeo.client", Text("name"));
        Assert.Matches(@"^\d+\.\d+\.\d+(-[\w.]+)?$", Text("version"));
        Assert.Equal(XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value, Text("version"));
        Assert.Equal("2022.3", Text("unity"));
        Assert.Equal("MIT", Text("license"));
        Assert.Equal("clients/unity/com.gemeo.client", Upm.Manifest["repository"]!["directory"]!.GetValue<string>());
        Assert.Equal("3.2.1", Upm.Manifest["dependencies"]!["com.unity.nuget.newtonsoft-json"]!.GetValue<string>());
        Assert.True(Directory.Exists(Path.Combine(Repository.Root, Upm.Manifest["repository"]!["directory"]!.GetValue<string>())));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("LICENSE.md")]
    [InlineData("Third Party Notices.md")]
    [InlineData("Documentation~/index.md")]
    public void It_has_the_files_of_a_package(string file) => Assert.True(File.Exists(Upm.PathOf(file)), file);

    [Fact]
    public void The_change_log_begins_with_the_version_of_the_manifest() =>
        Assert.Equal(Text("version"), Version().Match(File.ReadAllText(Upm.PathOf("CHANGELOG.md"))).Groups[1].Value);

    [Fact]
    public void Its_licence_is_that_of_the_repository() =>
        Assert.EndsWith(File.ReadAllText(Path.Combine(Repository.Root, "LICENSE")).Split('\n', 2)[1].Trim(), File.ReadAllText(Upm.PathOf("LICENSE.md")).Trim(), StringComparison.Ordinal);

    [Fact]
    public void Every_sample_lies_where_the_manifest_says_with_scripts_an_assembly_and_a_page_about_it()
    {
        var told = Upm.Manifest["samples"]!.AsArray().Select(s => s!["path"]!.GetValue<string>()).ToArray();
        Assert.Equal(Directory.GetDirectories(Upm.PathOf("Samples~")).Select(d => "Samples~/" + Path.GetFileName(d)).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        foreach (var sample in told)
        {
            Assert.True(File.Exists(Upm.PathOf(sample + "/README.md")), sample + "/README.md");
            Assert.Single(Directory.GetFiles(Upm.PathOf(sample), "*.asmdef"));
            Assert.NotEmpty(Directory.GetFiles(Upm.PathOf(sample), "*.cs"));
        }
    }

    /// <summary>The README's address for the package manager leads into this repository's folder.</summary>
    [Fact]
    public void The_address_to_install_from_is_that_of_the_manifest()
    {
        var repository = Upm.Manifest["repository"]!;
        var address = repository["url"]!.GetValue<string>()["git+".Length..] + "?path=/" + repository["directory"]!.GetValue<string>();
        foreach (var page in new[] { "README.md", "Documentation~/index.md" })
            Assert.Contains(address, File.ReadAllText(Upm.PathOf(page)), StringComparison.Ordinal);
    }

    static string Text(string name) => Upm.Manifest[name]!.GetValue<string>();

    [GeneratedRegex(@"^## \[([^\]]+)\]", RegexOptions.Multiline)]
    private static partial Regex Version();
}
