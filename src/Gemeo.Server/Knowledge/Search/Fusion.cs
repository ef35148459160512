namespace Gemeo.Knowledge.Search;

/// <summary>One retriever's answer.</summary>
/// <param name="Weight">How much it has to say; lists' weights need not add up to anything.</param>
/// <param name="Floor">The score that says nothing: 0 for words, the likeness of unrelated texts for embeddings.</param>
public sealed record RankedList(IReadOnlyList<(int Id, double Score)> Hits, double Weight, double Floor = 0);

/// <summary>
/// Makes one list of several: each one's scores as shares of its best, weighted and added. Adding up ranks instead forgets by how
/// much one passage is better than the next, and measured worse (docs/adr/0013).
/// </summary>
public static class Fusion
{
    public static IReadOnlyList<(int Id, double Score)> Convex(IReadOnlyCollection<RankedList> lists, int limit)
    {
        var (scores, all) = (new Dictionary<int, double>(), lists.Sum(l => l.Weight));
        foreach (var list in lists)
        {
            if (list.Hits.Count == 0 || list.Hits.Max(h => h.Score) - list.Floor is not (> 0 and var range)) continue;
            foreach (var (id, score) in list.Hits)
                scores[id] = scores.GetValueOrDefault(id) + (list.Weight / all * Math.Max(0, score - list.Floor) / range);
        }
        return [.. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(limit).Select(s => (s.Key, s.Value))];
    }
}
