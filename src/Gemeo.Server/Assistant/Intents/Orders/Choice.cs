using System.Text.Json;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Labs;

namespace Gemeo.Assistant.Intents.Orders;

/// <summary>What a part of an order came to: steps, or why not.</summary>
/// <param name="Note">For the sentence that asks back: the word that is not known, the range that is allowed…</param>
sealed record Choice(IReadOnlyList<Step> Steps, Doubt? Doubt, IReadOnlyList<ThingNames> Things, string Note = "", Doable? Of = null)
{
    public static Choice Do(IEnumerable<(Doable Doable, Step Step)> steps)
    {
        var all = steps.ToList();
        return new([.. all.Select(s => s.Step)], null, [.. all.Select(s => s.Doable.Of).Distinct()]);
    }

    public static Choice Because(Doubt doubt, IEnumerable<ThingNames> things, string note = "", Doable? of = null) =>
        new([], doubt, [.. things.Distinct().Take(8)], note, of);
}
