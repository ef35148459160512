using System.Buffers;
using System.Text.Json;
using Gemeo.Hosting;
using Gemeo.Log;

namespace Gemeo.Live;

/// <summary><c>GET /log?after=cursor&amp;limit=</c>: the log page by page.</summary>
public static class LogApi
{
    const int MostItems = 1000;

    public static void MapLog(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/log", Get).WithTags("Log").WithSummary("Entries after a cursor (from the oldest kept without one): {items, next}. 410 when the cursor is no longer kept.");

    static async Task Get(HttpContext http, Follower follower, ILogStore store, string? after, int? limit)
    {
        var from = store.Oldest - 1;
        if (after is not null)
        {
            if (!Cursor.TryParse(after, out var cursor))
            {
                await new Problem(Fault.BadQuery, "after: expected a cursor as /log or /ws gave it").ExecuteAsync(http);
                return;
            }
            if (!follower.Knows(cursor))
            {
                await new Problem(Fault.Gone).ExecuteAsync(http);
                return;
            }
            from = cursor.N;
        }
        if (EntryFilter.Of(http.Request.Query) is not { } filter || limit is < 1 or > MostItems)
        {
            await new Problem(Fault.BadQuery, $"limit: expected 1 to {MostItems}; kind: expected property, action, event, availability or security").ExecuteAsync(http);
            return;
        }
        ReadOnlyMemory<byte> page;
        try { page = Page(follower, filter, from, limit ?? 100); }
        catch (CursorGoneException) when (after is null) { page = Page(follower, filter, store.Oldest - 1, limit ?? 100); }
        catch (CursorGoneException)
        {
            await new Problem(Fault.Gone).ExecuteAsync(http);
            return;
        }
        http.Response.ContentType = "application/json";
        await http.Response.BodyWriter.WriteAsync(page, http.RequestAborted);
    }

    static ReadOnlyMemory<byte> Page(Follower follower, EntryFilter filter, long from, int limit)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartArray("items");
        var taken = 0;
        // A rare kind of entry is looked for a while, not to the end of the log: "next" goes on from there.
        for (var looked = 0; taken < limit && looked < 100_000 && follower.Next(from) is { } batch;)
        {
            var frames = EntryFrames.Of(batch, follower.LogId);
            for (var i = (int)(from + 1 - batch.First); i < batch.Entries.Length && taken < limit; i++, looked++)
            {
                from = batch.Entries[i].N;
                if (!filter.Takes(batch.Entries[i])) continue;
                json.WriteRawValue(frames.Json(i).Span, skipInputValidation: true);
                taken++;
            }
        }
        json.WriteEndArray();
        json.WriteString("next", follower.At(from).ToString());
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
