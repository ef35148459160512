namespace Gemeo.Bench.Wire;

/// <summary>What is offered: so many readings a second for so long, numbered from <paramref name="First"/> on.</summary>
sealed record Pace(double Rate, TimeSpan Duration, int First)
{
    public int Count { get; } = (int)(Rate * Duration.TotalSeconds);
}
