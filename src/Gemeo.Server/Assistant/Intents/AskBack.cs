using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Intents.Orders;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents;

/// <summary>Makes the question that is asked back, in both languages, from replies.tsv.</summary>
sealed class AskBack(LabNames lab, Sentence sentence)
{
    static readonly Lazy<Dictionary<(string, Lang), string>> _replies =
        new(() => Table.Rows("replies.tsv").ToDictionary(r => (r[0], Table.Lang(r[1])), r => r[2]));

    public Intent Plain(Doubt doubt) => Make(doubt, [], "", []);

    /// <summary>It may be an order, but is not to be done; perhaps it can be offered.</summary>
    public Intent Refused(Doubt doubt, IReadOnlyList<Step> offer) =>
        Make(doubt, [], "", doubt is Doubt.Asked or Doubt.Later or Doubt.Quoted or Doubt.Unclear ? offer : []);

    /// <summary>An order that cannot be carried out as it is.</summary>
    public Intent For(Choice choice) => Make(choice.Doubt!.Value, choice.Things, choice.Note, []);

    Intent.Unsure Make(Doubt doubt, IReadOnlyList<ThingNames> things, string note, IReadOnlyList<Step> offer)
    {
        return new(doubt, [.. things.Select(t => t.Thing)], new(Say(Lang.Pt), Say(Lang.En)), [.. offer]) { Lang = sentence.Lang };

        string Say(Lang lang) => Reply(offer.Count > 0 && _replies.Value.ContainsKey(($"{doubt}+", lang)) ? $"{doubt}+" : $"{doubt}", lang)
            .Replace("{offer}", string.Join("; ", offer.Select(s => Describe(s, lang))))
            .Replace("{things}", Things(doubt, lang, things)).Replace("{word}", note).Replace("{does}", Does(lang, things)).Trim();
    }

    static string Reply(string key, Lang lang) => _replies.Value[(key, lang)];

    string Things(Doubt doubt, Lang lang, IReadOnlyList<ThingNames> things)
    {
        if (things.Count == 0) return doubt == Doubt.Cannot ? Reply("This", lang) : "";
        var names = string.Join(", ", things.Take(6).Select(t => t.Say(lang)));
        return doubt == Doubt.Unknown ? Reply("Perhaps", lang).Replace("{things}", names) : names;
    }

    static string Does(Lang lang, IReadOnlyList<ThingNames> things)
    {
        if (things.Count == 0) return "";
        var does = things[0].Doables.Select(d => Title(d.Of, d.Action, d.Property, lang)).Distinct().ToList();
        return does.Count == 0 ? Reply("CanNothing", lang) : Reply("CanDo", lang).Replace("{does}", string.Join(", ", does));
    }

    string Describe(Step step, Lang lang)
    {
        var thing = lab.Things.First(t => t.Thing == step.Thing);
        var value = step.Delta is { } delta ? $" {(delta < 0 ? "−" : "+")}{Math.Abs(delta)}" : step.Input is { } input ? $" = {input}" : "";
        return $"{thing.Say(lang)}: {Title(thing, step.Action, step.Property, lang)}{value}";
    }

    static string Title(ThingNames thing, string? action, string? property, Lang lang) =>
        Human.Pick(Human.Part(thing.Thing.Device, action is null ? "properties" : "actions", action ?? property!), "title", lang) ?? action ?? property!;
}
