namespace Gemeo.Devices.Codec;

/// <summary>JSON allows <c>\ud800</c> alone, but no UTF-8 text can hold it: whoever unescaped it later would fail.</summary>
static class JsonEscapes
{
    public static bool HasLoneSurrogate(ReadOnlySpan<byte> escaped)
    {
        var high = false;
        for (var i = 0; i < escaped.Length;)
        {
            var unit = Unit(escaped[i..]);
            var low = unit is >= 0xDC00 and <= 0xDFFF;
            if (high != low)
                return true;
            high = unit is >= 0xD800 and <= 0xDBFF;
            i += escaped[i] != '\\' ? 1 : escaped[i + 1] == 'u' ? 6 : 2;
        }
        return high;
    }

    static int Unit(ReadOnlySpan<byte> at) =>
        at[0] == '\\' && at[1] == 'u'
            ? (Hex(at[2]) << 12) | (Hex(at[3]) << 8) | (Hex(at[4]) << 4) | Hex(at[5])
            : 0;

    static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
