using System.Globalization;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents.Words;

/// <param name="Value">Which of the two ways it stands: locked true, locked false.</param>
readonly record struct StateWord(string State, bool Value);

/// <summary>Something that is measured, as words and units tell it.</summary>
sealed record Quantity(string Name, string[] Units, HashSet<string> TitleStems);

/// <summary>What the shipped files say of both languages. Nothing of a lab is in it.</summary>
sealed class Vocabulary
{
    static readonly Lazy<Vocabulary> _shipped = new(() => new());

    readonly Dictionary<Lang, PhraseTree<Sense>> _senses = Both<PhraseTree<Sense>>();
    readonly Dictionary<Lang, PhraseTree<StateWord>> _states = Both<PhraseTree<StateWord>>();
    readonly Dictionary<Lang, PhraseTree<string>> _quantityWords = Both<PhraseTree<string>>();
    readonly Dictionary<Lang, Dictionary<string, double>> _numbers = Both<Dictionary<string, double>>();
    readonly Dictionary<string, List<string>> _kinds = new(StringComparer.OrdinalIgnoreCase);

    Vocabulary()
    {
        foreach (var row in Table.Rows("words.tsv").Concat(Table.Rows("times.tsv")))
            foreach (var phrase in Table.List(row[2])) _senses[Table.Lang(row[1])].Add(phrase, Enum.Parse<Sense>(row[0]));
        foreach (var row in Table.Rows("states.tsv"))
            foreach (var phrase in Table.List(row[3])) _states[Table.Lang(row[2])].Add(phrase, new(row[0], row[1] == "true"));
        foreach (var row in Table.Rows("quantities.tsv")) ReadQuantity(row);
        foreach (var row in Table.Rows("kinds.tsv"))
            (_kinds.TryGetValue(row[0], out var words) ? words : _kinds[row[0]] = []).AddRange(Table.List(row[2]));
        foreach (var row in Table.Rows("units.tsv"))
            foreach (var phrase in Table.List(row[1])) Units.Add(phrase, row[0]);
        foreach (var row in Table.Rows("verbs.tsv"))
            foreach (var verb in Table.List(row[2])) AddVerb(row[0], Table.Lang(row[1]), verb);
        foreach (var row in Table.Rows("numbers.tsv"))
            foreach (var pair in Table.List(row[1]))
                _numbers[Table.Lang(row[0])][pair.Split('=')[0]] = double.Parse(pair.Split('=')[1], CultureInfo.InvariantCulture);
    }

    public static Vocabulary Shipped => _shipped.Value;

    public Verbs Verbs { get; } = new();
    public PhraseTree<string> Units { get; } = new();
    public Dictionary<string, Quantity> Quantities { get; } = [];

    public PhraseTree<Sense> Senses(Lang lang) => _senses[lang];
    public PhraseTree<StateWord> States(Lang lang) => _states[lang];
    public PhraseTree<string> QuantityWords(Lang lang) => _quantityWords[lang];
    public double? Number(Lang lang, string word) => _numbers[lang].TryGetValue(word, out var number) ? number : null;

    /// <summary>grow-light has words of its own, or those of a light.</summary>
    public IEnumerable<string> KindWords(string kind) =>
        _kinds.TryGetValue(kind, out var words) ? words
        : kind.LastIndexOf('-') is > 0 and var dash ? KindWords(kind[(dash + 1)..]) : [];

    public bool Knows(Lang lang, string word) =>
        _senses[lang].Knows(word) || _states[lang].Knows(word) || _quantityWords[lang].Knows(word) || Verbs.Knows(lang, word);

    void ReadQuantity(string[] row)
    {
        Quantities.TryAdd(row[0], new(row[0], Table.List(row[1]), [.. Table.List(row[2]).Select(Stems.Of)]));
        foreach (var phrase in Table.List(row[4])) _quantityWords[Table.Lang(row[3])].Add(phrase, row[0]);
    }

    void AddVerb(string op, Lang lang, string text)
    {
        var kind = text.IndexOf(':') is > 0 and var colon ? text[..colon] : null;
        text = text[(text.IndexOf(':') + 1)..];
        var given = text.IndexOf('[') is > 0 and var bracket ? text[(bracket + 1)..^1] : null;
        var words = Stems.Fold(given is null ? text : text[..text.IndexOf('[')]).Split(' ');
        var verb = new Verb(op, string.Join(' ', words), lang, words.Length > 1 ? words[1] : null, kind);
        Verbs.Add(verb, lang == Lang.Pt ? Conjugation.Portuguese(words[0], given) : Conjugation.English(words[0], given));
    }

    static Dictionary<Lang, T> Both<T>() where T : new() => new() { [Lang.Pt] = new(), [Lang.En] = new() };
}
