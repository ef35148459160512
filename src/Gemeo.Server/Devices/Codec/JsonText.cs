using System.Buffers.Text;
using System.Text.Json;

namespace Gemeo.Devices.Codec;

/// <summary>Equality of JSON texts.</summary>
public static class JsonText
{
    /// <summary>True for the same value: numbers by value (1, 1.0 and 10e-1), strings unescaped, objects in any order of members.
    /// Bytes that are not JSON are the same only when they are identical.</summary>
    public static bool Same(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.SequenceEqual(b))
            return true;
        if (a.IsEmpty || b.IsEmpty || SurelyDiffer(a, b))
            return false;
        try
        {
            var left = JsonScan.Reader(a);
            var right = JsonScan.Reader(b);
            return JsonElement.DeepEquals(JsonElement.ParseValue(ref left), JsonElement.ParseValue(ref right))
                && Ends(ref left) && Ends(ref right);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The common case, "has this reading changed?", without building documents.</summary>
    static bool SurelyDiffer(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a[0] == '"' && b[0] == '"')
            return !a.Contains((byte)'\\') && !b.Contains((byte)'\\') && a[^1] == '"' && b[^1] == '"';
        return Utf8Parser.TryParse(a, out double left, out var leftEnd) && leftEnd == a.Length
            && Utf8Parser.TryParse(b, out double right, out var rightEnd) && rightEnd == b.Length
            && left != right;
    }

    static bool Ends(ref Utf8JsonReader reader) => !reader.Read();
}
