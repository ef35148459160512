using System.Buffers;
using System.Collections.Immutable;
using System.Net.WebSockets;
using System.Threading.Channels;

namespace Gemeo.Bench.Raw;

/// <summary>The same passthrough as most would write it: a queue for each client, and the framework's WebSocket sends message by message.</summary>
sealed class PlainRiver : IRiver
{
    ImmutableArray<Channel<byte[]>> _clients = [];

    public void Add(in ReadOnlySequence<byte> payload)
    {
        var bytes = payload.ToArray();
        foreach (var client in _clients)
            client.Writer.TryWrite(bytes);
    }

    public async Task ServeAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var waiting = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });
        ImmutableInterlocked.Update(ref _clients, c => c.Add(waiting));
        try
        {
            await foreach (var message in waiting.Reader.ReadAllAsync(context.RequestAborted))
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, context.RequestAborted);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The client went away.
        }
        finally
        {
            ImmutableInterlocked.Update(ref _clients, c => c.Remove(waiting));
        }
    }
}
