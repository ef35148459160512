using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Gemeo.Labs;
using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>The directory of things, as the W3C has it: public descriptions to read, and things that people add.</summary>
public static class ThingApi
{
    const string TdType = "application/td+json";
    const int MostItems = 10_000;

    public static void MapThings(this IEndpointRouteBuilder routes)
    {
        var things = routes.MapGroup("/things").WithTags("Things");
        routes.MapGet("/.well-known/wot", Directory).For(Role.Viewer).WithTags("Things").WithSummary("The directory of things as a Thing Description (W3C WoT Discovery).");
        things.MapGet("/", List).For(Role.Viewer).WithSummary("All public Thing Descriptions, as a JSON array; ?limit= &offset=, Link: rel=next. With at (ISO 8601) what was known of all things at that instant: {at, cursor, things: {id: {version, state}}}; 410 when it is no longer kept.");
        things.MapGet("/{id}", Get).ForThing(Role.Viewer).WithSummary("One public Thing Description: HTTP and WebSocket forms only.");
        things.MapPost("/", Post).For(Role.Admin).WithSummary("Adds a thing by its device Thing Description (MQTT forms); 201 with its address.");
        things.MapPut("/{id}", Put).ForThing(Role.Admin).WithSummary("Adds or replaces a thing: 201 or 204; 409 when the lab's files declare it.");
        things.MapPatch("/{id}", Patch).ForThing(Role.Admin).WithSummary("Changes an added thing by JSON merge patch: 204.");
        things.MapDelete("/{id}", Delete).ForThing(Role.Admin).WithSummary("Removes an added thing: 204. Its history stays.");
        routes.MapGet("/devices/things/{id}", (string id, ThingRegistry registry) => registry.Thing(id) is { } thing
                ? TypedResults.Bytes(JsonMarshal.GetRawUtf8Value(thing.Device).ToArray(), TdType) : (IResult)new Problem(Fault.NoThing))
            .ForThing(Role.Admin).WithTags("Devices").WithSummary("A thing's device description, MQTT forms included.");
    }

    // Requests go on where their bytes were read; what may take long goes elsewhere.
    static Task<IResult> List(HttpContext http, ThingRegistry registry, PastStates past, int? limit, int? offset, string? at) =>
        at is null ? Task.FromResult(Page(http, registry, limit, offset)) : Task.Run(() => past.At(at, Sight.Of(http)));

