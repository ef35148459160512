using System.Globalization;

namespace Gemeo.Cli.History;

/// <summary>A time as a person gives it: ISO 8601 (local when it names no zone), or how long ago: <c>30m</c>, <c>2h</c>, <c>7d</c>.</summary>
public static class When
{
    public static DateTimeOffset? Read(string text, TimeProvider clock)
    {
        text = text.Trim();
        if (Ago(text) is { } ago) return clock.GetUtcNow() - ago;
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)) return null;
        return time.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(time, clock.LocalTimeZone.GetUtcOffset(time))
            : new DateTimeOffset(time);
    }

    static TimeSpan? Ago(string text)
    {
        if (text.Length < 2 || !double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) || count > 100_000) return null;
        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(count),
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            _ => null,
        };
    }
}
