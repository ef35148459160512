namespace Gemeo.Knowledge.Search.Store;

/// <summary>A passage's words in order, packed: a zero between sentences, else surface number and whether it is the whole of a compound.</summary>
static class Forward
{
    public const int Border = -1;

    public static void Write(List<byte> to, int surface, bool joined) => Number(to, ((uint)(surface + 1) << 1) | (joined ? 1u : 0));

    public static void WriteBorder(List<byte> to) => to.Add(0);

    static void Number(List<byte> to, uint number)
    {
        for (; number >= 0x80; number >>= 7) to.Add((byte)(number | 0x80));
        to.Add((byte)number);
    }

    /// <summary>Reads the next word.</summary>
    /// <returns>False at the end.</returns>
    public static bool Next(byte[] packed, ref int at, out int surface, out bool joined)
    {
        (surface, joined) = (Border, false);
        if (at >= packed.Length) return false;
        var (number, shift) = (0u, 0);
        while (packed[at] >= 0x80)
        {
            number |= (uint)(packed[at++] & 0x7F) << shift;
            shift += 7;
        }
        number |= (uint)packed[at++] << shift;
        if (number != 0) (surface, joined) = ((int)(number >> 1) - 1, (number & 1) != 0);
        return true;
    }
}
