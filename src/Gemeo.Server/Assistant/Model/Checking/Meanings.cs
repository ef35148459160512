using Gemeo.Linguistics;
using Gemeo.Linguistics.Lexicons;
using Gemeo.Linguistics.Stemming;
using Gemeo.Linguistics.Words;

namespace Gemeo.Assistant.Model.Checking;

/// <summary>The words of a claim, each with the stems that say the same in a passage's language.</summary>
sealed class Meanings
{
    const double Probable = 0.04;
    const double Alike = 0.8;
    const int SharedBeginning = 5;
    const int LongestPhrase = 4;

    readonly List<HashSet<string>> _words;
    readonly List<string> _keys;

    Meanings(List<HashSet<string>> words, List<string> keys) => (_words, _keys) = (words, keys);

    public int Count => _words.Count;

    public static Meanings Of(string claim, Lang from, Lang to)
    {
        var terms = Terms.Of(claim, from).Where(t => !t.Joined).DistinctBy(t => t.Stem).ToList();
        var words = terms.Select(t => new HashSet<string>(StringComparer.Ordinal) { t.Stem, Stem.Of(t.Surface, to) }).ToList();
        if (from == to) return new(words, []);
        for (var i = 0; i < terms.Count; i++)
            words[i].UnionWith(Lexicon.Default.Mutual(terms[i].Stem, from).Where(t => t.Probability >= Probable).Select(t => t.Stem));
        Phrases(terms, from, words);
        return new(words, [.. terms.Select(t => Cognates.Key(t.Stem))]);
    }

    static void Phrases(List<Term> terms, Lang from, List<HashSet<string>> words)
    {
        var stems = terms.Select(t => t.Stem).ToArray();
        for (var i = 0; i < stems.Length; i++)
            for (var length = 1; length <= LongestPhrase && i + length <= stems.Length; length++)
                foreach (var translation in Glossary.Default.Find(stems.AsSpan(i, length), from) ?? [])
                    for (var k = i; k < i + length; k++) words[k].UnionWith(translation);
    }

    /// <summary>How many of the words are said among these stems.</summary>
    public int Hits(IReadOnlySet<string> stems) => Enumerable.Range(0, Count).Count(i => _words[i].Overlaps(stems) || IsLike(i, stems));

    bool IsLike(int word, IReadOnlySet<string> stems) => _keys.Count > 0 && _keys[word].Length > 3 && stems.Any(s => IsLike(_keys[word], Cognates.Key(s)));

    // técnico and technician, sistema and systematic.
    static bool IsLike(string a, string b) => Cognates.Likeness(a, b) >= Alike
        || (Math.Min(a.Length, b.Length) >= SharedBeginning && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)));

    public static HashSet<string> StemsOf(string text, Lang language) => [.. Terms.Of(text, language).Select(t => t.Stem)];
}
