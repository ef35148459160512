using System.Buffers.Binary;
using Gemeo.Fuzz.Mutation;

namespace Gemeo.Fuzz.Sockets;

/// <summary>WebSocket frames as a client sends them, right unless told otherwise.</summary>
static class Frames
{
    public const int Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10;

    public static byte[] Of(int opcode, ReadOnlySpan<byte> body, Chance chance, bool last = true, int reserved = 0, bool masked = true, long? declared = null)
    {
        var length = declared ?? body.Length;
        var head = new List<byte> { (byte)((last ? 0x80 : 0) | (reserved << 4) | opcode) };
        var mask = masked ? 0x80 : 0;
        if (length < 126) head.Add((byte)(mask | (byte)length));
        else
        {
            var number = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(number, length);
            head.Add((byte)(mask | (length < 65_536 ? 126 : 127)));
            head.AddRange(length < 65_536 ? number[6..] : number);
        }
        if (!masked) return [.. head, .. body];
        var key = chance.Bytes(4);
        var covered = body.ToArray();
        for (var i = 0; i < covered.Length; i++) covered[i] ^= key[i % 4];
        return [.. head, .. key, .. covered];
    }
}
