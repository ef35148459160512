using System.Buffers;
using Gemeo.Knowledge.Search.Queries;
using Gemeo.Knowledge.Search.Store;
using Gemeo.Linguistics;

namespace Gemeo.Knowledge.Search.Ranking;

/// <summary>A stem of one shard that counts for one concept.</summary>
readonly record struct Match(int Concept, double Probability);

/// <summary>A question as one shard sees it: numbers instead of words.</summary>
sealed class Target : IDisposable
{
    readonly List<Match[]> _matches = [[]];
    // Which of the matches each stem has. Rented: every word of a hundred passages asks, and few stems have any.
    readonly int[] _matchesOf;

    public Target(Lang language, Shard shard, bool isSame, IReadOnlyList<Concept> concepts)
    {
        (Language, Shard, IsSame) = (language, shard, isSame);
        Options = [.. concepts.Select(c => Resolved(isSame ? c.Same : c.Other))];
        Surfaces = [.. concepts.Select(c => isSame ? shard.FindSurface(c.Word) : -1)];
        Passages = [.. Options.Select(list => list.Sum(o => o.Probability * shard.Postings(o.Stem).Live))];
        _matchesOf = ArrayPool<int>.Shared.Rent(shard.Stems);
        _matchesOf.AsSpan(0, shard.Stems).Clear();
        foreach (var stem in Options.SelectMany((list, concept) => list.Select(o => (o.Stem, Match: new Match(concept, o.Probability)))).GroupBy(x => x.Stem))
        {
            _matchesOf[stem.Key] = _matches.Count;
            _matches.Add([.. stem.Select(x => x.Match)]);
        }
    }

    public Lang Language { get; }

    public Shard Shard { get; }

    public bool IsSame { get; }

    /// <summary>For each concept, the stems that this shard has.</summary>
    public IReadOnlyList<(int Stem, double Probability)>[] Options { get; }

    /// <summary>For each concept, the word as typed; -1 where this shard has none.</summary>
    public int[] Surfaces { get; }

    /// <summary>For each concept, in how many passages it is to be expected.</summary>
    public double[] Passages { get; }

    public Match[] Matches(int stem) => _matches[_matchesOf[stem]];

    public void Dispose() => ArrayPool<int>.Shared.Return(_matchesOf);

    List<(int, double)> Resolved(IReadOnlyList<Option> options) =>
        [.. options.Select(o => (Stem: Shard.FindStem(o.Stem), o.Probability)).Where(o => o.Stem >= 0 && Shard.Postings(o.Stem).Live > 0)];
}
