using System.Collections.Immutable;
using Gemeo.Bench.Report;
using Gemeo.Bench.Systems;

namespace Gemeo.Bench.Latency;

/// <summary>From just before the publish to the receipt, at 1,000 readings/s × 10 clients.</summary>
sealed class LatencyBench(Options options, ImmutableArray<Contestant> contestants)
{
    public const int Rate = 1000;
    public const int Clients = 10;

    public async Task<LatencyResult> RunAsync(CancellationToken cancel)
    {
        var runs = contestants.ToDictionary(c => c.Name, _ => ImmutableArray.CreateBuilder<LatencyRun>());
        for (var run = 0; run < options.Runs; run++)
        {
            for (var i = 0; i < contestants.Length; i++)
            {
                var contestant = contestants[(i + run) % contestants.Length];
                var measured = await RunAsync(contestant, cancel);
                runs[contestant.Name].Add(measured);
                Console.WriteLine($"run {run + 1}: {contestant.Name,-5} {measured}");
            }
        }
        return new LatencyResult(contestants, runs.ToImmutableDictionary(p => p.Key, p => p.Value.ToImmutable()));
    }

    async Task<LatencyRun> RunAsync(Contestant contestant, CancellationToken cancel)
    {
        using var running = await Running.StartAsync(contestant, options.Qos, cancel);
        await running.SeatAsync(Clients, prompt: true, cancel);
        await running.OfferAsync(Rate, TimeSpan.FromSeconds(options.Quick ? 1 : 2), Clients, timed: false, cancel);
        var outcome = await running.OfferAsync(Rate, TimeSpan.FromSeconds(options.Quick ? 4 : 8), Clients, timed: true, cancel);
        ImmutableArray<double> sorted = [.. outcome.Tally.Milliseconds.ToArray().Select(m => (double)m).Order()];
        return new LatencyRun(
            Stats.Quantile(sorted, 0.5), Stats.Quantile(sorted, 0.95), Stats.Quantile(sorted, 0.99),
            sorted.IsEmpty ? double.NaN : sorted[^1], outcome.Share);
    }
}

/// <summary>Milliseconds, and the share of deliveries that arrived.</summary>
sealed record LatencyRun(double P50, double P95, double P99, double Max, double Share)
{
    public override string ToString() => $"p50 {P50:0.00} ms, p95 {P95:0.00}, p99 {P99:0.00}, max {Max:0.00}; arrived {Share:0.0%}";
}
