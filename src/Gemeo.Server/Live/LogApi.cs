using System.Buffers;
using System.Text.Json;
using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Gemeo.Log;

namespace Gemeo.Live;

/// <summary><c>GET /log</c>: the log page by page, from a cursor on or (<c>order=desc</c>) back; <c>GET /log/range</c>: from when to when there is one.</summary>
public static class LogApi
{
    public static void MapLog(this IEndpointRouteBuilder routes)
    {
        var log = routes.MapGroup("/log").WithTags("Log");
        log.MapGet("/", Get).For(Role.Viewer).WithSummary("Entries after a cursor (from the oldest kept without one): {items, next}. With order=desc those before a cursor, newest first; next is null at the end. 410 when the cursor is no longer kept.");
        log.MapGet("/range", Range).For(Role.Viewer).WithSummary("The oldest entry that is kept and the newest: {oldest: {time, cursor}, newest}; null when there is none.");
    }

    static async Task<IResult> Get(HttpContext http, Follower follower, ILogStore store, ILogPast past, int? limit)
    {
        var (query, fault) = LogQuery.Read(http, limit);
        if (query is null) return fault!;
        if (query.At is { } cursor && !(query.Backwards ? store.Gave(cursor) : follower.Knows(cursor))) return new Problem(Fault.Gone);
        // Requests go on where their bytes were read; what may take long goes elsewhere.
        return await Task.Run(() => query.Backwards ? Back(past, query, follower) : Forward(follower, store, past, query));
    }

    static IResult Back(ILogPast past, LogQuery query, Follower follower)
    {
        var back = past.Back(query.At?.N ?? long.MaxValue, query.What, query.Limit);
        return Page(json =>
        {
            if (back.Found.Count > 0)
            {
                var frames = EntryFrames.Of(new LogBatch([.. back.Found]), follower.LogId);
                for (var i = 0; i < back.Found.Count; i++) json.WriteRawValue(frames.Json(i).Span, skipInputValidation: true);
            }
            return back.Reached is { } reached ? follower.At(reached) : null;
        });
    }

    static IResult Forward(Follower follower, ILogStore store, ILogPast past, LogQuery query)
    {
        try { return Page(json => Forward(json, follower, past, query, query.At?.N ?? store.Oldest - 1)); }
        catch (CursorGoneException) when (query.At is null) { return Page(json => Forward(json, follower, past, query, store.Oldest - 1)); }
        catch (CursorGoneException) { return new Problem(Fault.Gone); }
    }

    static Cursor? Forward(Utf8JsonWriter json, Follower follower, ILogPast past, LogQuery query, long from)
    {
        if (query.What.From > long.MinValue) from = Math.Max(from, past.PlaceAt(query.What.From - 1));
        var last = query.What.To < long.MaxValue ? past.PlaceAt(query.What.To) + ILogPast.Disorder : long.MaxValue;
        var taken = 0;
        // A rare kind of entry is looked for a while, not to the end of the log: "next" goes on from there.
        for (var looked = 0; taken < query.Limit && looked < 100_000 && from < last && follower.Next(from) is { } batch;)
        {
            var frames = EntryFrames.Of(batch, follower.LogId);
            for (var i = (int)(from + 1 - batch.First); i < batch.Entries.Length && taken < query.Limit; i++, looked++)
            {
                from = batch.Entries[i].N;
                if (!query.What.Takes(batch.Entries[i])) continue;
                json.WriteRawValue(frames.Json(i).Span, skipInputValidation: true);
                taken++;
            }
        }
        return follower.At(from);
    }

    static IResult Page(Func<Utf8JsonWriter, Cursor?> items)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartArray("items");
        var next = items(json);
        json.WriteEndArray();
        json.WriteString("next", next?.ToString());
        json.WriteEndObject();
        json.Flush();
        return TypedResults.Bytes(buffer.WrittenMemory, "application/json");
    }

    static IResult Range(ILogStore store, Follower follower) =>
        TypedResults.Json(new { oldest = End(store.Read(store.Oldest - 1, 1), follower), newest = End(store.Read(store.Head - 1, 1), follower) }, _nulls);

    static readonly JsonSerializerOptions _nulls = new(JsonStyle.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never };

    static object? End(Entry[] found, Follower follower) => found is [var entry] ? new { time = Instant.Iso(entry.Time), cursor = follower.At(entry.N).ToString() } : null;
}
