using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gemeo.Bench.Wire;

/// <summary>One WebSocket client over a bare socket: it counts, answers pings, and does nothing else.</summary>
class SocketReader : IDisposable
{
    readonly byte[] _buffer = new byte[1 << 17];
    readonly PayloadReader _read;
    readonly int _client;
    int _start;
    int _end;
    long _skip;

    public SocketReader(int port, string path, int client, PayloadReader read)
    {
        (_client, _read) = (client, read);
        Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Socket.Connect(IPAddress.Loopback, port);
        Socket.Send(Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"));
        Handshake();
        Socket.Blocking = false;
    }

    public Socket Socket { get; }

    public bool Closed { get; private set; }

    /// <summary>Receives once and counts every whole frame.</summary>
    public void Drain(Tally? tally, Func<long> clock)
    {
        var got = Socket.Receive(_buffer.AsSpan(_end), SocketFlags.None, out var error);
        if (got <= 0)
        {
            Closed |= error != SocketError.WouldBlock;
            return;
        }
        _end += got;
        Parse(tally, clock());
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
    }

    public void Dispose() => Socket.Dispose();

    void Parse(Tally? tally, long now)
    {
        while (Skipped() && _end - _start >= 2)
        {
            var bytes = _buffer.AsSpan(_start, _end - _start);
            var head = bytes[1] < 126 ? 2 : bytes[1] == 126 ? 4 : 10;
            if (bytes.Length < head)
                return;
            var length = head == 2 ? bytes[1]
                : head == 4 ? BinaryPrimitives.ReadUInt16BigEndian(bytes[2..])
                : BinaryPrimitives.ReadInt64BigEndian(bytes[2..]);
            // Only a snapshot is this long, and a snapshot is not counted.
            if (length > _buffer.Length / 2)
            {
                _start += head;
                _skip = length;
                continue;
            }
            if (bytes.Length < head + length)
                return;
            Frame(bytes[0], bytes.Slice(head, (int)length), tally, now);
            _start += head + (int)length;
        }
    }

    bool Skipped()
    {
        var now = (int)Math.Min(_skip, _end - _start);
        _start += now;
        _skip -= now;
        return _skip == 0;
    }

    void Frame(byte first, ReadOnlySpan<byte> payload, Tally? tally, long now)
    {
        switch (first)
        {
            case 0x81:
                Taken(payload, tally, now);
                break;
            case 0x89:
                Pong(payload);
                break;
            case 0x88:
                Closed = true;
                break;
        }
    }

    protected virtual void Taken(ReadOnlySpan<byte> text, Tally? tally, long now)
    {
        if (tally is not null && _read(text, out var number))
            tally.Add(_client, number, now);
    }

    /// <summary>A client's frames are masked; a mask of zeros leaves the payload as it is.</summary>
    void Pong(ReadOnlySpan<byte> payload) =>
        Socket.Send([0x8a, (byte)(0x80 | payload.Length), 0, 0, 0, 0, .. payload]);

    void Handshake()
    {
        Socket.ReceiveTimeout = 10_000;
        int end;
        while ((end = _buffer.AsSpan(0, _end).IndexOf("\r\n\r\n"u8)) < 0)
        {
            var got = Socket.Receive(_buffer.AsSpan(_end));
            if (got == 0)
                throw new IOException("the server closed the connection during the handshake");
            _end += got;
        }
        if (!_buffer.AsSpan().StartsWith("HTTP/1.1 101"u8))
            throw new IOException($"no WebSocket: {Encoding.ASCII.GetString(_buffer, 0, end)}");
        _start = end + 4;
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
    }
}
