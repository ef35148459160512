using Gemeo.Linguistics;
using Gemeo.Knowledge.Search.Queries;

namespace Gemeo.Knowledge.Search.Ranking;

/// <summary>Answers one question from the shards as they stand.</summary>
sealed class Ranker(IReadOnlyList<Concept> concepts, IReadOnlyList<(Lang Language, Target Target)> targets, Lang question, SearchWeights weights)
{
    readonly Rarity _rarity = new(concepts, [.. targets.Select(t => t.Target)]);

    public List<SearchHit> Best(int limit, bool trace)
    {
        var ideal = Ideal();
        if (ideal <= 0) return [];
        var judged = targets.SelectMany(t => Judged(t.Target)).Where(j => j.Score > 0).OrderByDescending(j => j.Score).ThenBy(j => j.Id);
        var (kept, alike, duplicates) = (new List<Judged>(), new List<List<int>>(), new Duplicates(weights.Duplicate));
        foreach (var one in judged)
        {
            var same = duplicates.Find(one.Target, one.Slot);
            if (same >= 0) alike[same].Add(one.Id);
            else if (kept.Count == limit) break;
            else
            {
                kept.Add(one);
                alike.Add([]);
            }
        }
        return [.. kept.Select((one, i) => new SearchHit(one.Id, LanguageOf(one), one.Score / ideal, alike[i], trace ? Traced(one, ideal) : null))];
    }

    IEnumerable<Judged> Judged(Target target)
    {
        var judge = new Judge(target, _rarity, weights);
        return Sweep.Best(target, _rarity, weights).Select(judge.Of);
    }

    Lang LanguageOf(Judged one) => targets.First(t => t.Target == one.Target).Language;

    double Ideal()
    {
        var sum = 0.0;
        for (var c = 0; c < concepts.Count; c++)
        {
            sum += _rarity.Counts[c] * (((weights.K1 + 1) * (1 + weights.Sentence)) + weights.Exact);
            if (c + 1 < concepts.Count) sum += weights.Pair * _rarity.Pair(c);
        }
        return sum * Math.Max(1, weights.Across);
    }

    Trace Traced(Judged one, double ideal)
    {
        var words = concepts.Select((concept, c) => new TracedWord(concept.Word, concept.Stem, concept.Weight, _rarity.Passages[c], _rarity.Idf[c], one.Times[c],
            one.Target.IsSame ? concept.Same : concept.Other, one.Word[c] / ideal, one.Sentence[c] / ideal, one.Exact[c] / ideal));
        var pairs = one.Pair.Select((contribution, c) => (contribution, c)).Where(p => p.contribution > 0)
            .Select(p => new TracedPair(concepts[p.c].Word, concepts[p.c + 1].Word, p.contribution / ideal));
        return new(question, LanguageOf(one), ideal, [.. words], [.. pairs]);
    }
}
