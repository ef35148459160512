using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gemeo.Tests.Live;

/// <summary>A client that shakes hands properly and then behaves as badly as it likes.</summary>
sealed class RawTcp : IDisposable
{
    readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096, NoDelay = true };

    public static async Task<RawTcp> Connect(int port, string path = "/ws")
    {
        var client = new RawTcp();
        await client._socket.ConnectAsync(IPAddress.Loopback, port);
        await client.Send(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"));
        var start = new byte[12];
        await client._socket.ReceiveAsync(start);
        if (!Encoding.ASCII.GetString(start).EndsWith("101", StringComparison.Ordinal)) throw new InvalidOperationException("no handshake");
        return client;
    }

    public Task Send(ReadOnlyMemory<byte> bytes) => _socket.SendAsync(bytes).AsTask();

    /// <summary>Takes what comes until the server ends the connection.</summary>
    public async Task Ended()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[64 << 10];
        try { while (await _socket.ReceiveAsync(buffer.AsMemory(), patience.Token) > 0) { } }
        catch (SocketException) { /* reset is an end too */ }
    }

    public void Dispose() => _socket.Dispose();
}
