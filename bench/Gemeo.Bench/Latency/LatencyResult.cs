using System.Collections.Immutable;
using Gemeo.Bench.Report;
using Gemeo.Bench.Systems;

namespace Gemeo.Bench.Latency;

sealed record LatencyResult(ImmutableArray<Contestant> Contestants, ImmutableDictionary<string, ImmutableArray<LatencyRun>> Runs)
{
    public void WriteTo(ResultFile file)
    {
        file.Heading($"Latency at {LatencyBench.Rate} readings/s × {LatencyBench.Clients} clients");
        file.Line("Milliseconds from just before the publish until the client has the frame: median of the runs (min–max).");
        file.Table(["system", "p50", "p95", "p99", "max", "arrived"], Contestants.Select(c => Row(c.Name)));
    }

    string[] Row(string system) =>
    [
        system, Of(system, r => r.P50), Of(system, r => r.P95), Of(system, r => r.P99), Of(system, r => r.Max),
        Stats.Spread([.. Runs[system].Select(r => r.Share)], "0.0 %"),
    ];

    string Of(string system, Func<LatencyRun, double> part) => Stats.Spread([.. Runs[system].Select(part)], "0.00");
}
