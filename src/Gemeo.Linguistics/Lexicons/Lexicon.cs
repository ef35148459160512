using Gemeo.Linguistics.Languages;

namespace Gemeo.Linguistics.Lexicons;

/// <summary>What stems of one language mean in the other, learnt from parallel text. Immutable.</summary>
public sealed class Lexicon
{
    const string Shipped = "Gemeo.Linguistics.lexicon.gz";

    // Pairs of sentences of the shipped one (lexicon.json).
    const double TrainedOn = 118_012;

    static readonly Lazy<Lexicon> _default = new(ReadShipped);

    readonly LexiconSide _pt;
    readonly LexiconSide _en;

    internal Lexicon(LexiconSide pt, LexiconSide en, LetterTable letters) => (_pt, _en, Letters) = (pt, en, letters);

    /// <summary>The one that ships.</summary>
    public static Lexicon Default => _default.Value;

    public static Lexicon Empty { get; } = new(new([], [], [0], []), new([], [], [0], []), LetterTable.Empty);

    /// <summary>How the letters of the two languages follow one another.</summary>
    internal LetterTable Letters { get; }

    internal LexiconSide Side(Lang language) => language == Lang.Pt ? _pt : _en;

    public int Count(Lang language) => Side(language).Stems.Length;

    /// <summary>How often the stem stood in the training text; little means that its translations are guesses.</summary>
    public int Seen(string stem, Lang language) => Side(language).SeenOf(stem);

    /// <summary>The share of ordinary passages of some ten sentences in which the stem stands, as far as the training text tells.</summary>
    public double ShareOfPassages(string stem, Lang language) => Math.Min(.5, 10.0 * Seen(stem, language) / TrainedOn);

    /// <summary>p(stem of the other language | this stem), most probable first; what was pruned is missing from the sum.</summary>
    public IReadOnlyList<Translation> Translations(string stem, Lang from) => List(stem, from, link => link.Forth, sum: 1);

    /// <summary>
    /// Translations that hold both ways: the geometric mean of p(other | this) and p(this | other), made to add up to one.
    /// A word that goes with everything (a common verb) is a probable translation of many rare ones and none of them is of it.
    /// </summary>
    public IReadOnlyList<Translation> Mutual(string stem, Lang from) => List(stem, from, link => Math.Sqrt((double)link.Forth * link.Back), sum: null);

    static Lexicon ReadShipped()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(Shipped) ?? throw new InvalidOperationException(Shipped);
        return LexiconFile.Read(stream);
    }

    List<Translation> List(string stem, Lang from, Func<LexiconLink, double> weigh, double? sum)
    {
        var others = Side(from == Lang.Pt ? Lang.En : Lang.Pt).Stems;
        var list = new List<Translation>();
        foreach (var link in Side(from).LinksOf(stem)) list.Add(new(others[link.Other], weigh(link)));
        var all = sum ?? list.Sum(t => t.Probability);
        if (all is not 1 and > 0)
            for (var i = 0; i < list.Count; i++) list[i] = list[i] with { Probability = list[i].Probability / all };
        list.Sort((a, b) => a.Probability != b.Probability ? b.Probability.CompareTo(a.Probability) : string.CompareOrdinal(a.Stem, b.Stem));
        return list;
    }
}
