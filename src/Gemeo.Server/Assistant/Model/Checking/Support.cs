using System.Text.RegularExpressions;
using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;
using Gemeo.Linguistics.Sentences;

namespace Gemeo.Assistant.Model.Checking;

/// <summary>Finds in a stored passage the place that says what a sentence claims.</summary>
/// <remarks>A word-for-word quotation must stand there as it is. Anything else must share enough of its words, and agree in denying, with one
/// sentence of the passage or two in a row.</remarks>
static partial class Support
{
    const double Enough = 0.5;
    // Not every word has a translation in the lexicon.
    const double EnoughAcross = 0.4;

    /// <summary>Where the passage supports the claim; null when it does not.</summary>
    public static Span? Of(string claim, Lang language, Source source) => Quoted(claim, source) ?? Said(claim, language, source);

    /// <summary>What the sentence quotes word for word.</summary>
    public static IReadOnlyList<string> Quotes(string claim) => [.. Quote().Matches(claim).Select(m => m.Groups[1].Value.Trim().TrimEnd('.', ',', ';', '…')).Where(q => q.Contains(' ', StringComparison.Ordinal))];

    public static bool Has(Source source, string quote) => Find(source.Text, quote) is not null;

    static Span? Quoted(string claim, Source source) => Quotes(claim).Select(q => Find(source.Text, q)).FirstOrDefault(s => s is not null);

    static Span? Said(string claim, Lang language, Source source)
    {
        var meanings = Meanings.Of(claim, language, source.Language);
        if (meanings.Count == 0) return null;
        var (figures, denies) = (Figures.In(claim), Negations.In(claim, language));
        var enough = Math.Max(Math.Min(2, meanings.Count), (language == source.Language ? Enough : EnoughAcross) * meanings.Count);
        var said = Sentence.Split(source.Text).Select(s => Read(source, s, meanings, figures)).ToList();
        return said.Concat(said.Zip(said.Skip(1), (a, b) => Both(source, a, b, meanings, figures)))
            .Where(w => w.Denies == denies && w.Hits >= enough)
            .OrderByDescending(w => w.Figures).ThenByDescending(w => w.Hits).ThenBy(w => w.Place.Length).FirstOrDefault()?.Place;
    }

    sealed record Window(Span Place, int Hits, int Figures, bool Denies);

    static Window Read(Source source, Span place, Meanings meanings, IReadOnlyList<string> figures)
    {
        var text = source.Text.Substring(place.Start, place.Length);
        return new(place, meanings.Hits(Meanings.StemsOf(text, source.Language)), Figures.Hits(figures, text), Negations.In(text, source.Language));
    }

    // Of two sentences, the one that says more of the claim also says whether it is so or not so.
    static Window Both(Source source, Window a, Window b, Meanings meanings, IReadOnlyList<string> figures) =>
        Read(source, new(a.Place.Start, b.Place.End - a.Place.Start), meanings, figures) with { Denies = a.Hits >= b.Hits ? a.Denies : b.Denies };

    // Lines of a page break where the page ends, and quotes may be curly on one side.
    static Span? Find(string text, string quote)
    {
        var pattern = string.Join(@"\s+", quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => Regex.Escape(w).Replace("'", "['’]", StringComparison.Ordinal)));
        return Regex.Match(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking) is { Success: true } m ? new(m.Index, m.Length) : null;
    }

    [GeneratedRegex(@"[“""«]([^“”""«»]{8,})[”""»]")]
    private static partial Regex Quote();
}
