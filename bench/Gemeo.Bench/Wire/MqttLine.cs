using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gemeo.Bench.Wire;

/// <summary>A blocking MQTT connection for one thread (or one that sends and one that receives).</summary>
sealed class MqttLine : IDisposable
{
    readonly byte[] _buffer = new byte[1 << 16];
    int _start;
    int _end;

    public MqttLine(int port, string clientId)
    {
        Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Socket.Connect(IPAddress.Loopback, port);
        Send(MqttPackets.Connect(clientId));
        var answer = Receive();
        if (answer.Kind != 0x20 || answer.Body.Span[1] != 0)
            throw new InvalidOperationException("the broker refused the connection");
    }

    public Socket Socket { get; }

    public void Subscribe(string filter, int qos)
    {
        Send(MqttPackets.Subscribe(filter, qos));
        while (Receive().Kind != 0x90)
            continue;
    }

    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
            bytes = bytes[Socket.Send(bytes)..];
    }

    /// <summary>The next packet. Its body is valid until the next call.</summary>
    public MqttPacket Receive()
    {
        MqttPacket packet;
        while (!TryRead(out packet))
            Fill();
        return packet;
    }

    public void Dispose() => Socket.Dispose();

    bool TryRead(out MqttPacket packet)
    {
        packet = default;
        var (length, shift) = (0, 0);
        for (var i = _start + 1; i < _end; i++, shift += 7)
        {
            length |= (_buffer[i] & 0x7f) << shift;
            if (_buffer[i] >= 0x80)
                continue;
            if (i + 1 + length > _end)
                return false;
            packet = new MqttPacket((byte)(_buffer[_start] & 0xf0), _buffer[_start], _buffer.AsMemory(i + 1, length));
            _start = i + 1 + length;
            return true;
        }
        return false;
    }

    void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var got = Socket.Receive(_buffer.AsSpan(_end));
        if (got == 0)
            throw new IOException("the broker closed the connection");
        _end += got;
    }
}

/// <param name="Kind">Packet type in the upper four bits.</param>
/// <param name="First">The whole first byte.</param>
/// <param name="Body">Everything after the fixed header.</param>
readonly record struct MqttPacket(byte Kind, byte First, ReadOnlyMemory<byte> Body)
{
    public int Qos => (First >> 1) & 3;

    public string Topic => Encoding.UTF8.GetString(Body.Span.Slice(2, TopicLength));

    public ushort Id => (ushort)((Body.Span[2 + TopicLength] << 8) | Body.Span[3 + TopicLength]);

    public ReadOnlySpan<byte> Payload => Body.Span[(2 + TopicLength + (Qos == 0 ? 0 : 2))..];

    int TopicLength => (Body.Span[0] << 8) | Body.Span[1];
}
