using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gemeo.Tests.Support;

/// <summary>A plain WebSocket client of <c>/ws</c>.</summary>
public sealed class LiveClient(ClientWebSocket socket) : IAsyncDisposable
{
    static readonly TimeSpan _limit = TimeSpan.FromSeconds(30);

    public ClientWebSocket Socket => socket;

    public static async Task<LiveClient> Connect(Uri url, params (string Name, string Value)[] headers)
    {
        var socket = new ClientWebSocket();
        foreach (var (name, value) in headers) socket.Options.SetRequestHeader(name, value);
        using var patience = new CancellationTokenSource(_limit);
        await socket.ConnectAsync(url, patience.Token);
        return new(socket);
    }

    /// <summary>The next text, or null when the server closed.</summary>
    public async Task<string?> Text()
    {
        using var patience = new CancellationTokenSource(_limit);
        var buffer = new byte[64 << 10];
        var text = new MemoryStream();
        while (true)
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            if (got.MessageType == WebSocketMessageType.Close) return null;
            text.Write(buffer, 0, got.Count);
            if (got.EndOfMessage) return Encoding.UTF8.GetString(text.ToArray());
        }
    }

    public async Task<JsonNode> Next() => JsonNode.Parse(await Text() ?? throw new WebSocketException("closed by the server"))!;

    /// <summary>Reads on until a message that fits.</summary>
    public async Task<JsonNode> Next(Func<JsonNode, bool> fits)
    {
        while (true)
            if (await Next() is var message && fits(message)) return message;
    }

    public Task<JsonNode> Snapshot() => Next(m => m["type"]?.GetValue<string>() == "snapshot");

    public Task<JsonNode> Entry(string thing, string kind = "property") => Next(m => m["thing"]?.GetValue<string>() == thing && m["kind"]?.GetValue<string>() == kind);

    public async Task Say(object message)
    {
        using var patience = new CancellationTokenSource(_limit);
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, patience.Token);
    }

    public ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
