using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gemeo.Unity.Tests.Package;

public sealed partial class AssemblyTests
{
    // What Unity, its test framework and packages that a project may have call theirs.
    static readonly string[] _foreign = ["UnityEngine.UI", "Unity.TextMeshPro", "Unity.InputSystem", "UnityEngine.TestRunner", "UnityEditor.TestRunner"];

    // com.unity.ugui holds TextMeshPro since 2.0.
    static readonly Dictionary<string, string> _packageOf = new()
    {
        ["Unity.InputSystem"] = "com.unity.inputsystem",
        ["Unity.TextMeshPro"] = "com.unity.textmeshpro",
        ["UnityEngine.UI"] = "com.unity.ugui",
    };

    [Fact]
    public void Every_assembly_has_the_name_of_its_file_and_nobody_elses()
    {
        Assert.Empty(Upm.Assemblies.Where(a => !File.Exists(Upm.PathOf($"{a.Folder}/{Name(a.Json)}.asmdef"))).Select(a => a.Folder));
        Assert.Equal(Upm.Assemblies.Count, Upm.Assemblies.Select(a => Name(a.Json)).Distinct().Count());
        Assert.Superset(new HashSet<string> { "Gemeo.Client", "Gemeo.Client.Sockets", "Gemeo.Unity", "Gemeo.Unity.Editor", "Gemeo.Unity.Runtime.Tests", "Gemeo.Unity.Editor.Tests" },
            Upm.Assemblies.Select(a => Name(a.Json)).ToHashSet());
    }

    [Fact]
    public void Every_reference_leads_to_an_assembly_of_ours_or_of_Unity()
    {
        var known = Upm.Assemblies.Select(a => Name(a.Json)).Concat(_foreign).ToHashSet();
        Assert.Empty(Upm.Assemblies.SelectMany(a => Texts(a.Json, "references").Where(r => !known.Contains(r)).Select(r => $"{Name(a.Json)} → {r}")));
    }

    [Fact]
    public void No_assembly_of_the_game_refers_to_the_editor() =>
        Assert.Empty(Upm.Assemblies.Where(a => a.Folder.StartsWith("Runtime", StringComparison.Ordinal) && Texts(a.Json, "references").Any(r => r.Contains("Editor", StringComparison.Ordinal))).Select(a => a.Folder));

    [Theory]
    [InlineData("Editor")]
    [InlineData("Tests/Editor")]
    public void What_is_for_the_editor_is_built_for_nothing_else(string folder) =>
        Assert.Equal(["Editor"], Texts(Upm.Assemblies.Single(a => a.Folder == folder).Json, "includePlatforms"));

    [Theory]
    [InlineData("Tests/Editor")]
    [InlineData("Tests/Runtime")]
    public void Tests_are_built_only_where_tests_are_asked_for(string folder)
    {
        var assembly = Upm.Assemblies.Single(a => a.Folder == folder).Json;
        Assert.Contains("UNITY_INCLUDE_TESTS", Texts(assembly, "defineConstraints"));
        Assert.Contains("nunit.framework.dll", Texts(assembly, "precompiledReferences"));
    }

    [Fact]
    public void The_core_knows_no_engine_and_the_sockets_are_not_for_a_page()
    {
        Assert.True(Named("Gemeo.Client")["noEngineReferences"]!.GetValue<bool>());
        Assert.True(Named("Gemeo.Client.Sockets")["noEngineReferences"]!.GetValue<bool>());
        Assert.Contains("WebGL", Texts(Named("Gemeo.Client.Sockets"), "excludePlatforms"));
    }

    [Fact]
    public void Platforms_are_either_included_or_excluded() =>
        Assert.Empty(Upm.Assemblies.Where(a => Texts(a.Json, "includePlatforms").Length > 0 && Texts(a.Json, "excludePlatforms").Length > 0).Select(a => a.Folder));

    [Fact]
    public void Every_version_define_names_a_package_a_range_and_a_symbol()
    {
        foreach (var define in Upm.Assemblies.SelectMany(a => a.Json["versionDefines"]?.AsArray() ?? []))
        {
            Assert.Matches(@"^(com\.[a-z0-9-]+(\.[a-z0-9-]+)+|Unity)$", define!["name"]!.GetValue<string>());
            Assert.Matches("^[A-Z][A-Z0-9_]+$", define["define"]!.GetValue<string>());
            Assert.Matches(Range(), define["expression"]!.GetValue<string>());
        }
    }

    /// <summary>A name that resolves to nothing is let through by Unity, so what is behind it must be held back by a symbol of that package.</summary>
    [Fact]
    public void An_optional_assembly_is_used_only_behind_a_define_of_its_package()
    {
        foreach (var (folder, json) in Upm.Assemblies.Where(a => a.Folder.StartsWith("Runtime", StringComparison.Ordinal)))
            foreach (var optional in Texts(json, "references").Where(_packageOf.ContainsKey))
                Assert.True((json["versionDefines"]?.AsArray() ?? []).Any(d => d!["name"]!.GetValue<string>() == _packageOf[optional] || optional == "Unity.TextMeshPro" && d["name"]!.GetValue<string>() == "com.unity.ugui"), $"{folder} → {optional}");
    }

    [Fact]
    public void Every_script_belongs_to_an_assembly_of_its_own_folder_or_one_above()
    {
        var folders = Upm.Assemblies.Select(a => a.Folder).ToArray();
        Assert.DoesNotContain(Upm.All(), p => p.EndsWith(".cs", StringComparison.Ordinal) && !Array.Exists(folders, f => p.StartsWith(f + "/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Whoever_uses_JSON_by_name_says_so()
    {
        foreach (var (folder, json) in Upm.Assemblies.Where(a => a.Json["overrideReferences"]!.GetValue<bool>()))
            if (Scripts(folder).Any(s => File.ReadAllText(s).Contains("using Newtonsoft.Json", StringComparison.Ordinal)))
                Assert.True(Texts(json, "precompiledReferences").Contains("Newtonsoft.Json.dll"), folder);
    }

    /// <summary>Those of the assembly: a folder with a definition of its own is another one.</summary>
    static IEnumerable<string> Scripts(string folder) => Directory.EnumerateFiles(Upm.PathOf(folder), "*.cs", SearchOption.AllDirectories)
        .Where(s => !Upm.Assemblies.Any(a => a.Folder.StartsWith(folder + "/", StringComparison.Ordinal) && s.StartsWith(Upm.PathOf(a.Folder) + "/", StringComparison.Ordinal)));

    static JsonObject Named(string name) => Upm.Assemblies.Single(a => Name(a.Json) == name).Json;

    static string Name(JsonObject assembly) => assembly["name"]!.GetValue<string>();

    static string[] Texts(JsonObject of, string name) => [.. (of[name]?.AsArray() ?? []).Select(t => t!.GetValue<string>())];

    // "1.0.0", "[1.0,2.0)", "": Unity's version ranges.
    [GeneratedRegex(@"^(|\d+(\.\d+){0,2}[\w.-]*|[\[(][\d.]*,?[\d.]*[\])])$")]
    private static partial Regex Range();
}
