using System.Text;

namespace Gemeo.Devices.Codec;

/// <summary>Compares UTF-8 bytes with strings, on the stack when they are short.</summary>
static class Utf8Text
{
    const int Short = 256;

    public static bool Same(ReadOnlySpan<byte> utf8, string text) => Compare(utf8, text, StringComparison.Ordinal);

    public static bool SameIgnoringCase(ReadOnlySpan<byte> utf8, string text) =>
        Compare(utf8, text, StringComparison.OrdinalIgnoreCase);

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> utf8) => utf8.Trim(" \t\r\n\v\f"u8);

    static bool Compare(ReadOnlySpan<byte> utf8, string text, StringComparison comparison)
    {
        // One UTF-16 unit is one to three bytes of UTF-8, and ordinal case mapping goes unit by unit.
        if (utf8.Length < text.Length || utf8.Length > text.Length * 3L)
            return false;
        if (utf8.Length > Short)
            return string.Equals(Encoding.UTF8.GetString(utf8), text, comparison);
        Span<char> chars = stackalloc char[Short];
        var length = Encoding.UTF8.GetChars(utf8, chars);
        return chars[..length].Equals(text, comparison);
    }
}
