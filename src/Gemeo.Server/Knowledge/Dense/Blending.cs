using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;

namespace Gemeo.Knowledge.Dense;

/// <summary>Makes one list of what was found by words and what by meaning.</summary>
static class Blending
{
    /// <param name="words">Best first.</param>
    /// <param name="weight">What meaning has to say, of 1.</param>
    /// <returns>What was found by meaning alone has no language yet.</returns>
    public static List<SearchHit> Of(IReadOnlyList<SearchHit> words, Likeness likeness, double weight, int limit, bool trace)
    {
        var repeated = words.SelectMany(h => h.Alike).ToHashSet();
        var near = likeness.Hits.Where(h => !repeated.Contains(h.Id)).ToDictionary(h => h.Id, h => h.Score);
        var (top, best) = (words.Count == 0 ? 0 : words[0].Score, near.Count == 0 ? likeness.Floor : near.Values.Max());
        var range = best - likeness.Floor;
        // A passage whose turn to be embedded has not come must not fall behind those whose has: its words speak for both.
        var meant = near.Select(n => (n.Key, n.Value)).Concat(words.Where(h => !near.ContainsKey(h.Id)).Select(h => (h.Id, likeness.Floor + (range * h.Score / top))));
        var fused = Fusion.Convex([new([.. words.Select(h => (h.Id, h.Score))], 1 - weight), new([.. meant], weight, likeness.Floor)], limit);
        if (fused is not [{ Score: > 0 }, ..]) return [];
        var scale = Math.Max(top, weight * Math.Max(0, range) / (1 - Math.Min(likeness.Floor, .999))) / fused[0].Score;
        var known = words.ToDictionary(h => h.Id);
        return [.. fused.Where(f => f.Score > 0).Select(f => (known.GetValueOrDefault(f.Id) ?? new SearchHit(f.Id, Lang.Pt, 0, [], null)) with
        {
            Score = f.Score * scale,
            Blend = trace ? new(Part(known.GetValueOrDefault(f.Id)?.Score, 0, top, 1 - weight), Part(near.TryGetValue(f.Id, out var score) ? score : null, likeness.Floor, best, weight), scale) : null,
        })];
    }

    static BlendPart? Part(double? score, double floor, double best, double weight) =>
        score is { } given ? new(given, floor, best > floor ? Math.Max(0, given - floor) / (best - floor) : 0, weight) : null;
}
