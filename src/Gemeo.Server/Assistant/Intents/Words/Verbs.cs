using Gemeo.Assistant.Intents.Reading;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents.Words;

/// <summary>A verb that does something to a thing.</summary>
/// <param name="Op">What it does: <c>on</c>, <c>off</c>, <c>set</c>… or <c>own:</c> and the stem of a verb that only this lab has.</param>
/// <param name="Lemma">Its first form, folded: ligar, turn on.</param>
/// <param name="Particle">English: the word that may stand apart, <c>on</c> in "turn the light on".</param>
/// <param name="Kind">The only kind of thing of which it is said: acender, of lights.</param>
sealed record Verb(string Op, string Lemma, Lang Lang, string? Particle = null, string? Kind = null);

/// <summary>Order: an imperative (or a form that is one too). Wish: "gostaria que ligasse".</summary>
enum VerbForm { Order, Infinitive, Wish, Past, Participle, Gerund, Other }

/// <param name="ParticleAt">Where the particle stands when it stands apart; −1 otherwise.</param>
sealed record VerbMatch(Verb Verb, VerbForm Form, int At, int Length, int ParticleAt = -1)
{
    /// <summary>Where the rest of its clause begins.</summary>
    public int Begin { get; init; } = At + Length;
}

/// <summary>Forms of verbs, by language.</summary>
sealed class Verbs
{
    readonly Dictionary<(Lang, string), List<(Verb Verb, VerbForm Form)>> _forms = [];
    readonly Dictionary<(Lang, string), Verb> _lemmas = [];

    public Verbs() { }

    /// <summary>All of another's, to which a lab's own are added.</summary>
    public Verbs(Verbs other)
    {
        foreach (var (form, list) in other._forms) _forms[form] = [.. list];
        foreach (var (lemma, verb) in other._lemmas) _lemmas[lemma] = verb;
    }

    public void Add(Verb verb, IEnumerable<(string Text, VerbForm Form)> forms)
    {
        _lemmas.TryAdd((verb.Lang, verb.Lemma), verb);
        foreach (var (text, form) in forms)
        {
            var key = (verb.Lang, Stems.Fold(text));
            if (!_forms.TryGetValue(key, out var list)) _forms[key] = list = [];
            if (!list.Contains((verb, form))) list.Add((verb, form));
        }
    }

    public bool Knows(Lang lang, string word) => _forms.ContainsKey((lang, word));

    public Verb? OfLemma(Lang lang, string lemma) => _lemmas.GetValueOrDefault((lang, lemma));

    /// <summary>The verbs that a word may be, between it and the end of its clause.</summary>
    public IEnumerable<VerbMatch> At(Lang lang, IReadOnlyList<Token> tokens, int at, int end)
    {
        if (!_forms.TryGetValue((lang, tokens[at].Text), out var forms)) return [];
        var whole = forms.Where(f => f.Verb.Particle is { } p && at + 1 < end && tokens[at + 1].Text == p).ToList();
        if (whole.Count > 0) return whole.Select(f => new VerbMatch(f.Verb, f.Form, at, 2));
        var apart = forms.Where(f => f.Verb.Particle is not null)
            .Select(f => (f.Verb, f.Form, At: Apart(tokens, at + 1, end, f.Verb.Particle!))).Where(f => f.At > 0).ToList();
        // "turn the light on … off": nobody can tell.
        if (apart.Select(f => f.Verb.Particle).Distinct().Count() > 1) return [];
        return apart.Select(f => new VerbMatch(f.Verb, f.Form, at, 1, f.At))
            .Concat(forms.Where(f => f.Verb.Particle is null).Select(f => new VerbMatch(f.Verb, f.Form, at, 1)));
    }

    /// <summary>The verb that a mistyped imperative was meant to be; null when there is none, or several as near.</summary>
    public Verb? Nearest(Lang lang, string text)
    {
        if (text.Length < 4 || text.Length > 20) return null;
        var near = _forms.Where(f => f.Key.Item1 == lang && f.Key.Item2.Length >= 4 && f.Key.Item2[0] == text[0] && Stems.Slips(f.Key.Item2, text, 1) <= 1)
            .SelectMany(f => f.Value).Where(f => f.Form is VerbForm.Order or VerbForm.Infinitive).Select(f => f.Verb).Distinct().Take(2).ToList();
        return near.Count == 1 ? near[0] : null;
    }

    /// <summary>Where the particle stands; −1 when nowhere.</summary>
    public static int Apart(IReadOnlyList<Token> tokens, int from, int end, string? particle)
    {
        for (var i = end - 1; i > from; i--)
            if (tokens[i].Text == particle) return i;
        return -1;
    }
}
