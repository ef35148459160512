using System.Collections.Immutable;
using System.Text.Json;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;
using Gemeo.Labs;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents.Names;

/// <summary>Finds which verbs mean which action, from the actions' own titles.</summary>
sealed class DoableReader(Vocabulary vocabulary, Verbs verbs, Lang language)
{
    static readonly JsonElement _true = JsonElement.Parse("true"u8), _false = JsonElement.Parse("false"u8);

    public ImmutableArray<Doable> Of(ThingNames thing)
    {
        var actions = thing.Thing.Actions.Values.OrderBy(a => a.Name, StringComparer.Ordinal).SelectMany(a => OfAction(thing, a)).ToList();
        var writes = thing.Properties.Where(p => p.Property.Write is not null)
            .Where(p => !actions.Any(a => a.Input is not null && a.About == p)).SelectMany(p => OfProperty(thing, p));
        return [.. actions, .. writes];
    }

    IEnumerable<Doable> OfAction(ThingNames thing, ActionAffordance action)
    {
        var td = Human.Part(thing.Thing.Device, "actions", action.Name);
        var titles = Human.Texts(td, "title").Append((null, action.Name)).Select(t => Read(t.Lang, NameSet.Spaced(t.Text))).ToList();
        var about = action.ConfirmedBy is { } by ? thing.Properties.FirstOrDefault(p => p.Property.Name == by.Property) : null;
        var nouns = new NameSet();
        foreach (var title in titles) nouns.AddAll(title.Nouns, vocabulary);
        if (action.Input is not null && about is not null) nouns.AddAll(about.Title.Stems, vocabulary);
        var values = action.Input is { } input ? ValueNames.Of(input, td.ValueKind == JsonValueKind.Object && td.TryGetProperty("input", out var schema) ? schema : default, vocabulary) : null;
        foreach (var (op, lemma) in titles.Where(t => t.Op is not null).Select(t => (t.Op, t.Lemma)).DistinctBy(t => t.Op))
            yield return new(thing, action.Name, null, op!, lemma, nouns, action.Input, null, action.AskFirst, about, values);
    }

    IEnumerable<Doable> OfProperty(ThingNames thing, PropertyNames property)
    {
        var (name, schema) = (property.Property.Name, property.Property.Schema);
        if (!property.IsBoolean)
        {
            yield return new(thing, null, name, Ops.Set, null, property.Title, schema, null, false, property, property.Values);
            yield break;
        }
        var states = property.States.Where(s => Ops.Of(new(s.Key, true)) is not null).ToList();
        foreach (var (state, positive) in states)
            foreach (var value in (bool[])[true, false])
                yield return Write(thing, property, Ops.Of(new(state, value))!, value == positive, Empty);
        // "Modo noturno" is no state of the whole thing: it is turned on by its name.
        if (states.Count > 0) yield break;
        yield return Write(thing, property, Ops.On, true, property.Title);
        yield return Write(thing, property, Ops.Off, false, property.Title);
    }

    static NameSet Empty { get; } = new();

    static Doable Write(ThingNames thing, PropertyNames property, string op, bool value, NameSet nouns) =>
        new(thing, null, property.Property.Name, op, null, nouns, property.Property.Schema, value ? _true : _false, false, property, null);

    /// <summary>"Set the temperature" → set, temperature. A verb that is not in the vocabulary becomes the lab's own.</summary>
    (string? Op, string? Lemma, IEnumerable<string> Nouns) Read(Lang? given, string title)
    {
        var tokens = Utterance.Read(title).Tokens.Where(t => t.IsWord).ToList();
        if (tokens.Count == 0) return (null, null, []);
        foreach (var lang in given is { } told ? [told] : (Lang[])[language, .. Enum.GetValues<Lang>().Where(l => l != language)])
            if (verbs.At(lang, tokens, 0, tokens.Count).FirstOrDefault(m => m.Form is VerbForm.Order or VerbForm.Infinitive) is { } verb)
                return (verb.Verb.Op, verb.Verb.Lemma, Rest(tokens, verb));
        return Own(given ?? language, tokens);
    }

    (string?, string?, IEnumerable<string>) Own(Lang lang, List<Token> tokens)
    {
        var first = tokens[0].Text;
        var isVerb = first.Length > 3 && first.All(char.IsLetter) && (lang == Lang.En || first[^2..] is "ar" or "er" or "ir");
        if (!isVerb) return (null, null, tokens.Select(t => t.Text));
        var verb = new Verb($"own:{tokens[0].Stem}", first, lang);
        verbs.Add(verb, lang == Lang.Pt ? Conjugation.Portuguese(first) : Conjugation.English(first));
        return (verb.Op, first, tokens.Skip(1).Select(t => t.Text));
    }

    static IEnumerable<string> Rest(List<Token> tokens, VerbMatch verb) =>
        tokens.Where((_, i) => i >= verb.Length && i != verb.ParticleAt).Select(t => t.Text);
}
