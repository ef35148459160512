using System.Text.RegularExpressions;

namespace Gemeo.Tests.Architecture;

/// <summary>Data flows one way: device → thing → log → views. Folders may use only what lies below them.</summary>
public sealed partial class ArrowTests
{
    static readonly Dictionary<string, string[]> _mayUse = new()
    {
        ["Log"] = ["Hosting"],
        ["Things"] = ["Access.Rights", "Log", "Labs", "Hosting", "Devices.Codec"],
        ["Labs"] = ["Things", "Log", "Hosting"],
        ["Devices"] = ["Access.Rights", "Devices.Codec", "Things", "Labs", "Log", "Hosting", "Access", "Security"],
        ["Security"] = ["Access.Rights", "Things", "Log", "Hosting"],
        ["Keeping"] = ["Log", "Knowledge", "Assistant", "Access", "Hosting"],
        ["Live"] = ["Access.Rights", "Things", "Log", "Presence", "Hosting", "Devices.Codec"],
        ["Presence"] = ["Access.Rights", "Things", "Labs", "Hosting"],
        ["History"] = ["Access.Rights", "Things", "Labs", "Log", "Hosting"],
        ["Knowledge"] = ["Access.Rights", "Labs", "Log", "Linguistics", "Hosting"],
        ["Access"] = ["Access.Rights", "Things", "Log", "Hosting"],
        ["Access.Rights"] = [],
        ["Devices.Codec"] = ["Labs"],
        ["Assistant"] = ["Access.Rights", "Things", "Labs", "Log", "History", "Knowledge", "Linguistics", "Hosting", "Devices.Codec"],
    };

    [Fact]
    public void Arrows_point_down_only()
    {
        var server = Path.Combine(Repository.Root, "src", "Gemeo.Server");
        var wrong = new List<string>();
        foreach (var file in Directory.EnumerateFiles(server, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            if (Room().Match(text) is not { Success: true } room || !_mayUse.TryGetValue(Top(room.Groups[1].Value), out var allowed)) continue;
            foreach (Match use in Use().Matches(text))
                if (Top(use.Groups[1].Value) is var used && used != Top(room.Groups[1].Value) && !allowed.Contains(used)) wrong.Add($"{Path.GetRelativePath(server, file)} uses {used}");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_file_outgrows_its_room()
    {
        var big = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(f => File.ReadLines(f).Count() > 300);
        Assert.Empty(big);
    }

    static string Top(string name) => name.StartsWith("Devices.Codec", StringComparison.Ordinal) ? "Devices.Codec" : name.StartsWith("Access.Rights", StringComparison.Ordinal) ? "Access.Rights" : name.Split('.')[0];

    [GeneratedRegex(@"^namespace Gemeo\.([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Room();

    [GeneratedRegex(@"^using (?:\w+ = )?Gemeo\.([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Use();
}
