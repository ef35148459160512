using System.Text.Json;

namespace Gemeo.Devices.Codec;

/// <summary>Looks into JSON bytes without building a document. All but <see cref="Fault"/> want bytes that it found no fault in.</summary>
static class JsonScan
{
    public const int MaxDepth = 32;
    static readonly JsonReaderOptions _options = new() { MaxDepth = MaxDepth + 8 };

    public static Utf8JsonReader Reader(ReadOnlySpan<byte> json) => new(json, _options);

    /// <summary>Null for one well-formed JSON value; else where it stops being one, or that it is too deep.</summary>
    public static string? Fault(ReadOnlySpan<byte> json)
    {
        var reader = Reader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= MaxDepth)
                    return $"deeper than {MaxDepth}";
                if (reader.ValueIsEscaped && JsonEscapes.HasLoneSurrogate(reader.ValueSpan))
                    return $"not JSON at byte {reader.TokenStartIndex}: half a surrogate pair";
            }
            return null;
        }
        catch (JsonException fault)
        {
            return json.IsEmpty ? "expected JSON, got nothing" : $"not JSON at byte {Position(json, fault)}";
        }
    }

    /// <summary>Finds a JSON pointer's value, as raw bytes. Of members with the same name the last counts, as everywhere in .NET.</summary>
    public static bool TryFind(ReadOnlySpan<byte> json, string pointer, out ReadOnlySpan<byte> found)
    {
        found = Value(json);
        for (var rest = pointer.AsSpan(); !rest.IsEmpty;)
        {
            if (rest[0] != '/')
                return false;
            var end = rest[1..].IndexOf('/');
            var segment = end < 0 ? rest[1..] : rest.Slice(1, end);
            if (!TryStep(found, segment, out found))
                return false;
            rest = end < 0 ? default : rest[(end + 1)..];
        }
        return true;
    }

    /// <summary>Compares a value's text (a string without its quotes, a number or literal as written) with a key.</summary>
    public static bool BareEquals(ReadOnlySpan<byte> value, string text)
    {
        var reader = Reader(value);
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.ValueTextEquals(text)
            : reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject) && Utf8Text.Same(value, text);
    }

    /// <summary>A string's text, any other value as it stands.</summary>
    public static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || value[0] != '"')
            return value;
        if (!value.Contains((byte)'\\'))
            return value[1..^1];
        var reader = Reader(value);
        reader.Read();
        var buffer = new byte[value.Length];
        return buffer.AsSpan(0, reader.CopyString(buffer));
    }

    /// <summary>The value without white space between its tokens; numbers and escapes stay as written.</summary>
    public static byte[] Compact(ReadOnlySpan<byte> value)
    {
        if (value[0] is not ((byte)'{' or (byte)'['))
            return value.ToArray();
        var compact = new byte[value.Length];
        var length = 0;
        var quoted = false;
        for (var i = 0; i < value.Length; i++)
        {
            var one = value[i];
            if (!quoted && one is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                continue;
            if (one == '"')
                quoted = !quoted;
            compact[length++] = one;
            if (quoted && one == '\\')
                compact[length++] = value[++i];
        }
        return length == compact.Length ? compact : compact[..length];
    }

    static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> json) => json.Trim(" \t\r\n"u8);

    static bool TryStep(ReadOnlySpan<byte> json, ReadOnlySpan<char> segment, out ReadOnlySpan<byte> found)
    {
        if (segment.Contains('~'))
            segment = segment.ToString().Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        var steps = new JsonChildren(json);
        found = default;
        var any = false;
        while (steps.Next())
        {
            if (!steps.IsNamed(segment))
                continue;
            found = steps.Value;
            any = true;
        }
        return any;
    }

    static long Position(ReadOnlySpan<byte> json, JsonException fault)
    {
        var start = 0;
        for (var line = 0L; line < (fault.LineNumber ?? 0); line++)
            start += json[start..].IndexOf((byte)'\n') + 1;
        return start + (fault.BytePositionInLine ?? 0);
    }
}
