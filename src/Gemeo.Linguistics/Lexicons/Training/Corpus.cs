using Gemeo.Linguistics.Languages;
using Gemeo.Linguistics.Words;

namespace Gemeo.Linguistics.Lexicons.Training;

/// <summary>Sentence pairs as numbers of stems, and what was counted on the way.</summary>
sealed class Corpus
{
    // Longer ones are lists and tables, cost the square and teach little.
    const int Longest = 80;

    readonly double[] _lettersPt = new double[LetterTable.Size];
    readonly double[] _lettersEn = new double[LetterTable.Size];

    public Vocabulary Pt { get; } = new();

    public Vocabulary En { get; } = new();

    public List<(int[] Pt, int[] En)> Sentences { get; } = [];

    /// <summary>Pairs so far, those that were of no use included.</summary>
    public int Read { get; private set; }

    public LetterTable Letters => LetterTable.Learn(_lettersPt, _lettersEn);

    public void Add(SentencePair pair)
    {
        Read++;
        var (en, pt) = (Stems(pair.English, Lang.En), Stems(pair.Portuguese, Lang.Pt));
        Count(pair.English, _lettersEn);
        Count(pair.Portuguese, _lettersPt);
        if (en.Count is 0 or > Longest || pt.Count is 0 or > Longest) return;
        Sentences.Add(([.. pt.Select(Pt.Add)], [.. en.Select(En.Add)]));
    }

    static List<string> Stems(string text, Lang language) => [.. Terms.Of(text, language).Where(t => !t.Joined).Select(t => t.Stem)];

    static void Count(string text, double[] letters)
    {
        foreach (var word in WordReader.Read(text))
            if (!word.Joined && !word.Shouted) LetterTable.Walk(word.Text, at => letters[at]++);
    }
}

/// <summary>Numbers for stems in the order in which they came.</summary>
sealed class Vocabulary
{
    readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    public List<string> Stems { get; } = [];

    public List<int> Seen { get; } = [];

    public int Add(string stem)
    {
        if (!_ids.TryGetValue(stem, out var id))
        {
            _ids.Add(stem, id = Stems.Count);
            Stems.Add(stem);
            Seen.Add(0);
        }
        Seen[id]++;
        return id;
    }
}
