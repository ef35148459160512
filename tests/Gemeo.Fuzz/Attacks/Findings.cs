using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Gemeo.Fuzz.Attacks;

/// <summary>What must not be, each kind once with the first cases that showed it, in files to be played again.</summary>
public sealed partial class Findings(string? folder)
{
    const int Remembered = 128, KeptOfAKind = 3;

    readonly ConcurrentQueue<Case> _recent = new();
    readonly ConcurrentDictionary<string, int> _kinds = new(), _lesser = new();

    public IReadOnlyDictionary<string, int> Kinds => _kinds;

    public IReadOnlyDictionary<string, int> Lesser => _lesser;

    public void Began(Case made)
    {
        _recent.Enqueue(made);
        while (_recent.Count > Remembered) _recent.TryDequeue(out _);
    }

    /// <param name="cases">Those that are to blame; without any, all that were tried lately.</param>
    public void Add(string what, IReadOnlyList<Case>? cases = null)
    {
        var nth = _kinds.AddOrUpdate(Kind(what), 1, (_, n) => n + 1);
        if (nth <= KeptOfAKind) Keep(cases ?? [.. _recent], Kind(what), nth);
    }

    public void AddLesser(string what, Case made)
    {
        var nth = _lesser.AddOrUpdate(Kind(what), 1, (_, n) => n + 1);
        if (nth == 1) Keep([made], "lesser " + Kind(what), nth);
    }

    void Keep(IReadOnlyList<Case> cases, string kind, int nth)
    {
        if (folder is null) return;
        var name = NoName().Replace(kind, "-");
        var into = Directory.CreateDirectory(Path.Combine(folder, $"{name[..Math.Min(60, name.Length)]}-{nth}"));
        foreach (var made in cases) File.WriteAllText(Path.Combine(into.FullName, $"{made.Door}-{made.Seed}-{made.Number}.json"), made.Json());
    }

    // Addresses, numbers and ids differ from one to the next of the same kind.
    static string Kind(string what) => Digits().Replace(Address().Replace(what.Length > 300 ? what[..300] : what, "…"), "N");

    [GeneratedRegex("(?<=\\| [A-Z]{3,7} )\\S+")]
    private static partial Regex Address();

    [GeneratedRegex("[0-9a-f]{8,}|\\d+(?=\\D|$)(?<!\\b[345]\\d\\d)")]
    private static partial Regex Digits();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NoName();
}
