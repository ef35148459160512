using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gemeo.Bench.Wire;

/// <summary>One kept HTTP/1.1 connection, blocking: what it measures is the server's time, not a client library's.</summary>
sealed class HttpLine : IDisposable
{
    readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 10_000 };
    readonly byte[] _buffer = new byte[1 << 16];
    readonly int _port;

    public HttpLine(int port)
    {
        _port = port;
        _socket.Connect(IPAddress.Loopback, port);
    }

    public byte[] Post(string path) =>
        Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{_port}\r\nContent-Length: 0\r\n\r\n");

    /// <summary>Sends a request and reads the whole answer; throws unless it is 200.</summary>
    public void Go(byte[] request)
    {
        _socket.Send(request);
        var end = 0;
        do
        {
            var got = _socket.Receive(_buffer.AsSpan(end));
            if (got == 0)
                throw new IOException("the server closed the connection");
            end += got;
        }
        while (!Whole(_buffer.AsSpan(0, end)));
        if (!_buffer.AsSpan().StartsWith("HTTP/1.1 200"u8))
            throw new IOException(Encoding.UTF8.GetString(_buffer, 0, end));
    }

    public void Dispose() => _socket.Dispose();

    static bool Whole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        var length = answer[..head].IndexOf("Content-Length: "u8);
        if (length < 0)
            return answer.EndsWith("0\r\n\r\n"u8);
        var digits = answer[(length + 16)..head];
        var line = digits.IndexOf((byte)'\r');
        return answer.Length >= head + 4 + int.Parse(line < 0 ? digits : digits[..line], CultureInfo.InvariantCulture);
    }
}
