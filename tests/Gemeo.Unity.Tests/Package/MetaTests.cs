using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Gemeo.Unity.Tests.Package;

/// <summary>Users' scenes refer to scripts by the GUIDs of their .meta files: one that is missing or changes breaks them.</summary>
public sealed partial class MetaTests
{
    [Fact]
    public void Every_file_and_folder_that_Unity_imports_has_its_meta() =>
        Assert.Empty(Upm.Imported.Where(p => !File.Exists(Upm.PathOf(p + ".meta"))).Select(p => $"{p}: run node clients/unity/metas.mjs"));

    [Fact]
    public void No_meta_is_left_without_its_file() =>
        Assert.DoesNotContain(Upm.Metas, m => !Path.Exists(Upm.PathOf(m[..^".meta".Length])));

    [Fact]
    public void No_meta_lies_in_a_folder_that_Unity_passes_over() => Assert.DoesNotContain(Upm.Metas, Upm.IsHidden);

    [Fact]
    public void Every_guid_is_32_hex_digits_and_its_own()
    {
        var guids = Upm.Metas.ToLookup(m => Upm.GuidIn(m) ?? "");
        Assert.NotEmpty(guids);
        Assert.Empty(guids.Where(g => !Guid().IsMatch(g.Key)).Select(g => $"{g.First()}: \"{g.Key}\""));
        Assert.Empty(guids.Where(g => g.Count() > 1).Select(g => string.Join(" and ", g)));
    }

    [Fact]
    public void Every_meta_names_the_importer_of_its_kind() =>
        Assert.Empty(Upm.Imported.Where(p => !File.ReadAllText(Upm.PathOf(p + ".meta")).Contains("\n" + Importer(p), StringComparison.Ordinal)).Select(p => $"{p}: {Importer(p)}"));

    static string Importer(string path) => Directory.Exists(Upm.PathOf(path)) ? "folderAsset: yes" : path == "package.json" ? "PackageManifestImporter:" : Path.GetExtension(path) switch
    {
        ".cs" => "MonoImporter:",
        ".asmdef" => "AssemblyDefinitionImporter:",
        ".jslib" => "PluginImporter:",
        ".md" or ".xml" => "TextScriptImporter:",
        var other => throw new InvalidOperationException($"{path}: what imports a {other} file?"),
    };

    [Fact]
    public void A_script_for_browsers_is_taken_by_the_Web_platform_only()
    {
        foreach (var script in Upm.Imported.Where(p => p.EndsWith(".jslib", StringComparison.Ordinal)))
        {
            var enabled = Platform().Matches(File.ReadAllText(Upm.PathOf(script + ".meta"))).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
            Assert.Equal("1", enabled["WebGL: WebGL"]);
            Assert.All(enabled.Where(e => e.Key != "WebGL: WebGL"), e => Assert.Equal("0", e.Value));
        }
    }

    /// <summary>The tool that makes them changes none that stands, and the same path gets the same GUID everywhere.</summary>
    [Fact]
    public void The_tool_gives_a_new_file_a_GUID_of_its_path_and_leaves_the_others_alone()
    {
        using var copy = new Copy();
        var standing = File.ReadAllText(copy.PathOf("com.gemeo.client/package.json.meta")).Replace("guid: ", "guid: 00", StringComparison.Ordinal);
        File.WriteAllText(copy.PathOf("com.gemeo.client/package.json.meta"), standing);
        File.WriteAllText(copy.PathOf("com.gemeo.client/Runtime/New.cs"), "");
        File.WriteAllText(copy.PathOf("com.gemeo.client/Runtime/Gone.cs.meta"), "");
        var (again, first) = (copy.Make("--check"), copy.Make());
        Assert.Equal((1, "+ Runtime/New.cs.meta"), (again.Code, again.Said.Split('\n').Single(l => l.StartsWith('+'))));
        Assert.Contains("- Runtime/Gone.cs.meta", first.Said, StringComparison.Ordinal);
        Assert.Equal(standing, File.ReadAllText(copy.PathOf("com.gemeo.client/package.json.meta")));
        Assert.Matches(@"guid: [0-9a-f]{32}\nMonoImporter:", File.ReadAllText(copy.PathOf("com.gemeo.client/Runtime/New.cs.meta")));
        Assert.Equal((0, "Every file has its .meta."), copy.Make("--check"));
    }

    sealed class Copy : IDisposable
    {
        readonly string _folder = Folder.New("metas");

        public Copy()
        {
            File.Copy(Path.Combine(Repository.Root, "clients", "unity", "metas.mjs"), PathOf("metas.mjs"));
            foreach (var path in Upm.All().Prepend(""))
                if (Directory.Exists(Upm.PathOf(path))) Directory.CreateDirectory(PathOf("com.gemeo.client/" + path));
                else File.Copy(Upm.PathOf(path), PathOf("com.gemeo.client/" + path));
        }

        public string PathOf(string relative) => Path.Combine(_folder, relative);

        public (int Code, string Said) Make(params string[] args)
        {
            using var node = Process.Start(new ProcessStartInfo("node", [PathOf("metas.mjs"), .. args]) { RedirectStandardOutput = true })!;
            var said = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            return (node.ExitCode, said.Trim());
        }

        public void Dispose() => Folder.Remove(_folder);
    }

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex Guid();

    [GeneratedRegex(@"- first:\n      (\S+: ?\S*)\s*\n    second:\n      enabled: (\d)")]
    private static partial Regex Platform();
}
