using System.Text;
using Gemeo.Assistant.Intents;
using Gemeo.Labs;
using Gemeo.Linguistics;

namespace Gemeo.Tests.Assistant.Intents;

/// <summary>One line of utterances.tsv.</summary>
public sealed record Saying(string Lab, string Lang, string Expected, string Text)
{
    /// <summary>A third of the texts, by a hash that nobody chose: nothing was tuned on it.</summary>
    public bool IsKeptAside => Hash(Text) % 3 == 0;

    public bool IsOrder => Expected.StartsWith("order", StringComparison.Ordinal);

    // FNV-1a
    static uint Hash(string text) => Encoding.UTF8.GetBytes(text).Aggregate(2166136261, (h, b) => (h ^ b) * 16777619);
}

/// <summary>The labelled sayings, the two labs, and the moment at which everything is said.</summary>
static class Utterances
{
    /// <summary>A Wednesday, 15:30 in São Paulo and 14:30 in Manaus.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 11, 18, 30, 0, TimeSpan.Zero);

    static readonly Lazy<Dictionary<string, Lab>> _labs = new(() => new()
    {
        ["demo"] = LabFile.Load(Path.Combine(Repository.Root, "labs", "demo")),
        ["greenhouse"] = LabFile.Load(Path.Combine(Folder, "greenhouse")),
    });

    static readonly Lazy<Dictionary<string, Recogniser>> _recognisers = new(() => _labs.Value.ToDictionary(l => l.Key, l => new Recogniser(l.Value)));

    static string Folder => Path.Combine(Repository.Root, "tests", "Gemeo.Tests", "Assistant", "Intents", "Data");

    public static IEnumerable<string> Labs => _labs.Value.Keys;

    public static IReadOnlyList<Saying> Read(string file) =>
        [.. File.ReadLines(Path.Combine(Folder, file)).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).Select(c => new Saying(c[0], c[1], c[2], c[3]))];

    public static Lab Lab(string name) => _labs.Value[name];

    public static Intent Recognise(string lab, string text) => _recognisers.Value[lab].Recognise(new(text, Now));

    public static Intent Recognise(string lab, Asking asking) => _recognisers.Value[lab].Recognise(asking);

    public static string Heard(Saying said) => Canonical.Of(Recognise(said.Lab, said.Text), Lab(said.Lab));

    /// <summary>Whether what was heard is what the label says.</summary>
    public static bool IsRight(Saying said) => Canonical.Fits(said.Expected, Heard(said));
}
