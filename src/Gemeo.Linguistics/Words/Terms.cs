using Gemeo.Linguistics.Stemming;

namespace Gemeo.Linguistics.Words;

/// <summary>A word that says what a text is about.</summary>
/// <param name="Surface">As written, folded.</param>
/// <param name="Stem">What an index knows it by.</param>
/// <param name="Acronym">Written in capitals among words that are not.</param>
/// <param name="Joined">The whole of a compound whose parts come just before it.</param>
public readonly record struct Term(string Surface, string Stem, int Start, int Length, bool Acronym, bool Joined)
{
    public int End => Start + Length;
}

/// <summary>The terms of a text, in order, without stop words.</summary>
public static class Terms
{
    /// <summary>Changes when the same text may give other stems than before: a lexicon learnt with other stems is of no use.</summary>
    public const int Version = 1;

    public static List<Term> Of(string text, Lang language)
    {
        var words = WordReader.Read(text);
        var terms = new List<Term>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var acronym = IsAcronym(words, i);
            if (StopWords.Contains(language, word.Text) && !acronym) continue;
            terms.Add(new(word.Text, Stem.Of(word.Text, language), word.Start, word.Length, acronym, word.Joined));
        }
        return terms;
    }

    // OS and AS are operating and autonomous systems, unless everything around them is in capitals too.
    static bool IsAcronym(List<Word> words, int at) => words[at].Shouted && (IsQuiet(words, at - 1) || IsQuiet(words, at + 1));

    static bool IsQuiet(List<Word> words, int at) => at >= 0 && at < words.Count && !words[at].Shouted;
}
