using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gemeo.Bench.Retrieval;

/// <summary>What everybody has: BM25 over words, k1 1.2, b .75.</summary>
sealed partial class PlainBm25
{
    const double K1 = 1.2;
    const double B = .75;

    readonly Func<string, IEnumerable<string>> _words;
    readonly Dictionary<string, List<(int At, int Times)>> _postings = [];
    readonly List<(int Id, int Length)> _passages = [];

    public PlainBm25(IEnumerable<(int Id, string Text)> passages, Func<string, IEnumerable<string>> words)
    {
        _words = words;
        foreach (var (id, text) in passages)
        {
            var counts = words(text).CountBy(w => w).ToList();
            foreach (var (word, times) in counts)
            {
                if (!_postings.TryGetValue(word, out var list)) _postings.Add(word, list = []);
                list.Add((_passages.Count, times));
            }
            _passages.Add((id, counts.Sum(c => c.Value)));
        }
    }

    public static IEnumerable<string> Words(string text) => Word().Matches(text.ToLowerInvariant()).Select(m => m.Value);

    public static IEnumerable<string> FoldedAndCut(string text) => Words(Folded(text)).Select(w => w.Length > 6 ? w[..6] : w);

    public IReadOnlyList<int> Search(string question, int limit)
    {
        var (scores, mean) = (new double[_passages.Count], _passages.Average(p => p.Length));
        foreach (var word in _words(question))
        {
            if (!_postings.TryGetValue(word, out var list)) continue;
            var idf = Math.Log(1 + ((_passages.Count - list.Count + .5) / (list.Count + .5)));
            foreach (var (at, times) in list) scores[at] += idf * times * (K1 + 1) / (times + (K1 * (1 - B + (B * _passages[at].Length / mean))));
        }
        return [.. Enumerable.Range(0, scores.Length).Where(i => scores[i] > 0).OrderByDescending(i => scores[i]).ThenBy(i => _passages[i].Id).Take(limit).Select(i => _passages[i].Id)];
    }

    static string Folded(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
