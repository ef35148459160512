using System.Buffers.Text;

namespace Gemeo.Bench.Wire;

/// <summary>Finds the reading's number in a text frame; false for what is no reading.</summary>
delegate bool PayloadReader(ReadOnlySpan<byte> text, out int number);

static class Payloads
{
    /// <summary>The bare payload, as the seed and raw passthrough send it.</summary>
    public static bool Bare(ReadOnlySpan<byte> text, out int number) =>
        Utf8Parser.TryParse(text, out number, out var used) && used == text.Length;

    /// <summary>An entry of the log as the server sends it: <c>{"cursor":…,"kind":"property",…,"value":12,…}</c>.
    /// Snapshots and heartbeats begin with another member.</summary>
    public static bool Entry(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        if (!text.StartsWith("{\"cursor\""u8))
            return false;
        var kind = text.IndexOf("\"kind\":\"property\""u8);
        if (kind < 0)
            return false;
        text = text[kind..];
        var value = text.IndexOf("\"value\":"u8);
        return value >= 0 && Utf8Parser.TryParse(text[(value + 8)..], out number, out _);
    }
}
