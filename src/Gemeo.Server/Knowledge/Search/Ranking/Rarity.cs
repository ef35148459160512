using Gemeo.Knowledge.Search.Queries;

namespace Gemeo.Knowledge.Search.Ranking;

/// <summary>
/// How much each concept counts: its weight, and its rarity over both languages together. One number for both is what makes
/// scores of Portuguese and English passages comparable. In a collection of a few passages each word of them is common and each that
/// none has is rare, whatever they are; so some passages of ordinary text are counted along.
/// </summary>
sealed class Rarity
{
    /// <param name="ordinary">The share of ordinary passages that have a stem of the question.</param>
    public Rarity(IReadOnlyList<Concept> concepts, IReadOnlyList<Target> targets, Func<string, double> ordinary, SearchWeights weights)
    {
        var all = targets.Sum(t => t.Shard.Count) + weights.Ordinary;
        Passages = [.. concepts.Select((concept, c) => targets.Sum(t => t.Passages[c]) + (weights.Ordinary * ordinary(concept.Stem)))];
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
