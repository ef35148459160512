using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Gemeo.Log;

/// <summary>Time as the log keeps it (Unix microseconds) and as people read it (ISO 8601, UTC).</summary>
public static class Instant
{
    public const int IsoLength = 27;

    public static long Now(this TimeProvider time) => Of(time.GetUtcNow());

    public static long Of(DateTimeOffset time) => (time.UtcTicks - DateTime.UnixEpoch.Ticks) / 10;

    public static DateTimeOffset At(long micros) => new(DateTime.UnixEpoch.Ticks + micros * 10, TimeSpan.Zero);

    public static string Iso(long micros)
    {
        Span<byte> text = stackalloc byte[IsoLength];
        WriteIso(micros, text);
        return Encoding.ASCII.GetString(text);
    }

    /// <summary>Writes exactly <see cref="IsoLength"/> ASCII bytes, without allocating.</summary>
    public static void WriteIso(long micros, Span<byte> to)
    {
        Span<byte> whole = stackalloc byte[28];
        Utf8Formatter.TryFormat(new DateTime(DateTime.UnixEpoch.Ticks + micros * 10, DateTimeKind.Utc), whole, out _, 'O');
        whole[..26].CopyTo(to);
        to[26] = (byte)'Z';
    }

    public static bool TryParse(string? text, out long micros)
    {
        micros = 0;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)) return false;
        micros = Of(time);
        return true;
    }
}
