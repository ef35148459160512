using System.Collections.Immutable;
using System.Diagnostics;
using Gemeo.Bench.Report;
using Gemeo.Bench.Systems;

namespace Gemeo.Bench.Fanout;

/// <summary>Lossless rate of each system at each number of clients.</summary>
sealed class FanoutBench(Options options, ImmutableArray<Contestant> contestants)
{
    readonly Dictionary<(string System, int Clients), List<double>> _rates = [];
    readonly Stopwatch _clock = Stopwatch.StartNew();

    public async Task<FanoutResult> RunAsync(CancellationToken cancel)
    {
        var runs = 0;
        for (; runs < options.Runs && (runs == 0 || _clock.Elapsed < options.Budget); runs++)
        {
            // Who begins changes from run to run, so a drift of the machine favours nobody.
            for (var i = 0; i < contestants.Length; i++)
                await RunAsync(contestants[(i + runs) % contestants.Length], runs, cancel);
        }
        return new FanoutResult(options, contestants, runs, _rates.ToImmutableDictionary(p => p.Key, p => p.Value.ToImmutableArray()));
    }

    async Task RunAsync(Contestant contestant, int run, CancellationToken cancel)
    {
        using var seat = new Seat(options, contestant);
        foreach (var clients in options.Clients)
        {
            var key = (contestant.Name, clients);
            var known = _rates.TryGetValue(key, out var rates) ? Stats.Median(rates.ToImmutableArray()) : 0;
            var first = known == 0;
            await seat.TakeAsync(clients, first ? contestant.Guess[clients] / 2 : known / 2, cancel);
            var rate = await Search.HighestAsync(
                first ? contestant.Guess[clients] : known, first ? 1.25 : options.Resolution, options.Resolution,
                r => seat.TryAsync(r, clients, cancel));
            (_rates.TryGetValue(key, out rates) ? rates : _rates[key] = []).Add(rate);
            Console.WriteLine($"run {run + 1}: {contestant.Name} K={clients}: {rate:0} readings/s, {rate * clients:0} deliveries/s");
        }
    }
}
