using System.Text.Json;
using Gemeo.Labs;

namespace Gemeo.Assistant.Intents.Names;

/// <summary>Something that a thing can be told to do: an action, or a write of a property.</summary>
/// <param name="Op">Which verbs mean it.</param>
/// <param name="Lemma">The verb of its own title, when it has one.</param>
/// <param name="Nouns">The other words of its title, and those of the property that confirms it.</param>
/// <param name="Input">What it takes; null when nothing.</param>
/// <param name="Fixed">What it takes always: true for "on" of a property.</param>
/// <param name="About">The property that it changes, when that is known.</param>
sealed record Doable(
    ThingNames Of, string? Action, string? Property, string Op, string? Lemma, NameSet Nouns, DataSchema? Input,
    JsonElement? Fixed, bool AskFirst, PropertyNames? About, ValueNames? Values)
{
    public Step Step(JsonElement? input = null, double? delta = null) =>
        new(Of.Thing, Action, Property, Fixed ?? input, delta, AskFirst);

    public bool TakesNumber => Fixed is null && Input?.Type is DataType.Number or DataType.Integer;
    public bool TakesWord => Fixed is null && Values is { IsEmpty: false };
    public string Name => Action ?? Property!;
}

/// <summary>The operations that verbs and titles share.</summary>
static class Ops
{
    public const string On = "on", Off = "off", Open = "open", Close = "close", Lock = "lock", Unlock = "unlock", Set = "set",
        Increase = "increase", Decrease = "decrease", Run = "run", Touch = "touch";

    static readonly (string Op, string State, bool Value)[] _states =
    [
        (On, "on", true), (Off, "on", false), (Run, "on", true), (Open, "open", true), (Close, "open", false), (Lock, "locked", true), (Unlock, "locked", false),
    ];

    /// <summary>How a thing stands after the operation.</summary>
    public static Words.StateWord? StateAfter(string op) =>
        _states.Where(s => s.Op == op).Select(s => (Words.StateWord?)new Words.StateWord(s.State, s.Value)).FirstOrDefault();

    /// <summary>The operation that brings a thing to a state.</summary>
    public static string? Of(Words.StateWord word) => _states.FirstOrDefault(s => s.State == word.State && s.Value == word.Value).Op;

    public static bool IsSetting(string op) => op is Set or Increase or Decrease;
}
