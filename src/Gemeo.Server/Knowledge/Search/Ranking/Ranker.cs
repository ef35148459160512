using Gemeo.Knowledge.Search.Queries;
using Gemeo.Linguistics;

namespace Gemeo.Knowledge.Search.Ranking;

/// <summary>Answers one question from the shards as they stand.</summary>
sealed class Ranker(IReadOnlyList<Concept> concepts, IReadOnlyList<Target> targets, Lang question, Func<string, double> ordinary, SearchWeights weights)
{
    readonly Rarity _rarity = new(concepts, targets, ordinary, weights);

    public List<SearchHit> Best(int limit, bool trace)
    {
        var ideal = Ideal();
        if (ideal <= 0) return [];
        var (kept, alike, duplicates) = (new List<Scored>(), new List<List<int>>(), new Duplicates(weights.Duplicate));
        foreach (var one in targets.SelectMany(Scores).OrderByDescending(s => s.Score).ThenBy(s => s.Id))
        {
            var same = duplicates.Find(one.Judge.Target, one.Slot);
            if (same >= 0) alike[same].Add(one.Id);
            else if (kept.Count == limit) break;
            else
            {
                kept.Add(one);
                alike.Add([]);
            }
        }
        return [.. kept.Select((one, i) => new SearchHit(one.Id, one.Judge.Target.Language, one.Score / ideal, alike[i], trace ? Traced(one.Judge.Of(one.Slot), ideal) : null))];
    }

    IEnumerable<Scored> Scores(Target target)
    {
        var judge = new Judge(target, _rarity, weights);
        return Sweep.Best(target, _rarity, weights).Select(slot => new Scored(judge, slot, target.Shard.Id(slot), judge.Score(slot))).Where(s => s.Score > 0);
    }

    readonly record struct Scored(Judge Judge, int Slot, int Id, double Score);

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
        return new(question, one.Target.Language, ideal, [.. words], [.. pairs]);
    }
}
