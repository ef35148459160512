using System.Text.Json;
using Gemeo.Assistant.Answers;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Labs;
using Gemeo.Linguistics;
using Gemeo.Things;

namespace Gemeo.Assistant.Tools;

/// <summary>A thing as it is listed: what it is called, what it tells, what it can be told to do.</summary>
/// <param name="Available">False when its device does not answer; null when nobody can tell.</param>
public sealed record ThingCard(string Id, string Title, string? Kind, string? Room, bool? Available, IReadOnlyList<PropertyCard> Properties, IReadOnlyList<ActionCard> Actions)
{
    public static ThingCard Of(ThingDescription thing, ThingState state, Lang lang) => new(
        thing.Id, Wording.Thing(thing, lang), thing.Kind, thing.Room, state.Available,
        [.. thing.Properties.Values.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new PropertyCard(
            p.Name, Wording.Property(thing, p.Name, lang), Schema(thing, "properties", p.Name), p.Schema.Unit, p.Write is not null,
            state.Property(p.Name) is { } reported ? JsonElement.Parse(reported.Value) : null))],
        [.. thing.Actions.Values.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => new ActionCard(
            a.Name, Human.Pick(Human.Part(thing.Device, "actions", a.Name), "title", lang) ?? a.Name, a.AskFirst,
            a.Input is null ? null : Human.Part(thing.Device, "actions", a.Name) is var part && part.TryGetProperty("input", out var input) ? input : null))]);

    static string Schema(ThingDescription thing, string kind, string name) =>
        Human.Part(thing.Device, kind, name) is { ValueKind: JsonValueKind.Object } part && part.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "any";
}

/// <param name="Value">As last reported; null when nothing was.</param>
public sealed record PropertyCard(string Name, string Title, string Type, string? Unit, bool Writable, JsonElement? Value);

/// <param name="AsksFirst">A person has to be asked before it is done.</param>
/// <param name="Input">Its data schema; null when it takes none.</param>
public sealed record ActionCard(string Name, string Title, bool AsksFirst, JsonElement? Input);
