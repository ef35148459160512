using System.Buffers;
using Gemeo.Knowledge.Search.Store;

namespace Gemeo.Knowledge.Search.Ranking;

/// <summary>The first pass: BM25 over expected frequencies of everything that has any of the words; keeps the best.</summary>
static class Sweep
{
    public static List<int> Best(Target target, Rarity rarity, SearchWeights weights)
    {
        var shard = target.Shard;
        var (scores, times) = (ArrayPool<double>.Shared.Rent(shard.Slots), ArrayPool<double>.Shared.Rent(shard.Slots));
        try
        {
            scores.AsSpan(0, shard.Slots).Clear();
            times.AsSpan(0, shard.Slots).Clear();
            for (var c = 0; c < target.Options.Length; c++) Add(target, c, rarity.Counts[c], weights, scores, times);
            return Top(shard, scores, weights.Candidates);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scores);
            ArrayPool<double>.Shared.Return(times);
        }
    }

    static void Add(Target target, int concept, double counts, SearchWeights weights, double[] scores, double[] times)
    {
        var shard = target.Shard;
        foreach (var (stem, probability) in target.Options[concept])
        {
            var slots = shard.Postings(stem).Slots;
            var often = shard.Postings(stem).Times;
            for (var i = 0; i < slots.Length; i++) times[slots[i]] += probability * often[i];
        }
        var (flat, slope) = (weights.K1 * (1 - weights.B), weights.K1 * weights.B / shard.MeanLength);
        foreach (var (stem, _) in target.Options[concept])
        {
            foreach (var slot in shard.Postings(stem).Slots)
            {
                if (times[slot] is not (var expected and > 0)) continue;
                scores[slot] += counts * expected * (weights.K1 + 1) / (expected + flat + (slope * shard.Length(slot)));
                times[slot] = 0;
            }
        }
    }

    static List<int> Top(Shard shard, double[] scores, int count)
    {
        var best = new PriorityQueue<int, (double Score, int Id)>(count + 1, Comparer<(double Score, int Id)>.Create(
            (a, b) => a.Score != b.Score ? a.Score.CompareTo(b.Score) : b.Id.CompareTo(a.Id)));
        var least = 0.0;
        for (var slot = 0; slot < shard.Slots; slot++)
        {
            if (scores[slot] <= 0 || scores[slot] < least || shard.Words(slot) is null) continue;
            best.Enqueue(slot, (scores[slot], shard.Id(slot)));
            if (best.Count > count) best.Dequeue();
            if (best.Count == count && best.TryPeek(out _, out var last)) least = last.Score;
        }
        return [.. best.UnorderedItems.Select(item => item.Element)];
    }
}
