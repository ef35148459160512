using System.Buffers;
using System.Text.Json;
using Gemeo.Access.Rights;
using Gemeo.Hosting;

namespace Gemeo.Things;

/// <summary>Reading properties: values as the device last reported them.</summary>
public static class PropertyApi
{
    public static void MapProperties(this IEndpointRouteBuilder routes)
    {
        var things = routes.MapGroup("/things/{id}").WithTags("Properties");
        things.MapGet("/properties", All).ForThing(Role.Viewer).WithSummary("All reported values by name (as the W3C's readallproperties).");
        things.MapGet("/properties/{name}", One).ForThing(Role.Viewer).WithSummary("One value, bare JSON; when it was reported stands in Last-Modified and X-Reported.");
        things.MapGet("/state", State).ForThing(Role.Viewer).WithSummary("Everything known: reported values with their times, what is desired, whether it is there.");
    }

    static async Task<IResult> All(string id, ThingRegistry registry, IGrainFactory grains)
    {
        if (registry.Thing(id) is not { } thing) return new Problem(Fault.NoThing);
        var view = await grains.GetGrain<IThing>(id).Look();
        return Json(json =>
        {
            json.WriteStartObject();
            // One that the description has lost is still in the state, should it come back.
            foreach (var property in view.State.Properties.Where(p => thing.Properties.ContainsKey(p.Name)))
            {
                json.WritePropertyName(property.Name);
                json.WriteRawValue(property.Value, skipInputValidation: true);
            }
            json.WriteEndObject();
        });
    }

    static async Task<IResult> One(HttpContext http, string id, string name, ThingRegistry registry, IGrainFactory grains)
    {
        if (registry.Thing(id) is not { } thing) return new Problem(Fault.NoThing);
        if (!thing.Properties.ContainsKey(name)) return new Problem(Fault.NoAffordance);
        var view = await grains.GetGrain<IThing>(id).Look();
        if (view.State.Property(name) is not { } property) return new Problem(Fault.NoValue);
        http.Response.Headers["X-Reported"] = Log.Instant.Iso(property.Time);
        return TypedResults.Bytes(property.Value, "application/json", lastModified: Log.Instant.At(property.Time));
    }

    static async Task<IResult> State(string id, ThingRegistry registry, IGrainFactory grains)
    {
        if (registry.Find(id) is null) return new Problem(Fault.NoThing);
        var view = await grains.GetGrain<IThing>(id).Look();
        return TypedResults.Bytes(StateJson.Write(view.State), "application/json");
    }

    public static IResult Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer)) write(json);
        return TypedResults.Bytes(buffer.WrittenMemory, "application/json");
    }
}
