using Gemeo.Knowledge.Search.Queries;
using Gemeo.Knowledge.Search.Store;

namespace Gemeo.Knowledge.Search.Ranking;

/// <summary>A stem of one shard that counts for one concept.</summary>
readonly record struct Match(int Concept, double Probability);

/// <summary>A question as one shard sees it: numbers instead of words.</summary>
sealed class Target
{
    readonly Dictionary<int, Match[]> _matches = [];

    public Target(Shard shard, bool isSame, IReadOnlyList<Concept> concepts)
    {
        (Shard, IsSame) = (shard, isSame);
        Options = [.. concepts.Select(c => Resolved(isSame ? c.Same : c.Other))];
        Surfaces = [.. concepts.Select(c => isSame ? shard.FindSurface(c.Word) : -1)];
        Passages = [.. Options.Select(list => list.Sum(o => o.Probability * shard.Postings(o.Stem).Live))];
        foreach (var stem in Options.SelectMany((list, concept) => list.Select(o => (o.Stem, Match: new Match(concept, o.Probability)))).GroupBy(x => x.Stem))
            _matches.Add(stem.Key, [.. stem.Select(x => x.Match)]);
    }

    public Shard Shard { get; }

    public bool IsSame { get; }

    /// <summary>For each concept, the stems that this shard has.</summary>
    public IReadOnlyList<(int Stem, double Probability)>[] Options { get; }

    /// <summary>For each concept, the word as typed; -1 where this shard has none.</summary>
    public int[] Surfaces { get; }

    /// <summary>For each concept, in how many passages it is to be expected.</summary>
    public double[] Passages { get; }

    public ReadOnlySpan<Match> Matches(int stem) => _matches.TryGetValue(stem, out var matches) ? matches : default;

    List<(int, double)> Resolved(IReadOnlyList<Option> options) =>
        [.. options.Select(o => (Stem: Shard.FindStem(o.Stem), o.Probability)).Where(o => o.Stem >= 0 && Shard.Postings(o.Stem).Live > 0)];
}
