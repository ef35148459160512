using System.Text.Json;
using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Gemeo.Log;
using Gemeo.Things;

namespace Gemeo.History;

/// <summary><c>GET /things/{id}/history/{name}?from&amp;to</c>: what was reported; with <c>limit</c> at full resolution, with <c>points</c> as a chart.</summary>
public static class HistoryApi
{
    const int MostItems = 10_000;
    const int FewestPoints = 2, MostPoints = 5000;

    public static void MapHistory(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/things/{id}/history/{name}", Get).ForThing(Role.Viewer).WithTags("History")
            .WithSummary("Readings of a property or event, oldest first: {items: [{time, value, deviceTime?, changed}], next}. Times are ISO 8601; the default is the 24 hours before 'to', which is now; next is the 'from' that goes on. With points (2 to 5000) a chart: {from, to, step, points: [{time, min, max, mean, last, count}], before}; step in seconds, null when each point is one reading. Of what is no number, points are its changes: {time, value}. With format=csv (or Accept: text/csv) a file, without a limit.");

    static async Task<IResult> Get(HttpContext http, string id, string name, string? from, string? to, int? limit, int? points, string? format, ThingRegistry registry, ILogStore store, ILogSeries series, Charts charts, TimeProvider time)
    {
        var (query, fault) = HistoryQuery.Read(registry.Thing(id), name, from, to, time.Now());
        if (query is null) return fault!;
        if (limit is < 1 or > MostItems) return new Problem(Fault.BadQuery, $"limit: expected 1 to {MostItems}");
        if (points is < FewestPoints or > MostPoints) return new Problem(Fault.BadQuery, $"points: expected {FewestPoints} to {MostPoints}");
        if (format is not (null or "json" or "csv")) return new Problem(Fault.BadQuery, $"format: expected json or csv, got '{format}'");
        if (query.From > query.To && points is not null) return new Problem(Fault.BadQuery, "from: expected a time before 'to'");
        http.Response.Headers.Append("Vary", "Accept");
        var csv = format is null ? WantsCsv(http) : format == "csv";
        // Requests go on where their bytes were read; what may take long goes elsewhere.
        var chart = points is { } most ? await Task.Run(() => charts.Draw(query, most, http.RequestAborted)) : null;
        if (csv) return new CsvFile(query, series, chart);
        return chart is not null ? PropertyApi.Json(json => ChartJson.Write(json, chart)) : await Task.Run(() => Items(store, query, limit ?? 1000));
    }

    static bool WantsCsv(HttpContext http) => http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase) && a.Quality is not 0);

    static IResult Items(ILogStore store, HistoryQuery query, int most)
    {
        var items = store.History(query.Thing, query.Name, query.From, query.To, most + 1);
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

    static void Write(Utf8JsonWriter json, Entry entry)
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
