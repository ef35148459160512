using System.Collections.Immutable;
using System.Text.Json;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents.Names;

/// <summary>The words of a name in every language in which it is given, stemmed and without articles.</summary>
sealed class NameSet
{
    readonly HashSet<string> _stems = [];
    readonly HashSet<string> _words = [];
    readonly List<HashSet<string>> _whole = [];

    public bool Has(string stem) => _stems.Contains(stem);
    public IEnumerable<string> Stems => _stems;

    /// <summary>It stands so in a name: "lights" in "Lights of the yard" is no plural.</summary>
    public bool HasWord(string folded) => _words.Contains(folded);

    /// <summary>These are all the words of the name in one of its languages.</summary>
    public bool IsWhole(IReadOnlySet<string> stems) => _whole.Any(w => w.Count > 0 && w.SetEquals(stems));

    public IEnumerable<string> WholeWithin(IReadOnlySet<string> stems) => _whole.Where(w => w.IsSubsetOf(stems)).SelectMany(w => w);

    public bool IsWithin(IReadOnlySet<string> stems) => _whole.Any(w => w.Count > 0 && w.IsSubsetOf(stems));

    public void Add(string name, Vocabulary vocabulary)
    {
        var whole = new HashSet<string>();
        foreach (var token in Tokens(name, vocabulary))
        {
            _stems.Add(token.Stem);
            _words.Add(token.Text);
            whole.Add(token.Stem);
        }
        // setpoint, arcondicionado
        if (whole.Count is 2 or 3) _stems.Add(Reading.Stems.Of(string.Concat(Tokens(name, vocabulary).Select(t => t.Text))));
        if (whole.Count > 0 && !_whole.Any(w => w.SetEquals(whole))) _whole.Add(whole);
    }

    public void AddAll(IEnumerable<string> names, Vocabulary vocabulary)
    {
        foreach (var name in names) Add(name, vocabulary);
    }

    /// <summary>The words of a name that mean something; all of them when none does.</summary>
    public static ImmutableArray<Token> Tokens(string name, Vocabulary vocabulary)
    {
        var words = Utterance.Read(Spaced(name)).Tokens.Where(t => t.IsWord).ToImmutableArray();
        var content = words.Where(t => !IsJoint(t, vocabulary)).ToImmutableArray();
        return content.Length > 0 ? content : words;
    }

    static bool IsJoint(Token token, Vocabulary vocabulary)
    {
        foreach (var lang in Enum.GetValues<Lang>())
            foreach (var (sense, length) in vocabulary.Senses(lang).At([token], 0))
                if (length == 1 && sense is Sense.Article or Sense.PluralArticle or Sense.Preposition) return true;
        return false;
    }

    /// <summary>temperaturaDesejada, sala_5g</summary>
    public static string Spaced(string name) => string.Concat(name.Select((c, i) =>
        c == '_' ? " " : i > 0 && char.IsUpper(c) && char.IsLower(name[i - 1]) ? $" {c}" : c.ToString()));
}

/// <summary>Titles and descriptions as a Thing Description gives them.</summary>
static class Human
{
    /// <summary>Every text of <c>title</c> and <c>titles</c> (or <c>description</c> and <c>descriptions</c>), with its language when it is told.</summary>
    public static IEnumerable<(Lang? Lang, string Text)> Texts(JsonElement place, string word)
    {
        if (place.ValueKind != JsonValueKind.Object) yield break;
        if (place.TryGetProperty(word + "s", out var texts) && texts.ValueKind == JsonValueKind.Object)
            foreach (var text in texts.EnumerateObject())
                if (text.Value.ValueKind == JsonValueKind.String) yield return (Langs.Of(text.Name), text.Value.GetString()!);
        if (place.TryGetProperty(word, out var one) && one.ValueKind == JsonValueKind.String) yield return (null, one.GetString()!);
    }

    /// <summary>In a language, or in the one there is.</summary>
    public static string? Pick(JsonElement place, string word, Lang lang) =>
        Texts(place, word).OrderBy(t => t.Lang == lang ? 0 : t.Lang is null ? 1 : 2).Select(t => t.Text).FirstOrDefault();

    public static JsonElement Part(JsonElement place, string kind, string name) =>
        place.TryGetProperty(kind, out var all) && all.TryGetProperty(name, out var part) ? part : default;
}
