namespace Gemeo.Bench.Fanout;

/// <summary>The highest rate that passes, by bracketing and then bisection on a logarithmic scale.</summary>
static class Search
{
    const int MostTrials = 14;

    /// <param name="start">Rate of the first trial.</param>
    /// <param name="step">Factor between the first two; it widens while the bracket stays open.</param>
    /// <param name="resolution">Stop once the lowest failure is no more than this factor above the highest pass.</param>
    /// <param name="trial">True when the rate passes.</param>
    /// <returns>The highest rate that passed; 0 when none did.</returns>
    public static async Task<double> HighestAsync(double start, double step, double resolution, Func<double, Task<bool>> trial)
    {
        var (low, high, rate) = (0.0, double.PositiveInfinity, start);
        for (var trials = 0; trials < MostTrials && (low == 0 || high / low > resolution) && rate >= 1; trials++)
        {
            if (await trial(rate))
                low = rate;
            else
                high = rate;
            var open = low == 0 || double.IsInfinity(high);
            rate = !open ? Math.Sqrt(low * high) : low == 0 ? high / step : low * step;
            if (open)
                step = Math.Min(Math.Pow(step, 1.5), 4);
        }
        return low;
    }
}
