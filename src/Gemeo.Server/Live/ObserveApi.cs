using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Gemeo.Log;
using Gemeo.Things;

namespace Gemeo.Live;

/// <summary>What a W3C client observes: one property's values or one event, as Server-Sent Events (bare JSON in <c>data</c>).</summary>
public static class ObserveApi
{
    public static void MapObserve(this IEndpointRouteBuilder routes)
    {
        var things = routes.MapGroup("/things/{id}").WithTags("Live");
        things.DisableRequestTimeout();
        things.MapGet("/events/{name}", (HttpContext http, EventStream stream, ThingRegistry registry, string id, string name) =>
                Observe(http, stream, registry, id, name, EntryKind.Event)).ForThing(Role.Viewer).WithSummary("One event as Server-Sent Events.");
        things.MapGet("/properties/{name}/events", (HttpContext http, EventStream stream, ThingRegistry registry, string id, string name) =>
                Observe(http, stream, registry, id, name, EntryKind.Property)).ForThing(Role.Viewer).WithSummary("One property's values as Server-Sent Events.");
    }

    static Task Observe(HttpContext http, EventStream stream, ThingRegistry registry, string id, string name, EntryKind kind)
    {
        if (registry.Thing(id) is not { } thing) return new Problem(Fault.NoThing).ExecuteAsync(http);
        var known = kind == EntryKind.Event ? thing.Events.ContainsKey(name) : thing.Properties.ContainsKey(name);
        if (!known) return new Problem(Fault.NoAffordance).ExecuteAsync(http);
        return stream.Handle(http, new(new HashSet<string> { id }, new HashSet<string> { name }, new HashSet<EntryKind> { kind }, Sight.Of(http)), bare: true);
    }
}
