using System.Buffers.Binary;

namespace Gemeo.Hosting;

/// <summary>A WebSocket text frame from the server: not masked, so it is the same bytes for each client.</summary>
public static class TextFrame
{
    /// <summary>The longest header.</summary>
    public const int HeaderRoom = 10;

    public static ReadOnlyMemory<byte> Of(ReadOnlySpan<byte> json)
    {
        var frame = new byte[HeaderRoom + json.Length];
        var header = WriteHeader(frame, json.Length);
        json.CopyTo(frame.AsSpan(header));
        return frame.AsMemory(0, header + json.Length);
    }

    /// <summary>Writes the header; its length.</summary>
    public static int WriteHeader(Span<byte> to, int length)
    {
        to[0] = 0x81;
        if (length < 126)
        {
            to[1] = (byte)length;
            return 2;
        }
        if (length <= ushort.MaxValue)
        {
            to[1] = 126;
            BinaryPrimitives.WriteUInt16BigEndian(to[2..], (ushort)length);
            return 4;
        }
        to[1] = 127;
        BinaryPrimitives.WriteUInt64BigEndian(to[2..], (ulong)length);
        return 10;
    }
}
