namespace Gemeo.Bench.Wire;

/// <summary>What is offered: so many readings a second for so long, numbered from <paramref name="First"/> on.</summary>
sealed record Pace(double Rate, TimeSpan Duration, int First)
{
    public int Count { get; } = (int)(Rate * Duration.TotalSeconds);

    /// <summary>From the first publish on, how long a delivery may take to count: two seconds after the offering should have ended.</summary>
    public TimeSpan Patience { get; } = Duration + TimeSpan.FromSeconds(2);
}
