using Gemeo.Knowledge.Search;
using Gemeo.Linguistics.Words;

namespace Gemeo.Assistant.Quotes;

/// <summary>A unit with the words of the question that stand in it.</summary>
/// <param name="Has">For each word of the question, how surely it stands there.</param>
/// <param name="Exact">For each, whether it stands there as typed.</param>
/// <param name="Pair">For each, how surely it stands beside the next.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="News">How many of them are none of the question's.</param>
sealed record Marked(Unit Unit, double[] Has, bool[] Exact, double[] Pair, int Words, int News)
{
    /// <summary>All units of a passage.</summary>
    public static List<Marked> Read(Source source, AskedWords asked)
    {
        var (terms, at) = (Terms.Of(source.Text, source.Language), 0);
        var marked = new List<Marked>();
        foreach (var unit in Unit.Of(source))
        {
            while (at < terms.Count && terms[at].Start < unit.Span.Start) at++;
            var first = at;
            while (at < terms.Count && terms[at].Start < unit.Span.End) at++;
            marked.Add(Of(unit, source, terms.GetRange(first, at - first), asked));
        }
        return marked;
    }

    /// <summary>For each word of the question, how surely it stands anywhere in the passage or over it.</summary>
    public static double[] Around(Source source, List<Marked> units, AskedWords asked)
    {
        var around = new double[asked.Count];
        foreach (var term in Terms.Of($"{source.Name} {source.Section}", source.Language))
            foreach (var (word, share) in asked.For(term.Stem, source.Language)) around[word] = Math.Max(around[word], share);
        foreach (var unit in units)
            for (var word = 0; word < around.Length; word++) around[word] = Math.Max(around[word], unit.Has[word]);
        return around;
    }

    static Marked Of(Unit unit, Source source, List<Term> terms, AskedWords asked)
    {
        var (has, exact, pair) = (new double[asked.Count], new bool[asked.Count], new double[asked.Count]);
        List<(int Word, double Share)> before = [];
        var (words, news) = (0, 0);
        foreach (var term in terms)
        {
            var here = asked.For(term.Stem, source.Language);
            foreach (var (word, share) in here)
            {
                has[word] = Math.Max(has[word], share);
                exact[word] |= asked.Surface(word) == term.Surface;
                foreach (var (last, other) in before)
                    // "Água salgada" is "salt water": what is translated may be turned round.
                    if (last + 1 == word || (last == word + 1 && asked.IsAcross(source.Language))) pair[Math.Min(last, word)] = Math.Max(pair[Math.Min(last, word)], share * other);
            }
            if (term.Joined) continue;
            words++;
            if (here.Count == 0) news++;
            before = here;
        }
        return new(unit, has, exact, pair, words, news);
    }
}
