using System.Buffers;
using System.Buffers.Binary;

namespace Gemeo.Bench.Raw;

/// <summary>A WebSocket text frame from a server: no mask, so one encoding serves all clients.</summary>
static class Frame
{
    const byte FinalText = 0x81;

    public static void Write(ArrayBufferWriter<byte> to, in ReadOnlySequence<byte> payload)
    {
        var length = (int)payload.Length;
        var head = length < 126 ? 2 : length <= ushort.MaxValue ? 4 : 10;
        var span = to.GetSpan(head + length);
        span[0] = FinalText;
        span[1] = (byte)(head == 2 ? length : head == 4 ? 126 : 127);
        if (head == 4)
            BinaryPrimitives.WriteUInt16BigEndian(span[2..], (ushort)length);
        else if (head == 10)
            BinaryPrimitives.WriteUInt64BigEndian(span[2..], (ulong)length);
        payload.CopyTo(span[head..]);
        to.Advance(head + length);
    }
}
