using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Gemeo.Labs;

namespace Gemeo.Devices.Codec;

/// <summary>A value found in a JSON payload, read by words and schema.</summary>
static class JsonValue
{
    public static bool TryRead(
        DataSchema schema, FrozenDictionary<string, byte[]>? words, ReadOnlySpan<byte> raw,
        [NotNullWhen(true)] out byte[]? value, [NotNullWhen(false)] out string? reason)
    {
        value = null;
        var text = raw[0] == '"';
        if (words is not null && raw[0] is not ((byte)'{' or (byte)'['))
        {
            value = WordList.Find(words, JsonScan.Unquote(raw));
            reason = value is null && text ? $"expected {WordList.Describe(words)}, got {Reason.Quote(raw)}" : null;
            if (reason is not null)
                return false;
        }
        value ??= Boolean(schema, raw) ?? JsonScan.Compact(raw);
        reason = SchemaCheck.FaultOfValid(schema, value);
        return reason is null;
    }

    /// <summary>Many devices say "ON" or 1 where the twin says true.</summary>
    static byte[]? Boolean(DataSchema schema, ReadOnlySpan<byte> raw) =>
        schema.Type == DataType.Boolean && raw[0] is not ((byte)'{' or (byte)'[') ? WordList.Boolean(JsonScan.Unquote(raw)) : null;
}
