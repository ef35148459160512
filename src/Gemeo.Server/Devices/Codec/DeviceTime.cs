using System.Text.Json;

namespace Gemeo.Devices.Codec;

/// <summary>A device's own time, as unix microseconds. What cannot be read is no time: a bad clock must not cost a reading.</summary>
static class DeviceTime
{
    // Seconds reach the year 5138 before they look like milliseconds, which reach as far.
    const double SecondsBelow = 1e11;
    const double MillisecondsBelow = 1e14;
    const int MaxLength = 64;

    /// <summary>Reads ISO 8601 (UTC when it names no zone) or a unix time in seconds or milliseconds.</summary>
    public static long? Parse(ReadOnlySpan<byte> text)
    {
        text = Utf8Text.Trim(text);
        if (text.IsEmpty || text.Length > MaxLength)
            return null;
        return System.Buffers.Text.Utf8Parser.TryParse(text, out double number, out var used) && used == text.Length
            ? Unix(number)
            : Iso(text);
    }

    static long? Unix(double number) => number switch
    {
        >= 0 and < SecondsBelow => (long)Math.Round(number * 1e6),
        >= SecondsBelow and < MillisecondsBelow => (long)Math.Round(number * 1e3),
        _ => null,
    };

    static long? Iso(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAnyExcept("0123456789:.+-TZtz "u8) >= 0)
            return null;
        Span<byte> quoted = stackalloc byte[MaxLength + 2];
        text.CopyTo(quoted[1..]);
        quoted[0] = quoted[text.Length + 1] = (byte)'"';
        if (text.Length > 10 && quoted[11] == ' ')
            quoted[11] = (byte)'T';
        var reader = new Utf8JsonReader(quoted[..(text.Length + 2)]);
        reader.Read();
        if (!reader.TryGetDateTime(out var local))
            return null;
        // Only a time that names its zone may go through DateTimeOffset: without one it would take this machine's.
        if (local.Kind == DateTimeKind.Local)
            return reader.TryGetDateTimeOffset(out var zoned) ? Micros(zoned.UtcDateTime) : null;
        return Micros(local);
    }

    static long? Micros(DateTime utc) => (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
