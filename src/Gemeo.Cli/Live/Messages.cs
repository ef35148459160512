using System.Buffers;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Gemeo.Cli.Live;

/// <summary>A socket's messages, each whole.</summary>
public static class Messages
{
    /// <summary>Ends when the server closes; throws what the socket throws when it breaks.</summary>
    public static async IAsyncEnumerable<JsonElement> Read(WebSocket socket, [EnumeratorCancellation] CancellationToken cancel)
    {
        var buffer = new ArrayBufferWriter<byte>(16 << 10);
        while (true)
        {
            var got = await socket.ReceiveAsync(buffer.GetMemory(4096), cancel);
            if (got.MessageType == WebSocketMessageType.Close) yield break;
            buffer.Advance(got.Count);
            if (!got.EndOfMessage) continue;
            yield return JsonElement.Parse(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }
    }
}
