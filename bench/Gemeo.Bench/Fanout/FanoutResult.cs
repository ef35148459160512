using System.Collections.Immutable;
using Gemeo.Bench.Report;
using Gemeo.Bench.Systems;

namespace Gemeo.Bench.Fanout;

sealed record FanoutResult(
    Options Options, ImmutableArray<Contestant> Contestants, int Runs,
    ImmutableDictionary<(string System, int Clients), ImmutableArray<double>> Rates)
{
    public void WriteTo(ResultFile file)
    {
        file.Heading($"Readings to every WebSocket client (QoS {Options.Qos}, {Runs} runs)");
        file.Line($"Lossless rate: highest offered rate at which at least 99.9 % of all deliveries arrive within 2 s after an offering of " +
            $"{Options.Offering.TotalSeconds:0} s; the next rate tried above it, at most {Options.Resolution - 1:0.#%} more, failed. " +
            "Deliveries/s are readings/s × clients. Ratios are taken within each run, then the median.");
        foreach (var clients in Options.Clients)
        {
            file.Heading($"{clients} client{(clients == 1 ? "" : "s")}", 3);
            file.Table(["system", "readings/s, median", "min–max", "deliveries/s", "× seed", "% of raw", .. Plain("% of plain"), "each run"],
                Contestants.Select(c => Row(c.Name, clients)));
        }
    }

    /// <summary>A cell for when the ordinary passthrough ran too.</summary>
    string[] Plain(string cell) => Contestants.Contains(Contestant.Plain) ? [cell] : [];

    string[] Row(string system, int clients)
    {
        var rates = Rates[(system, clients)];
        var median = Stats.Median(rates);
        return
        [
            system, Stats.Count(median), $"{Stats.Count(rates.Min())}–{Stats.Count(rates.Max())}", Stats.Count(median * clients),
            Ratio(system, "seed", clients, "0.0"), Ratio(system, "raw", clients, "0 %"), .. Plain(Ratio(system, "plain", clients, "0 %")),
            string.Join(", ", rates.Select(Stats.Count)),
        ];
    }

    string Ratio(string system, string against, int clients, string format) =>
        system == against || !Rates.TryGetValue((against, clients), out var other)
            ? "" : Stats.Spread(Stats.Ratios(Rates[(system, clients)], other), format);
}
