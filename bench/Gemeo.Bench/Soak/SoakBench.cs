using System.Collections.Immutable;
using System.Globalization;
using Gemeo.Bench.Fanout;
using Gemeo.Bench.Report;
using Gemeo.Bench.Systems;
using Gemeo.Bench.Wire;
using Gemeo.Log.Sqlite;

namespace Gemeo.Bench.Soak;

/// <summary>A long time at half of what the server keeps up with: does its memory grow, does it lose anything.</summary>
sealed class SoakBench(Options options)
{
    const int Clients = 10;
    const int Qos = 1;
    const double Guess = 30_000;
    const double Resolution = 1.1;
    // Beyond this the server was behind when the offering ended, and would be ever more so.
    const double Behind = 1.1;
    static readonly TimeSpan _late = TimeSpan.FromMinutes(1);

    public async Task RunAsync(ResultFile file, CancellationToken cancel)
    {
        double? capacity = options.Rate > 0 ? null : await CapacityAsync(cancel);
        var result = new SoakResult(capacity, capacity / 2 ?? options.Rate, Clients);
        using var running = await Running.StartAsync(Contestant.Gemeo, Qos, cancel);
        await running.SeatAsync(Clients, prompt: false, cancel);
        using var visitor = new Visitor(running.Port);
        for (var minute = 1; minute <= options.Budget.TotalMinutes; minute++)
        {
            result.Minutes.Add(await MinuteAsync(running, visitor, minute, result.Rate, cancel));
            Console.WriteLine(result.Minutes[^1]);
        }
        result.Rest = await RestAsync(running, cancel);
        running.Process.Dispose();
        using (var log = new SqliteStore(running.Folder))
            result.InTheLog = log.Head;
        result.WriteTo(file);
    }

    async Task<double> CapacityAsync(CancellationToken cancel)
    {
        using var seat = new Seat(options with { Qos = Qos }, Contestant.Gemeo);
        await seat.TakeAsync(Clients, Guess / 2, cancel);
        var rate = await Search.HighestAsync(Guess, 1.3, Resolution, r => seat.TryAsync(r, Clients, cancel, Behind));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"keeps up with {rate:0} readings/s at QoS {Qos} × {Clients} clients"));
        return rate;
    }

    static async Task<SoakMinute> MinuteAsync(Running running, Visitor visitor, int minute, double rate, CancellationToken cancel)
    {
        var visits = visitor.Take();
        var outcome = await running.OfferAsync(rate, TimeSpan.FromMinutes(1), Clients, timed: true, cancel);
        // What is late is late, not lost.
        await running.WorkedOffAsync(outcome, cancel, _late);
        ImmutableArray<double> sorted = [.. outcome.Tally.Milliseconds.ToArray().Select(m => (double)m).Order()];
        visits = visitor.Take();
        return new SoakMinute(minute, outcome.Pace.Count, outcome.Tally.Expected - outcome.Arrived, outcome.Tally.Expected - outcome.Tally.Arrived, outcome.Tally.Doubled, outcome.Tally.Disordered,
            outcome.Closed, Stats.Quantile(sorted, 0.5), Stats.Quantile(sorted, 0.99), outcome.Cpu.System / outcome.Took, visits, Footprint.Of(running.Process.Id));
    }

    static async Task<Footprint> RestAsync(Running running, CancellationToken cancel)
    {
        await Task.Delay(TimeSpan.FromSeconds(30), cancel);
        return Footprint.Of(running.Process.Id);
    }
}