    static IResult Page(HttpContext http, ThingRegistry registry, int? limit, int? offset)
    {
        if (limit is < 1 or > MostItems || offset is < 0) return new Problem(Fault.BadQuery, $"limit: expected 1 to {MostItems}; offset: 0 or more");
        var sight = Sight.Of(http);
        var (most, skipped) = (limit ?? MostItems, offset ?? 0);
        var all = registry.All.Select(l => l.Thing).Where(t => sight.Sees(t.Id)).OrderBy(t => t.Id, StringComparer.Ordinal).ToArray();
        if (skipped + most < all.Length) http.Response.Headers.Link = $"</things?offset={skipped + most}&limit={most}>; rel=\"next\"";
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var thing in all.Skip(skipped).Take(most))
        {
            buffer.Write(buffer.WrittenCount == 0 ? "["u8 : ","u8);
            buffer.Write(Public(http, thing).Span);
        }
        buffer.Write(buffer.WrittenCount == 0 ? "[]"u8 : "]"u8);
        return TypedResults.Bytes(buffer.WrittenMemory, "application/ld+json");
    }

    // Our own clients know a thing by its short id, as the log does; whoever asks for the W3C's types by name, or by the URN, gets URIs.
    static ReadOnlyMemory<byte> Public(HttpContext http, ThingDescription thing)
    {
        http.Response.Headers.Vary = "Origin, Accept";
        var strict = http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType.Value is TdType or "application/ld+json" && a.Quality is not 0) || ThingId.IsUrn(http.Request.Path.Value!.Split('/')[^1]);
        return PublicTd.Utf8(thing, Caller.Address(http.Request), KeyHeader(http), strict);
    }

    static string? KeyHeader(HttpContext http) => Caller.HasKey(http) ? "X-Api-Key" : null;

    static IResult Get(HttpContext http, string id, ThingRegistry registry) =>
        registry.Thing(id) is { } thing ? TypedResults.Bytes(Public(http, thing), TdType) : new Problem(Fault.NoThing);

    static IResult Directory(HttpContext http) =>
        TypedResults.Text(DirectoryTd.Of(Caller.Address(http.Request), KeyHeader(http)).ToJsonString(), TdType);

    static async Task<IResult> Post(HttpContext http, ThingRegistry registry, LogWriter writer)
    {
        var (body, fault) = await JsonBody.Read(http, required: true, TdType);
        if (fault is not null) return fault;
        if (Object(body!.Value) is not { } node) return new Problem(Fault.BadThing, "expected a JSON object");
        var id = node["id"] is JsonValue given && given.TryGetValue<string>(out var text) ? text : "urn:uuid:" + Guid.NewGuid();
        if (registry.Find(id) is { } known) return new Problem(known.FromFile ? Fault.FromFile : Fault.Exists);
        node["id"] = id;
        return await Save(node, registry, writer) ?? TypedResults.Created(Address(id));
    }

    static async Task<IResult> Put(HttpContext http, string id, ThingRegistry registry, LogWriter writer)
    {
        var (body, fault) = await JsonBody.Read(http, required: true, TdType);
        if (fault is not null) return fault;
        var known = registry.Find(id);
        if (known is { FromFile: true }) return new Problem(Fault.FromFile);
        if (Object(body!.Value) is not { } node) return new Problem(Fault.BadThing, "expected a JSON object");
        node["id"] ??= id;
        if (node["id"]!.ToString() != id) return new Problem(Fault.BadThing, "/id: expected the id of the address");
        return await Save(node, registry, writer) ?? (known is null ? TypedResults.Created(Address(id)) : TypedResults.NoContent());
    }

    static async Task<IResult> Patch(HttpContext http, string id, ThingRegistry registry, LogWriter writer)
    {
        var (body, fault) = await JsonBody.Read(http, required: true, "application/merge-patch+json");
        if (fault is not null) return fault;
        if (registry.Find(id) is not { } known) return new Problem(Fault.NoThing);
        if (known.FromFile) return new Problem(Fault.FromFile);
        var merged = Merge(JsonObject.Create(known.Thing.Device), JsonNode.Parse(JsonMarshal.GetRawUtf8Value(body!.Value))) as JsonObject;
        if (merged is null || merged["id"]?.ToString() != id) return new Problem(Fault.BadThing, "/id: expected the id of the address");
        return await Save(merged, registry, writer) ?? TypedResults.NoContent();
    }

    static async Task<IResult> Delete(string id, ThingRegistry registry, LogWriter writer)
    {
        if (registry.Find(id) is not { } known) return new Problem(Fault.NoThing);
        if (known.FromFile) return new Problem(Fault.FromFile);
        await writer.RunAsync(store => { store.Put("thing", id, null); return true; });
        registry.Remove(id);
        return TypedResults.NoContent();
    }

    static JsonObject? Object(JsonElement body) => body.ValueKind == JsonValueKind.Object ? JsonObject.Create(body) : null;

    static string Address(string id) => "/things/" + Uri.EscapeDataString(id);

    static async Task<IResult?> Save(JsonObject node, ThingRegistry registry, LogWriter writer)
    {
        var faults = new List<LabFault>();
        var document = JsonSerializer.SerializeToUtf8Bytes(node);
        var thing = ThingReader.Read(JsonElement.Parse(document), "body", "", faults);
        if (thing is null || faults.Count > 0)
            return new Problem(Fault.BadThing, faults.FirstOrDefault()?.ToString(), new Dictionary<string, object?> { ["faults"] = faults.Select(f => new { f.Pointer, f.Expected }) });
        try { await writer.RunAsync(store => { store.Put("thing", thing.Id, document); return true; }); }
        catch (LogUnavailableException why) { return new Problem(Fault.LogUnavailable, why.Message); }
        registry.Put(thing);
        return null;
    }

    // RFC 7396.
    static JsonNode? Merge(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes) return patch?.DeepClone();
        var result = target as JsonObject ?? [];
        foreach (var (name, value) in changes)
            if (value is null) result.Remove(name);
            else result[name] = Merge(result[name]?.DeepClone(), value);
        return result;
    }
}
