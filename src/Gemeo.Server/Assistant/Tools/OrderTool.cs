using System.Globalization;
using System.Text;
using System.Text.Json;
using Gemeo.Assistant.Intents;
using Gemeo.Hosting;
using Gemeo.Labs;
using Gemeo.Things;
using Step = Gemeo.Assistant.Intents.Step;

namespace Gemeo.Assistant.Tools;

/// <summary>Gives orders: to the thing itself, the way everybody's go, and waits for their real end. It takes no token: an order that is
/// on its way is not called back because somebody stopped listening.</summary>
public sealed class OrderTool(LabTools lab, IGrainFactory grains)
{
    /// <summary>Steps in the order given; those of one thing one after another, different things at once.</summary>
    /// <param name="by">Who orders, as the command will have it.</param>
    public IReadOnlyList<Task<Deed>> DoAll(IReadOnlyList<Step> steps, string by)
    {
        var last = new Dictionary<string, Task<Deed>>();
        var all = new List<Task<Deed>>();
        foreach (var step in steps)
        {
            var before = last.GetValueOrDefault(step.Thing.Id);
            all.Add(last[step.Thing.Id] = After(before, step, by));
        }
        return all;
    }

    async Task<Deed> After(Task<Deed>? before, Step step, string by)
    {
        if (before is not null) await before;
        return await Do(step, by);
    }

    public async Task<Deed> Do(Step step, string by)
    {
        var (thing, shows) = (step.Thing, ShownIn(step));
        var known = shows is null ? null : await lab.Look(thing, shows);
        if (step.Delta is { } delta)
        {
            if (known?.Value is not { ValueKind: JsonValueKind.Number } now) return new(step, null, Fault.NoValue, null, null);
            step = step with { Input = Moved(now.GetDouble(), delta, SchemaOf(step)), Delta = null };
        }
        var answer = await grains.GetGrain<IThing>(thing.Id).Ask(new Order
        {
            Of = step.Action is null ? CommandOf.Property : CommandOf.Action,
            Name = step.Action ?? step.Property!,
            Input = step.Input,
            By = by,
        });
        var shown = shows is not null && After(step) is { } after ? new Shown(shows, known?.Value, after) : null;
        return new(step, answer.Command, OrderOutcome.Fault(answer), answer.Detail, shown);
    }

    /// <summary>Whether a person has to be asked first: the description marks the action, or the write does what a marked action would.</summary>
    public static bool AsksFirst(Step step)
    {
        if (step.AskFirst) return true;
        if (step.Action is { } action) return step.Thing.Actions.GetValueOrDefault(action)?.AskFirst == true;
        return step.Thing.Actions.Values.Any(a => a.AskFirst && a.ConfirmedBy is { } by && by.Property == step.Property
            && (by.Expected is not { } expected || step.Input is not { } input || JsonElement.DeepEquals(expected, input)));
    }

    /// <summary>The property in which an order shows; null when none does.</summary>
    public static string? ShownIn(Step step) => step.Action is { } action
        ? step.Thing.Actions.GetValueOrDefault(action)?.ConfirmedBy?.Property
        : step.Property is { } property && step.Thing.Properties.GetValueOrDefault(property)?.Read is not null ? property : null;

    static JsonElement? After(Step step)
    {
        if (step.Action is not { } action) return step.Input;
        if (step.Thing.Actions.GetValueOrDefault(action)?.ConfirmedBy is not { } by) return null;
        return by.Expected ?? (step.Input is { } input ? Things.JsonPointer.Find(input, by.InputPointer) : null);
    }

    static DataSchema? SchemaOf(Step step) => step.Action is { } action
        ? step.Thing.Actions.GetValueOrDefault(action)?.Input : step.Thing.Properties.GetValueOrDefault(step.Property!)?.Schema;

    // "aumente em 10 %" at 95 % is 100 %: as far as it goes.
    static JsonElement Moved(double now, double delta, DataSchema? schema)
    {
        var to = Math.Clamp(now + delta, schema?.Minimum ?? double.MinValue, schema?.Maximum ?? double.MaxValue);
        var exact = decimal.TryParse(to.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var d) ? decimal.Round(d, 9) : (decimal?)null;
        var text = exact is { } e ? (e / 1.000000000000000000000m).ToString(CultureInfo.InvariantCulture) : to.ToString("R", CultureInfo.InvariantCulture);
        return JsonElement.Parse(Encoding.UTF8.GetBytes(text));
    }
}
