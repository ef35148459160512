using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Gemeo.Tests.Live;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Crash;

/// <summary>An entry as it was pushed.</summary>
sealed record Pushed(long N, string Thing, long Version, string Value);

/// <summary>A client of <c>/ws</c> that resumes after every crash from the last cursor it saw, and keeps all it was shown.</summary>
sealed class Watcher(int port)
{
    readonly ConcurrentDictionary<(string, string), bool> _saw = new();
    readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
    string? _cursor;

    /// <summary>Ends with the first snapshot: what happens from then on is shown, not summed up.</summary>
    public Task Began => _began.Task;

    public ConcurrentQueue<Pushed> Shown { get; } = new();

    public bool Saw(string thing, string value) => _saw.ContainsKey((thing, value));

    /// <summary>The last place that it knows.</summary>
    public long Place { get; private set; }

    /// <summary>Times that its cursor was not honoured.</summary>
    public int Gone { get; private set; }

    /// <summary>Its connections.</summary>
    public int Visits { get; private set; }

    /// <summary>Follows, and comes back from its last cursor when the connection breaks or it has seen so many entries, until it has seen all.</summary>
    public async Task FollowUntil(Func<Watcher, bool> all, Func<int> patience)
    {
        while (!all(this))
            try { await Follow(patience(), all); }
            catch (WebSocketException) { await Task.Yield(); /* not let in just now */ }
    }

    /// <summary>Follows until the connection breaks.</summary>
    public async Task Follow(int most = int.MaxValue, Func<Watcher, bool>? all = null)
    {
        Visits++;
        await using var client = await LiveClient.Connect(new Uri($"ws://127.0.0.1:{port}/ws" + (_cursor is null ? "" : "?cursor=" + Uri.EscapeDataString(_cursor))));
        try
        {
            var enough = (long)Shown.Count + most;
            while (Shown.Count < enough && all?.Invoke(this) != true && await client.Text() is { } text) Note(text);
        }
        catch (WebSocketException) { /* killed */ }
    }

    void Note(string text)
    {
        var message = JsonNode.Parse(text)!;
        _cursor = message["cursor"]!.GetValue<string>();
        Place = Seen.Place(text);
        _began.TrySetResult();
        if (message["reason"] is not null) Gone++;
        if (!Seen.IsEntry(text)) return;
        var pushed = new Pushed(Place, message["thing"]!.GetValue<string>(), message["version"]!.GetValue<long>(), message["value"]!.ToJsonString());
        Shown.Enqueue(pushed);
        _saw[(pushed.Thing, pushed.Value)] = true;
    }
}
