using System.Collections.Immutable;
using System.Globalization;

namespace Gemeo.Bench.Report;

static class Stats
{
    public static double Median(ImmutableArray<double> values) => Quantile(values.Sort(), 0.5);

    /// <param name="sorted">Ascending.</param>
    public static double Quantile(ImmutableArray<double> sorted, double share)
    {
        if (sorted.IsEmpty)
            return double.NaN;
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>Pairs of the same run.</summary>
    public static ImmutableArray<double> Ratios(ImmutableArray<double> values, ImmutableArray<double> against) =>
        [.. values.Zip(against, (v, a) => v / a)];

    /// <summary>Median, and the smallest and largest in brackets.</summary>
    public static string Spread(ImmutableArray<double> values, string format) =>
        string.Create(CultureInfo.InvariantCulture, $"{Text(Median(values), format)} ({Text(values.Min(), format)}–{Text(values.Max(), format)})");

    public static string Count(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
