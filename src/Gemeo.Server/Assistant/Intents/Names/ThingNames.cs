using System.Collections.Immutable;
using System.Text.Json;
using Gemeo.Assistant.Intents.Orders;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;
using Gemeo.Labs;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents.Names;

/// <summary>What people may call a thing, its room, its properties and what it does.</summary>
sealed class ThingNames
{
    public ThingNames(ThingDescription thing, int index, NameSet? room, Vocabulary vocabulary)
    {
        Thing = thing;
        Index = index;
        Room = room;
        Title.AddAll(Human.Texts(thing.Device, "title").Select(t => t.Text).Append(thing.Title), vocabulary);
        Id.Add(NameSet.Spaced(thing.Id), vocabulary);
        if (thing.Kind is { } kind)
        {
            Kind.Add(kind, vocabulary);
            Kind.AddAll(vocabulary.KindWords(kind), vocabulary);
        }
        foreach (var (_, text) in Human.Texts(thing.Device, "description")) Describe(NameSet.Tokens(text, vocabulary));
        Properties = [.. thing.Properties.Values.OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => new PropertyNames(p, Human.Part(thing.Device, "properties", p.Name), vocabulary))];
    }

    public ThingDescription Thing { get; }
    public int Index { get; }
    public NameSet Title { get; } = new();
    public NameSet Id { get; } = new();
    public NameSet Kind { get; } = new();
    public NameSet? Room { get; }
    readonly HashSet<(string, string)> _described = [];
    public ImmutableArray<PropertyNames> Properties { get; }
    public ImmutableArray<Doable> Doables { get; private set; } = [];

    void Describe(ImmutableArray<Token> words)
    {
        for (var i = 0; i < words.Length; i++) _described.Add((i > 0 && words[i].Kind == TokenKind.Number ? words[i - 1].Stem : "", words[i].Stem));
    }

    public IEnumerable<string> DescriptionStems => _described.Select(d => d.Item2);

    /// <summary>A word of the description; a number only with the word before it: "bancada 1".</summary>
    public double DescriptionFit(Mention mention, Token word)
    {
        var before = word.Kind == TokenKind.Number && mention.Words.IndexOf(word) is > 0 and var at ? mention.Words[at - 1].Stem : "";
        return _described.Contains((before, word.Stem)) && (before.Length > 0 || word.Kind != TokenKind.Number) ? 0.5 : 0;
    }

    public void Learn(ImmutableArray<Doable> doables) => Doables = doables;

    public string Say(Lang lang) => Human.Pick(Thing.Device, "title", lang) ?? Thing.Title;

    /// <summary>How well a word of a person names this thing; 0 when not at all.</summary>
    public double Fit(Token word) =>
        Title.Has(word.Stem) ? 3 : Kind.Has(word.Stem) || Id.Has(word.Stem) || Id.Has(word.Text) ? 2 : 0;

    public double RoomFit(Token word) => Room is not null && (Room.Has(word.Stem) || IsShort(word)) ? 1 : 0;

    // lab for Laboratory
    bool IsShort(Token word) => word.Text.Length >= 3 && Room!.Stems.Any(s => s.Length >= word.Text.Length + 3 && s.StartsWith(word.Text, StringComparison.Ordinal));

    /// <summary>Nobody ends a title so: lights for "Ceiling light 1".</summary>
    public bool IsPlural(Token word) => word.Text.Length > 3 && word.Text[^1] == 's' && !Title.HasWord(word.Text) && !Kind.HasWord(word.Text) && Fit(word) > 0;
}
