using System.Text.Json;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;
using Gemeo.Labs;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents.Names;

/// <summary>What a shortcut says about words: in a lab with <c>/lab/ligar_luz</c>, "the light" is that lamp, though there be more.</summary>
/// <param name="Nouns">Sets of words, each of which means the shortcut: of its path, and of what it answers.</param>
sealed record ShortcutNames(Shortcut Shortcut, ThingNames Thing, Doable Doable, IReadOnlyList<HashSet<string>> Nouns)
{
    public bool Means(IReadOnlySet<string> stems) => Nouns.Any(n => n.SetEquals(stems));

    public static ShortcutNames? Of(Shortcut shortcut, LabNames lab)
    {
        var thing = lab.Things.FirstOrDefault(t => t.Thing.Id == shortcut.Thing);
        var doable = thing?.Doables.FirstOrDefault(d => shortcut.Action is not null ? d.Action == shortcut.Action
            : d.Property == shortcut.Property && (d.Fixed is null || (shortcut.Input is { } input && JsonElement.DeepEquals(d.Fixed.Value, input))));
        if (thing is null || doable is null) return null;
        var texts = shortcut.Done.Values.Append(shortcut.Path[(shortcut.Path.LastIndexOf('/') + 1)..]);
        return new(shortcut, thing, doable, [.. texts.Select(t => Words(NameSet.Spaced(t), lab)).Where(w => w.Count > 0)]);
    }

    /// <summary>Without verbs, states and the small words: "Light turned on!" is about the light.</summary>
    static HashSet<string> Words(string text, LabNames lab)
    {
        var tokens = Utterance.Read(text).Tokens.Where(t => t.IsWord).ToList();
        var left = new HashSet<string>();
        for (var i = 0; i < tokens.Count;)
        {
            var skip = Enum.GetValues<Lang>().Max(lang => Skip(tokens, i, lang, lab));
            if (skip == 0) left.Add(tokens[i++].Stem);
            else i += skip;
        }
        return left;
    }

    static int Skip(List<Token> tokens, int i, Lang lang, LabNames lab)
    {
        var most = 0;
        foreach (var (sense, length) in lab.Vocabulary.Senses(lang).At(tokens, i))
            if (sense is Sense.Article or Sense.PluralArticle or Sense.Preposition or Sense.Copula or Sense.Now or Sense.Filler) most = Math.Max(most, length);
        foreach (var (_, length) in lab.Vocabulary.States(lang).At(tokens, i)) most = Math.Max(most, length);
        // In a title of a few words, the verb comes first.
        if (i == 0) most = Math.Max(most, lab.Verbs.At(lang, tokens, i, tokens.Count).Select(m => m.Length).DefaultIfEmpty(0).Max());
        return most;
    }
}
