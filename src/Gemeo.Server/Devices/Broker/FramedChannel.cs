using System.Buffers;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using MQTTnet.Channel;
using MQTTnet.Exceptions;

namespace Gemeo.Devices.Broker;

/// <summary>The bytes of one connection. MQTTnet makes room for whatever length a packet claims, before a byte of it has come, so the length is read along
/// here and one too long ends the connection. Small reads are served from a buffer: MQTTnet asks for each header byte by itself.</summary>
sealed class FramedChannel(IMqttChannel inner, int firstPacket) : IMqttChannel
{
    readonly byte[] _buffer = new byte[4096];
    int _at, _filled;
    // Where the next byte belongs: -1 a packet's first byte; else in its length, or so many bytes left of its body.
    int _length, _shift = -1, _left;
    byte _type;

    /// <summary>Longest packet, its header not counted; shorter for the one that comes before anybody is known.</summary>
    public int MostBytes { get; set; } = firstPacket;

    /// <summary>What the client said when it went; null while it is here.</summary>
    public Farewell? Farewell { get; private set; }

    /// <summary>Told of the length of a packet that is too long.</summary>
    public Action<long>? OnTooLong { get; set; }

    public async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        if (_at == _filled)
        {
            _at = 0;
            _filled = 0;
            // A body goes where it belongs at once.
            if (_left > 0 && count >= _buffer.Length) return Follow(buffer, offset, await inner.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false));
            _filled = await inner.ReadAsync(_buffer, 0, _buffer.Length, cancellationToken).ConfigureAwait(false);
            if (_filled <= 0) return _filled = 0;
        }
        var many = Math.Min(count, _filled - _at);
        _buffer.AsSpan(_at, many).CopyTo(buffer.AsSpan(offset));
        _at += many;
        return Follow(buffer, offset, many);
    }

    int Follow(byte[] buffer, int offset, int many)
    {
        for (var at = offset; at < offset + many; at++)
        {
            if (_left > 0)
            {
                var skipped = Math.Min(_left, offset + many - at);
                if (_type == Farewell.PacketType) (Farewell ??= new()).Hear(buffer.AsSpan(at, skipped));
                _left -= skipped;
                at += skipped - 1;
            }
            else if (_shift < 0) (_type, _shift, _length) = (buffer[at], 0, 0);
            else ReadLength(buffer[at]);
        }
        return many;
    }

    void ReadLength(byte next)
    {
        _length |= (next & 127) << _shift;
        _shift += 7;
        if ((next & 128) != 0 && _shift <= 21) return;
        if ((next & 128) != 0 || _length > MostBytes)
        {
            OnTooLong?.Invoke(_length);
            throw new MqttProtocolViolationException("The packet is too long.");
        }
        (_left, _shift) = (_length, -1);
    }

    /// <summary>Reads on until the client is gone, and heeds nothing: of who is sent away with words unread, the system cuts the line before it has heard why.</summary>
    public async Task DrainAsync(CancellationToken cancel)
    {
        while (await inner.ReadAsync(_buffer, 0, _buffer.Length, cancel).ConfigureAwait(false) > 0) { }
    }

    public Task WriteAsync(ReadOnlySequence<byte> buffer, bool isEndOfPacket, CancellationToken cancellationToken) => inner.WriteAsync(buffer, isEndOfPacket, cancellationToken);
    public Task ConnectAsync(CancellationToken cancellationToken) => inner.ConnectAsync(cancellationToken);
    public Task DisconnectAsync(CancellationToken cancellationToken) => inner.DisconnectAsync(cancellationToken);
    public X509Certificate2 ClientCertificate => inner.ClientCertificate;
    public EndPoint RemoteEndPoint => inner.RemoteEndPoint;
    public EndPoint LocalEndPoint => inner.LocalEndPoint;
    public bool IsSecureConnection => inner.IsSecureConnection;
    public void Dispose() => inner.Dispose();
}
