using System.Buffers.Binary;

namespace Gemeo.Fuzz.Mutation;

/// <summary>Bytes changed without knowing what they mean.</summary>
public static class ByteMutator
{
    static readonly byte[][] _pieces =
    [
        [0], [0xff], [0x7f], [0x80], [0xff, 0xff, 0xff, 0xff], [0xff, 0xff, 0xff, 0x7f], [0, 0], "\r\n"u8.ToArray(), "\r\n\r\n"u8.ToArray(), "\n"u8.ToArray(), [0xc0, 0xaf], [0xed, 0xa0, 0x80],
        [0xf4, 0x90, 0x80, 0x80], [0xef, 0xbb, 0xbf], "%s%n"u8.ToArray(), " "u8.ToArray(), ":"u8.ToArray(),
    ];

    public static byte[] Mutate(byte[] bytes, Chance chance, int most = 4)
    {
        for (var changes = chance.Between(1, most); changes > 0; changes--) bytes = Change(bytes, chance);
        return bytes;
    }

    static byte[] Change(byte[] bytes, Chance chance)
    {
        if (bytes.Length == 0) return chance.Of(_pieces);
        var at = chance.Below(bytes.Length);
        var run = Math.Min(1 + chance.Length(bytes.Length), bytes.Length - at);
        return chance.Below(9) switch
        {
            0 => [.. bytes[..at], (byte)(bytes[at] ^ (1 << chance.Below(8))), .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], (byte)chance.Next(), .. bytes[(at + 1)..]],
            2 => [.. bytes[..at], .. bytes[(at + run)..]],
            3 => [.. bytes[..at], .. bytes[at..(at + run)], .. bytes[at..]],
            4 => bytes[..at],
            5 => [.. bytes[..at], .. chance.Of(_pieces), .. bytes[at..]],
            6 => [.. bytes[..at], .. chance.Bytes(chance.Between(1, 8)), .. bytes[at..]],
            7 => Number(bytes, at, chance),
            _ => [.. bytes[..at], .. chance.Of(_pieces).Take(bytes.Length - at), .. bytes[Math.Min(bytes.Length, at + 4)..]],
        };
    }

    static byte[] Number(byte[] bytes, int at, Chance chance)
    {
        if (bytes.Length < 4) return [.. bytes, 0xff];
        var changed = (byte[])bytes.Clone();
        at = Math.Min(at, bytes.Length - 4);
        BinaryPrimitives.WriteInt32BigEndian(changed.AsSpan(at), chance.Of([0, -1, int.MaxValue, int.MinValue, 1, 65_535, 65_536, 268_435_455]));
        return changed;
    }
}
