using System.Collections.Concurrent;
using System.Net.WebSockets;
using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Gemeo.Log;
using Gemeo.Presence;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Gemeo.Live;

/// <summary><c>/ws</c>: a snapshot, then everything that happens; commands, and what people do in rooms, the other way.</summary>
public sealed partial class LiveApi(Follower follower, Snapshots snapshots, SocketHearing ears, PresenceNode presence, LabRooms rooms, IOptions<Settings> options, TimeProvider time, IHostApplicationLifetime life, ILogger<LiveApi> log)
{
    readonly LiveSettings _settings = options.Value.Live;
    readonly ConcurrentDictionary<LiveSocket, byte> _sockets = new();
    int _clients;

    public int Clients => Volatile.Read(ref _clients);

    /// <summary>How far the socket that is farthest behind is behind.</summary>
    public long Lag => _sockets.Select(s => s.Key.Lag).DefaultIfEmpty().Max();

    public async Task Handle(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            await new Problem(Fault.BadQuery, "this address speaks WebSocket; for plain HTTP use /events").ExecuteAsync(http);
            return;
        }
        if (EntryFilter.Of(http) is not { } filter)
        {
            await new Problem(Fault.BadQuery, "kind: expected property, action, event, availability or security").ExecuteAsync(http);
            return;
        }
        if (http.Request.Query.TryGetValue("raw", out var topic) && string.IsNullOrEmpty(topic))
        {
            await new Problem(Fault.BadQuery, "raw: expected a topic such as parking/sensor").ExecuteAsync(http);
            return;
        }
        // One payload may tell of several things.
        if (topic.Count > 0 && filter.Sight.IsScoped)
        {
            await new Problem(Fault.NoRight, "raw: for who sees the whole lab").ExecuteAsync(http);
            return;
        }
        if (!Enter())
        {
            await new Problem(Fault.Busy).ExecuteAsync(http);
            return;
        }
        try { await Run(http, filter); }
        finally { Leave(); }
    }

    public bool Enter()
    {
        if (Interlocked.Increment(ref _clients) <= _settings.MaxClients) return true;
        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _clients);

    async Task Run(HttpContext http, EntryFilter filter)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = TimeSpan.FromSeconds(20), KeepAliveTimeout = TimeSpan.FromSeconds(20) });
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        var stream = ((FrameUpgrade)http.Features.Get<IHttpUpgradeFeature>()!).Stream!;
        var identity = http.Identity()!;
        var live = new LiveSocket(socket, stream, follower, filter, identity, _settings, time);
        _sockets[live] = 0;
        var language = Language.Of(http);
        var visit = new Visit(presence, rooms, filter.Sight, language, frames => live.SendFrames(frames, ending.Token));
        var hearing = ears.HearAsync(socket, live, visit, new(identity, filter.Sight, language), ending.Token);
        try
        {
            var telling = Tell(http, socket, live, filter, ending.Token);
            await await Task.WhenAny(telling, hearing);
            if (socket.State == WebSocketState.CloseSent) await Heard(hearing);
            await ending.CancelAsync();
            await Task.WhenAll(telling, hearing);
        }
        catch (TimeoutException) { Stuck(log, _settings.SendTimeout); }
        // A log that cannot be read just now ends it too: it comes back with its cursor.
        catch (Exception why) when (why is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException or LogUnavailableException) { }
        _sockets.TryRemove(live, out _);
        await ending.CancelAsync();
        // It may be letting somebody into a room just now.
        await hearing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await GoOut(visit, cut: socket.State != WebSocketState.CloseReceived);
        await Close(socket);
        if (socket.State != WebSocketState.Closed) http.Abort();
    }

    // A server that stops takes the rooms along.
    async Task GoOut(Visit visit, bool cut)
    {
        if (life.ApplicationStopping.IsCancellationRequested) return;
        try { await visit.End(cut); }
        catch (OrleansException) { /* it stops just now */ }
    }

    // One who was told to go has much to read before it comes to that; a connection cut earlier would take the reason along.
    async Task Heard(Task hearing)
    {
        try { await hearing.WaitAsync(TimeSpan.FromSeconds(_settings.SendTimeout), time); }
        catch (TimeoutException) { /* it has had its time */ }
    }

    async Task Tell(HttpContext http, WebSocket socket, LiveSocket live, EntryFilter filter, CancellationToken cancel)
    {
        if (http.Request.Query.TryGetValue("raw", out var topic))
        {
            await new RawSocket(live, socket, follower, topic.ToString()).FollowAsync(cancel);
            return;
        }
        var asked = http.Request.Query["cursor"].ToString();
        var from = Cursor.TryParse(asked, out var cursor) && follower.Knows(cursor) ? cursor.N : (long?)null;
        for (var reason = asked.Length > 0 ? "cursor-gone" : null; ; (reason, from) = ("cursor-gone", null))
        {
            if (from is null)
            {
                (from, var json) = snapshots.Take(filter, reason);
                await live.SendText(json, cancel);
            }
            try
            {
                await live.FollowAsync(from.Value, cancel);
                return;
            }
            catch (CursorGoneException) { /* retention overtook this client: a fresh snapshot, and on from there */ }
        }
    }

    static async Task Close(WebSocket socket)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived)) return;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try { await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, patience.Token); }
        catch (Exception why) when (why is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException) { }
    }

    [LoggerMessage(1, LogLevel.Information, "A live client took nothing for {Seconds} s and was let go.")]
    static partial void Stuck(ILogger log, double seconds);
}
