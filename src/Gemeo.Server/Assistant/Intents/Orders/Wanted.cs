using System.Text.Json;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;

namespace Gemeo.Assistant.Intents.Orders;

/// <summary>A noun phrase: words that name something.</summary>
sealed class Mention
{
    public List<Token> Words { get; } = [];
    public bool IsPlural { get; set; }
    public bool IsAll { get; set; }
    public Value? Value { get; set; }

    /// <summary>Stems that make up a whole room's name: they name the room, whatever else is called so too.</summary>
    public IReadOnlySet<string> Room { get; set; } = new HashSet<string>();
    public bool IsEmpty => Words.Count == 0 && !IsAll;
    public HashSet<string> Stems => [.. Words.Select(w => w.Stem)];
}

enum Extreme { None, Max, Min, Half }

/// <summary>What an order wants a thing to be set to.</summary>
sealed record Value(double? Number, string? Unit, bool IsDelta, Extreme Extreme, string Words)
{
    public bool IsTime => Unit is "s" or "min" or "h";
}

/// <summary>The parts of one order, not yet held against the lab.</summary>
sealed class Wanted(VerbMatch verb, Sentence sentence)
{
    /// <summary>From the first of some words to the last, as they stand in the text.</summary>
    public string Say(IReadOnlyList<Token> words) =>
        words.Count == 0 ? "" : sentence.Utterance.Text[words.Min(w => w.Start)..Math.Min(words.Max(w => w.End), sentence.Utterance.Text.Length)];

    public VerbMatch Verb { get; } = verb;
    public string Op { get; set; } = verb.Verb.Op;
    public List<Mention> Mentions { get; } = [];
    public List<Mention> Excepted { get; } = [];
    /// <summary>A value that stands with no name.</summary>
    public Value? Loose { get; set; }
    public bool HasPronoun { get; set; }

    /// <summary>This or that, two values: nobody can tell.</summary>
    public bool IsMuddled { get; set; }
}
