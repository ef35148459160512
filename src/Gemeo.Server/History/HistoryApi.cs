using Gemeo.Hosting;
using Gemeo.Log;
using Gemeo.Things;

namespace Gemeo.History;

/// <summary><c>GET /things/{id}/history/{name}?from&amp;to&amp;limit</c>: what was reported, at full resolution.</summary>
public static class HistoryApi
{
    const int MostItems = 10_000;

    public static void MapHistory(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/things/{id}/history/{name}", Get).WithTags("History")
            .WithSummary("Readings of a property or event, oldest first: {items: [{time, value, deviceTime?, changed}], next}. Times are ISO 8601; the default is the 24 hours before 'to', which is now; next is the 'from' that goes on.");

    static IResult Get(string id, string name, string? from, string? to, int? limit, ThingRegistry registry, ILogStore store, TimeProvider time)
    {
        if (registry.Thing(id) is not { } thing) return new Problem(Fault.NoThing);
        if (!thing.Properties.ContainsKey(name) && !thing.Events.ContainsKey(name)) return new Problem(Fault.NoAffordance);
        var last = time.Now();
        if (to is not null && !Instant.TryParse(to, out last)) return new Problem(Fault.BadQuery, $"to: expected an ISO 8601 time, got '{to}'");
        var first = last - (long)TimeSpan.FromDays(1).TotalMicroseconds;
        if (from is not null && !Instant.TryParse(from, out first)) return new Problem(Fault.BadQuery, $"from: expected an ISO 8601 time, got '{from}'");
        if (limit is < 1 or > MostItems) return new Problem(Fault.BadQuery, $"limit: expected 1 to {MostItems}");
        var most = limit ?? 1000;
        var items = store.History(id, name, first, last, most + 1);
        return PropertyApi.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var item in items.Take(most)) Write(json, item);
            json.WriteEndArray();
            if (items.Count > most) json.WriteString("next", Instant.Iso(items[most].Time));
            else json.WriteNull("next");
            json.WriteEndObject();
        });
    }

    static void Write(System.Text.Json.Utf8JsonWriter json, Entry entry)
    {
        json.WriteStartObject();
        json.WriteString("time", Instant.Iso(entry.Time));
        json.WritePropertyName("value");
        json.WriteRawValue(entry.Value, skipInputValidation: true);
        if (entry.DeviceTime is { } deviceTime) json.WriteString("deviceTime", Instant.Iso(deviceTime));
        json.WriteBoolean("changed", entry.Changed);
        json.WriteEndObject();
    }
}
