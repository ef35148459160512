using System.Net.WebSockets;
using System.Text.Json;
using Gemeo.Cli.Connection;

namespace Gemeo.Cli.Live;

/// <summary>Follows <c>/ws</c> for as long as it is let: a lost connection is taken up again at the last cursor, so nothing is missed.</summary>
/// <param name="query">Filters, name and value.</param>
/// <param name="lost">Told why, and how long until the next try.</param>
public sealed class LiveFeed(GemeoServer server, IReadOnlyList<(string Name, string? Value)> query, string? cursor, TimeProvider time, Action<string, TimeSpan> lost)
{
    readonly Backoff _backoff = new();
    bool _wasThere;

    /// <summary>After which entry to go on; null before the first message.</summary>
    public string? Cursor { get; private set; } = cursor;

    /// <summary>Calls <paramref name="each"/> for every message, snapshot and heartbeats included, until cancelled.</summary>
    /// <exception cref="UnreachedException">The very first connection failed; later ones are tried for ever.</exception>
    /// <exception cref="RefusedException">The server does not let us in.</exception>
    public async Task Run(Action<JsonElement> each, CancellationToken cancel)
    {
        while (true)
        {
            var why = await Once(each, cancel);
            var wait = _backoff.Next();
            lost(why, wait);
            await Task.Delay(wait, time, cancel);
        }
    }

    async Task<string> Once(Action<JsonElement> each, CancellationToken cancel)
    {
        try
        {
            using var socket = await server.Open(Paths.Query("ws", [.. query, ("cursor", Cursor)]), cancel);
            _wasThere = true;
            await foreach (var message in Messages.Read(socket, cancel))
            {
                each(message);
                Cursor = message.Text("cursor") ?? Cursor;
                _backoff.Reset();
            }
            return socket.CloseStatusDescription is { Length: > 0 } reason ? $"{(int?)socket.CloseStatus} {reason}" : $"{(int?)socket.CloseStatus}";
        }
        catch (WebSocketException lost) { return lost.Message; }
        catch (UnreachedException away) when (_wasThere) { return away.Message; }
        catch (RefusedException busy) when (_wasThere && busy.Refusal.Status >= 500) { return busy.Message; }
    }
}
