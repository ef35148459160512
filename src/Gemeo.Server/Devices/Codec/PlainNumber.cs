using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Gemeo.Labs;

namespace Gemeo.Devices.Codec;

/// <summary>Numbers sent as text: invariant culture, no NaN, no infinity, nothing before or after but white space.</summary>
static class PlainNumber
{
    const int MaxLength = 128;

    /// <summary>The short way for most sensors: one array is all that is made. False means "look closer", not "wrong".</summary>
    public static bool TryRead(DataSchema schema, ReadOnlySpan<byte> payload, [NotNullWhen(true)] out byte[]? json)
    {
        json = null;
        if (schema.Type is not (DataType.Number or DataType.Integer) || !TryWrite(payload, out var bytes))
            return false;
        if (SchemaCheck.FaultOfValid(schema, bytes) is not null)
            return false;
        json = bytes;
        return true;
    }

    /// <summary>Writes the text as a JSON number, as it stands when it already is one.</summary>
    public static bool TryWrite(ReadOnlySpan<byte> text, [NotNullWhen(true)] out byte[]? json)
    {
        json = null;
        text = Utf8Text.Trim(text);
        if (text.IsEmpty || text.Length > MaxLength)
            return false;
        if (!double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return false;
        json = IsJson(text) ? text.ToArray() : Written(number);
        return true;
    }

    static byte[] Written(double number)
    {
        Span<byte> buffer = stackalloc byte[40];
        return Utf8Formatter.TryFormat(number, buffer, out var length) ? buffer[..length].ToArray() : "0"u8.ToArray();
    }

    /// <summary>RFC 8259's grammar of numbers, for a text that is known to be a number: no plus, no bare point, no leading zero.</summary>
    static bool IsJson(ReadOnlySpan<byte> text)
    {
        if (text[0] == '-')
            text = text[1..];
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var whole = digits < 0 ? text.Length : digits;
        if (whole == 0 || (whole > 1 && text[0] == '0'))
            return false;
        return digits < 0 || text[digits] != '.' || (digits + 1 < text.Length && char.IsAsciiDigit((char)text[digits + 1]));
    }
}
