namespace Gemeo.History;

/// <summary>How long the buckets of a chart are: round times, counted from 1970, so that a chart which is moved keeps its buckets.</summary>
public static class Steps
{
    public const long Second = 1_000_000, Minute = 60 * Second, Hour = 60 * Minute, Day = 24 * Hour;

    static readonly long[] _round = [.. Ladder()];

    /// <summary>The shortest step, at least <paramref name="least"/>, whose buckets between two times (both in) are not more than asked for. Microseconds.</summary>
    public static long For(long from, long to, int points, long least) => Array.Find(_round, step => step >= least && Buckets(from, to, step) <= points);

    /// <summary>Where the bucket of a time begins.</summary>
    public static long Start(long time, long step) => Index(time, step) * step;

    static Int128 Buckets(long from, long to, long step) => (Int128)Index(to, step) - Index(from, step) + 1;

    static long Index(long time, long step) => time >= 0 ? time / step : ~(~time / step);

    static IEnumerable<long> Ladder()
    {
        for (var unit = 1L; unit < Second; unit *= 10)
            foreach (var times in (long[])[1, 2, 5]) yield return times * unit;
        foreach (var times in (long[])[1, 2, 5, 10, 15, 30]) yield return times * Second;
        foreach (var times in (long[])[1, 2, 5, 10, 15, 30]) yield return times * Minute;
        foreach (var times in (long[])[1, 2, 3, 6, 12]) yield return times * Hour;
        for (var unit = Day; unit <= 10_000_000 * Day; unit *= 10)
            foreach (var times in (long[])[1, 2, 5]) yield return times * unit;
    }
}
