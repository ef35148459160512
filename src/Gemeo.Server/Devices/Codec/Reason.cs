using System.Globalization;
using System.Text;

namespace Gemeo.Devices.Codec;

/// <summary>Words for what went wrong, safe to log and to show: bounded, and without a device's control characters.</summary>
static class Reason
{
    public const int MaxLength = 200;
    const int MaxQuote = 48;

    public static string Bound(string text) => Cut(text, MaxLength);

    /// <summary>Some of the payload, made printable; longer ones end in "…".</summary>
    public static string Quote(ReadOnlySpan<byte> payload, int length = MaxQuote)
    {
        if (payload.IsEmpty)
            return "nothing";
        var head = payload[..Math.Min(payload.Length, length * 4)];
        var text = new StringBuilder();
        foreach (var rune in Encoding.UTF8.GetString(head).EnumerateRunes())
            Append(text, rune);
        return Cut(text.ToString(), length);
    }

    static void Append(StringBuilder text, Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
            text.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
        else
            text.Append(rune.ToString());
    }

    static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = length - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
