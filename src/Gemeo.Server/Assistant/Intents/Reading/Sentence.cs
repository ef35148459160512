using Gemeo.Assistant.Intents.Words;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents.Reading;

/// <summary>The words of a text in one language, with what each may be for.</summary>
sealed class Sentence
{
    readonly List<(Sense Sense, int Length)>[] _senses;

    /// <param name="isName">Whether the lab calls something so: then 5G is not five of something.</param>
    public Sentence(Utterance utterance, Lang lang, Vocabulary vocabulary, Func<string, bool> isName)
    {
        Utterance = utterance;
        Lang = lang;
        Vocabulary = vocabulary;
        Tokens = Numerals.Join([.. utterance.Tokens.SelectMany(t => Numerals.Part(t, vocabulary, isName))], lang, vocabulary);
        _senses = new List<(Sense, int)>[Tokens.Count];
        for (var i = 0; i < Tokens.Count; i++)
            _senses[i] = Tokens[i].IsWord ? [.. vocabulary.Senses(lang).At(Tokens, i)] : [];
    }

    public Utterance Utterance { get; }
    public Lang Lang { get; }
    public Vocabulary Vocabulary { get; }
    public IReadOnlyList<Token> Tokens { get; }
    public Clause Whole => new(this, 0, Tokens.Count);

    /// <summary>How many tokens the longest phrase of a sense takes that begins here; 0 when there is none.</summary>
    public int Length(int i, Sense sense)
    {
        var most = 0;
        if (i >= 0 && i < _senses.Length)
            foreach (var (found, length) in _senses[i])
                if (found == sense && length > most) most = length;
        return most;
    }

    public bool Is(int i, Sense sense) => Length(i, sense) > 0;

    /// <summary>The longest phrase of any of some senses that begins here.</summary>
    public (Sense Sense, int Length) Longest(int i, IReadOnlySet<Sense> senses)
    {
        var most = (Sense: default(Sense), Length: 0);
        foreach (var (found, length) in _senses[i])
            if (length > most.Length && senses.Contains(found)) most = (found, length);
        return most;
    }

    public string Words(int from, int to) => to <= from ? ""
        : Utterance.Text[Tokens[from].Start..Math.Min(Tokens[to - 1].End, Utterance.Text.Length)];

    public Evidence Evidence(int from, int length, string meaning) =>
        new(Words(from, from + length), Tokens[from].Start, Tokens[from + length - 1].End - Tokens[from].Start, meaning);
}

/// <summary>Part of a sentence: the tokens from one to before another.</summary>
sealed record Clause(Sentence In, int From, int To)
{
    /// <summary>The verb of the clause before, when this one goes without.</summary>
    public VerbMatch? Lent { get; init; }

    public bool IsEmpty => From >= To;
    public IEnumerable<int> Places => Enumerable.Range(From, Math.Max(0, To - From));

    public bool Has(Sense sense) => Places.Any(i => In.Is(i, sense));

    /// <summary>The first place at or after another that is not skipped.</summary>
    public int After(int i, IReadOnlySet<Sense> skipped)
    {
        while (i < To)
        {
            if (!In.Tokens[i].IsWord) i++;
            else if (In.Longest(i, skipped) is { Length: > 0 and var length }) i += length;
            else break;
        }
        return Math.Min(i, To);
    }
}
