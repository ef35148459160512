using System.Buffers.Text;

namespace Gemeo.Bench.Wire;

/// <summary>PUBLISH packets waiting for one send.</summary>
sealed class Outbox
{
    const int Longest = 64;
    byte[] _bytes = new byte[1 << 16];
    int _length;
    ushort _id;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void Publish(ReadOnlySpan<byte> topic, int number, int qos)
    {
        if (_bytes.Length - _length < Longest)
            Array.Resize(ref _bytes, _bytes.Length * 2);
        var packet = _bytes.AsSpan(_length, Longest);
        topic.CopyTo(packet[2..]);
        var at = 2 + topic.Length;
        if (qos > 0)
            at += Identify(packet[at..]);
        Utf8Formatter.TryFormat(number, packet[at..], out var digits);
        packet[0] = (byte)(0x30 | (qos << 1));
        packet[1] = (byte)(at + digits - 2);
        _length += at + digits;
    }

    int Identify(Span<byte> at)
    {
        _id = (ushort)(_id == ushort.MaxValue ? 1 : _id + 1);
        (at[0], at[1]) = ((byte)(_id >> 8), (byte)_id);
        return 2;
    }
}
