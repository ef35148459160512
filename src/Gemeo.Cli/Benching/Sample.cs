namespace Gemeo.Cli.Benching;

/// <summary>Times of one kind, in milliseconds, and what lies within.</summary>
/// <param name="Of">What was timed.</param>
public sealed record Sample(string Of, IReadOnlyList<double> Times)
{
    readonly double[] _sorted = [.. Times.Order()];

    public int Count => _sorted.Length;

    /// <summary>The least time that so many percent did not exceed (nearest rank); zero when there are none.</summary>
    public double Percentile(double percent) =>
        _sorted.Length == 0 ? 0 : _sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * _sorted.Length) - 1, 0, _sorted.Length - 1)];

    public double Least => Percentile(0);

    public double Most => Percentile(100);

    public object Document => new { of = Of, count = Count, p50 = Round(Percentile(50)), p95 = Round(Percentile(95)), p99 = Round(Percentile(99)), max = Round(Most) };

    static double Round(double time) => Math.Round(time, 3);
}
