using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gemeo.Tests.Live;

/// <summary>A client that shakes hands properly and then behaves as badly as it likes.</summary>
sealed class RawTcp : IDisposable
{
    readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096, NoDelay = true };

    /// <summary>A bare connection; what is said over it is the caller's.</summary>
    public static async Task<RawTcp> Dial(int port)
    {
        var client = new RawTcp();
        await client._socket.ConnectAsync(IPAddress.Loopback, port);
        return client;
    }

    public static async Task<RawTcp> Connect(int port, string path = "/ws")
    {
        var client = await Dial(port);
        await client.Send(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"));
        var start = new byte[12];
        await client._socket.ReceiveAsync(start);
        if (!Encoding.ASCII.GetString(start).EndsWith("101", StringComparison.Ordinal)) throw new InvalidOperationException("no handshake");
        return client;
    }

    public Task Send(ReadOnlyMemory<byte> bytes) => _socket.SendAsync(bytes).AsTask();

    /// <summary>Takes what comes until the server ends the connection; the beginning of it as text.</summary>
    public async Task<string> Ended()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[64 << 10];
        var heard = new StringBuilder();
        try
        {
            while (await _socket.ReceiveAsync(buffer.AsMemory(), patience.Token) is > 0 and var got)
                if (heard.Length < buffer.Length) heard.Append(Encoding.UTF8.GetString(buffer, 0, got));
        }
        catch (SocketException) { /* reset is an end too */ }
        return heard.ToString();
    }

    public void Dispose() => _socket.Dispose();
}
