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
    volatile string? _cursor;

    public ConcurrentQueue<Pushed> Shown { get; } = new();

    /// <summary>Times that its cursor was not honoured.</summary>
    public int Gone { get; private set; }

    /// <summary>It has a place in the log: from there on nothing may be missing.</summary>
    public bool HasBegun => _cursor is not null;

    /// <summary>Follows until the connection breaks.</summary>
    public async Task Follow()
    {
        await using var client = await LiveClient.Connect(new Uri($"ws://127.0.0.1:{port}/ws" + (_cursor is null ? "" : "?cursor=" + Uri.EscapeDataString(_cursor))));
        try
        {
            while (await client.Text() is { } text) Note(text);
        }
        catch (WebSocketException) { /* killed */ }
    }

    void Note(string text)
    {
        var message = JsonNode.Parse(text)!;
        _cursor = message["cursor"]!.GetValue<string>();
        if (message["reason"] is not null) Gone++;
        if (Seen.IsEntry(text)) Shown.Enqueue(new(Seen.Place(text), message["thing"]!.GetValue<string>(), message["version"]!.GetValue<long>(), message["value"]!.ToJsonString()));
    }
}
