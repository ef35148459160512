using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Gemeo.Labs;

namespace Gemeo.Devices.Codec;

/// <summary>Text to JSON, guided by the schema.</summary>
static class TextValue
{
    public static bool TryRead(
        DataSchema schema, FrozenDictionary<string, byte[]>? words, ReadOnlySpan<byte> text,
        [NotNullWhen(true)] out byte[]? value, [NotNullWhen(false)] out string? reason)
    {
        value = words is null ? Convert(schema, text) : WordList.Find(words, text);
        reason = value is not null ? SchemaCheck.FaultOfValid(schema, value)
            : words is null ? $"expected {Expectation.OfText(schema)}, got {Reason.Quote(text)}"
            : $"expected {WordList.Describe(words)}, got {Reason.Quote(text)}";
        return reason is null;
    }

    static byte[]? Convert(DataSchema schema, ReadOnlySpan<byte> text) => schema.Type switch
    {
        DataType.Number or DataType.Integer => PlainNumber.TryWrite(text, out var number) ? number : null,
        DataType.Boolean => WordList.Boolean(text),
        DataType.String => BareText.Json(text),
        DataType.Null => IsNull(text) ? Literal.Null : null,
        DataType.Object or DataType.Array => JsonScan.Fault(text) is null ? JsonScan.Compact(Utf8Text.Trim(text)) : null,
        _ => schema.OneOf.IsDefaultOrEmpty ? Guess(text) : Alternative(schema, text),
    };

    static byte[]? Alternative(DataSchema schema, ReadOnlySpan<byte> text)
    {
        foreach (var one in schema.OneOf)
            if (Convert(one, text) is { } value && SchemaCheck.FaultOfValid(schema, value) is null)
                return value;
        return null;
    }

    /// <summary>No type was declared: a JSON literal means itself, all else is a string.</summary>
    static byte[] Guess(ReadOnlySpan<byte> text)
    {
        var trimmed = Utf8Text.Trim(text);
        if (trimmed.SequenceEqual("true"u8))
            return Literal.True;
        if (trimmed.SequenceEqual("false"u8))
            return Literal.False;
        return PlainNumber.TryWrite(trimmed, out var number) && number.AsSpan().SequenceEqual(trimmed) ? number : BareText.Json(text);
    }

    static bool IsNull(ReadOnlySpan<byte> text) =>
        Utf8Text.Trim(text) is var trimmed && (trimmed.IsEmpty || trimmed.SequenceEqual("null"u8));
}

/// <summary>Shared bytes of the JSON literals; never written to.</summary>
static class Literal
{
    public static byte[] True { get; } = "true"u8.ToArray();

    public static byte[] False { get; } = "false"u8.ToArray();

    public static byte[] Null { get; } = "null"u8.ToArray();
}
