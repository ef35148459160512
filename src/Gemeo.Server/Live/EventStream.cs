using System.Buffers;
using System.Text;
using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Gemeo.Log;
using Microsoft.Extensions.Options;

namespace Gemeo.Live;

/// <summary>The same as the socket for those who read Server-Sent Events: <c>id</c> is the cursor, <c>Last-Event-ID</c> resumes.</summary>
public sealed class EventStream(Follower follower, Snapshots snapshots, LiveApi live, IOptions<Settings> options, TimeProvider time, IHostApplicationLifetime life)
{
    /// <param name="bare">True for a W3C observer: only values are sent, without snapshot and envelope.</param>
    public async Task Handle(HttpContext http, EntryFilter filter, bool bare = false)
    {
        var asked = http.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last : http.Request.Query["cursor"].ToString();
        var known = Cursor.TryParse(asked, out var cursor) && follower.Knows(cursor);
        if (asked.Length > 0 && !known && !http.Request.Headers.ContainsKey("Last-Event-ID"))
        {
            await new Problem(Fault.Gone).ExecuteAsync(http);
            return;
        }
        if (!live.Enter())
        {
            await new Problem(Fault.Busy).ExecuteAsync(http);
            return;
        }
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        try
        {
            http.Response.ContentType = "text/event-stream";
            http.Response.Headers.CacheControl = "no-store";
            if (HttpMethods.IsHead(http.Request.Method)) return;
            await Run(http.Response, http.Identity()!, filter, bare, known ? cursor.N : null, asked.Length > 0 ? "cursor-gone" : null, ending.Token);
        }
        catch (Exception why) when (why is OperationCanceledException or TimeoutException or IOException || (why is LogUnavailableException && http.Response.HasStarted)) { http.Abort(); }
        finally { live.Leave(); }
    }

    async Task Run(HttpResponse response, Identity identity, EntryFilter filter, bool bare, long? from, string? reason, CancellationToken cancel)
    {
        while (true)
        {
            var at = from ?? follower.Head;
            if (from is null && !bare)
            {
                (at, var json) = snapshots.Take(filter, reason);
                await Send(response, $"id: {follower.At(at)}\nevent: snapshot\ndata: {Encoding.UTF8.GetString(json)}\n\n", cancel);
            }
            else await Send(response, $": {follower.At(at)}\n\n", cancel);
            try
            {
                await Follow(response, identity, filter, bare, at, cancel);
                return;
            }
            catch (CursorGoneException) { (reason, from) = ("cursor-gone", null); }
        }
    }

    async Task Follow(HttpResponse response, Identity identity, EntryFilter filter, bool bare, long at, CancellationToken cancel)
    {
        var heartbeat = TimeSpan.FromSeconds(options.Value.Live.Heartbeat);
        var told = time.GetTimestamp();
        var live = false;
        while (!cancel.IsCancellationRequested)
        {
            if (identity.Over(time.Now()) is { } over)
            {
                await Closed(response, at, over, cancel);
                return;
            }
            if (live && follower.Head - at > options.Value.Live.MaxLag)
            {
                // As the socket does with 4008; an EventSource comes back by itself, from this cursor.
                await Closed(response, at, "too-slow", cancel);
                return;
            }
            if (follower.Next(at) is { } batch)
            {
                await Send(response, Events(batch, at, filter, bare), cancel);
                at = batch.Last;
                continue;
            }
            live = true;
            await follower.WaitAsync(at);
            if (time.GetElapsedTime(told) < heartbeat) continue;
            await Send(response, $"id: {follower.At(at)}\nevent: heartbeat\ndata: \"{follower.At(at)}\"\n\n", cancel);
            told = time.GetTimestamp();
        }
    }

    Task Closed(HttpResponse response, long at, string why, CancellationToken cancel) =>
        Send(response, $"id: {follower.At(at)}\nevent: closed\ndata: {{\"type\":\"closed\",\"reason\":\"{why}\",\"cursor\":\"{follower.At(at)}\"}}\n\n", cancel);

    string Events(LogBatch batch, long after, EntryFilter filter, bool bare)
    {
        var text = new StringBuilder();
        var frames = EntryFrames.Of(batch, follower.LogId);
        for (var i = (int)(after + 1 - batch.First); i < batch.Entries.Length; i++)
        {
            var entry = batch.Entries[i];
            if (!filter.Takes(entry)) continue;
            text.Append("id: ").Append(follower.At(entry.N).ToString()).Append("\ndata: ")
                .Append(Encoding.UTF8.GetString(bare ? entry.Value : frames.Json(i).Span)).Append("\n\n");
        }
        return text.ToString();
    }

    async Task Send(HttpResponse response, string text, CancellationToken cancel)
    {
        if (text.Length == 0) return;
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(options.Value.Live.SendTimeout), time, cancel);
        await response.Body.FlushAsync(cancel).WaitAsync(TimeSpan.FromSeconds(options.Value.Live.SendTimeout), time, cancel);
    }
}
