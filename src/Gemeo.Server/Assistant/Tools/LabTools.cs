using System.Text.Json;
using Gemeo.Access.Rights;
using Gemeo.Assistant.Answers;
using Gemeo.Assistant.Intents;
using Gemeo.Labs;
using Gemeo.Linguistics;
using Gemeo.Log;
using Gemeo.Things;

namespace Gemeo.Assistant.Tools;

/// <summary>The live lab as the assistant, a model and MCP clients may read it. Nothing here changes anything.</summary>
public sealed class LabTools(ThingRegistry registry, IGrainFactory grains)
{
    /// <summary>What those for whom it is read may see.</summary>
    public Sight Sight => Sight.Of(Acting.Now, registry);

    public ThingDescription? Thing(string id) => registry.Thing(ThingId.Plain(id)) is { } thing && Sight.Sees(thing.Id) ? thing : null;

    /// <summary>What there is, in the order of ids.</summary>
    /// <param name="room">Only what is in it.</param>
    /// <param name="kind">Only of this kind.</param>
    public async Task<IReadOnlyList<ThingCard>> List(Lang lang, string? room = null, string? kind = null)
    {
        var sight = Sight;
        var things = registry.All.Select(l => l.Thing).Where(t => sight.Sees(t.Id) && (room is null || t.Room == room) && (kind is null || t.Kind == kind)).OrderBy(t => t.Id, StringComparer.Ordinal);
        return await Task.WhenAll(things.Select(async t => ThingCard.Of(t, await State(t), lang)));
    }

    /// <summary>What is known of something: the value last reported, since when, and whether the device is there.</summary>
    public async Task<Known> Look(ThingDescription thing, string? property)
    {
        var state = await State(thing);
        var reported = property is null ? null : state.Property(property);
        return new(reported is null ? null : JsonElement.Parse(reported.Value), reported is null ? null : Instant.At(reported.Time),
            state.Available, state.Available is null ? null : Instant.At(state.Since));
    }

    async Task<ThingState> State(ThingDescription thing) => (await grains.GetGrain<IThing>(thing.Id).Look()).State;
}
