using System.Diagnostics;
using Gemeo.Bench.Report;

namespace Gemeo.Bench.Appends;

/// <summary>One of the two that take turns, with the time its own batches took.</summary>
sealed class Side(Func<Task> batch)
{
    public const int Turn = 5;
    const int Warm = 20;
    readonly List<double> _milliseconds = [];

    public TimeSpan Time { get; private set; }

    public int Batches => _milliseconds.Count;

    public double MedianMs => Stats.Median([.. _milliseconds]);

    public double Rate(int size) => Batches * size / Time.TotalSeconds;

    public async Task WarmAsync()
    {
        for (var n = 0; n < Warm; n++)
            await batch();
    }

    public async Task TurnAsync()
    {
        for (var n = 0; n < Turn; n++)
        {
            var start = Stopwatch.GetTimestamp();
            await batch();
            var took = Stopwatch.GetElapsedTime(start);
            Time += took;
            _milliseconds.Add(took.TotalMilliseconds);
        }
    }
}
