using Gemeo.Knowledge.Search.Queries;

namespace Gemeo.Knowledge.Search.Ranking;

/// <summary>
/// How much each concept counts: its weight, and its rarity over both languages together. One number for both is what makes
/// scores of Portuguese and English passages comparable.
/// </summary>
sealed class Rarity
{
    public Rarity(IReadOnlyList<Concept> concepts, IReadOnlyList<Target> targets)
    {
        var all = targets.Sum(t => t.Shard.Count);
        Passages = [.. concepts.Select((_, c) => targets.Sum(t => t.Passages[c]))];
        Idf = [.. Passages.Select(n => Math.Log(1 + ((all - n + .5) / (n + .5))))];
        Counts = [.. concepts.Select((concept, c) => concept.Weight * Idf[c])];
    }

    /// <summary>In how many passages the concept is to be expected.</summary>
    public double[] Passages { get; }

    public double[] Idf { get; }

    /// <summary>Weight times idf.</summary>
    public double[] Counts { get; }

    /// <summary>Of two concepts side by side.</summary>
    public double Pair(int first) => (Counts[first] + Counts[first + 1]) / 2;
}
