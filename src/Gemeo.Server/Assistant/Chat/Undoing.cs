using System.Text.Json;
using Gemeo.Assistant.Answers;
using Gemeo.Assistant.Conversations;
using Gemeo.Assistant.Intents;
using Gemeo.Assistant.Tools;
using Gemeo.Labs;

namespace Gemeo.Assistant.Chat;

/// <summary>Works out what would bring back what was there before an order, and what cannot be brought back.</summary>
public sealed class Undoing(LabTools tools)
{
    /// <summary>The steps, last deed first, and a sentence for each deed that stays as it is.</summary>
    public async Task<(IReadOnlyList<Step> Steps, IReadOnlyList<string> Not)> Plan(LastOrder order, Hearer hearer)
    {
        var (steps, not) = (new List<Step>(), new List<string>());
        foreach (var deed in order.Deeds.Reverse())
        {
            var (step, why) = await Back(deed, hearer);
            if (step is not null) steps.Add(step);
            else not.Add(why!);
        }
        return (steps, not);
    }

    async Task<(Step? Step, string? Why)> Back(NotedDeed deed, Hearer hearer)
    {
        if (tools.Thing(deed.Step.Thing) is not { } thing) return (null, hearer.Of($"{deed.Step.Thing}: já não existe neste laboratório.", $"{deed.Step.Thing}: it is no longer in this lab."));
        var what = Phrases.Of(new(thing, deed.Step.Action, deed.Step.Property, deed.Step.Input, deed.Step.Delta), hearer);
        if (deed.Shown is not { } shown || deed.After is not { } after) return (null, $"{what}: {hearer.Of("isso não se desfaz.", "that cannot be undone.")}");
        if (deed.Before is not { } before) return (null, $"{what}: {hearer.Of("não sei como estava antes.", "how it was before is not known.")}");
        var now = (await tools.Look(thing, shown)).Value;
        if (now is { } value && JsonElement.DeepEquals(value, before)) return (null, $"{what}: {hearer.Of("já está como era antes.", "it is as it was before.")}");
        if (now is not { } still || !JsonElement.DeepEquals(still, after)) return (null, $"{what}: {hearer.Of("mudou depois disso; não mexi.", "it has changed since; I left it alone.")}");
        return Restoring(thing, shown, before) is { } step ? (step, null) : (null, $"{what}: {hearer.Of("nada no dispositivo traz de volta o que era.", "nothing on the device brings back what was there.")}");
    }

    /// <summary>What makes a property say a value: the action that does just that, a write, or an action that takes the value.</summary>
    static Step? Restoring(ThingDescription thing, string property, JsonElement value)
    {
        var actions = thing.Actions.Values.Where(a => a.ConfirmedBy?.Property == property).OrderBy(a => a.Name, StringComparer.Ordinal).ToArray();
        if (Array.Find(actions, a => a.Input is null && a.ConfirmedBy!.Expected is { } expected && JsonElement.DeepEquals(expected, value)) is { } own)
            return new(thing, own.Name, null, null, null, own.AskFirst);
        if (thing.Properties.GetValueOrDefault(property)?.Write is not null) return new(thing, null, property, value);
        return Array.Find(actions, a => a.Input is not null && a.ConfirmedBy is { Expected: null, InputPointer: "" }) is { } given
            ? new(thing, given.Name, null, value, null, given.AskFirst) : null;
    }
}
