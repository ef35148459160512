using Gemeo.Bench.Systems;

namespace Gemeo.Bench.Fanout;

/// <summary>One system under trial; started again when a trial left it with more than it soon works off.</summary>
sealed class Seat(Options options, Contestant contestant) : IDisposable
{
    Running? _running;
    double _warm;

    public async Task TakeAsync(int clients, double warm, CancellationToken cancel)
    {
        _warm = warm;
        _running ??= await Running.StartAsync(contestant, options.Qos, cancel);
        await _running.SeatAsync(clients, prompt: false, cancel);
        await _running.OfferAsync(warm, options.Warm, clients, timed: false, cancel);
    }

    /// <param name="slowest">How much longer than the offering the last arrival may take, as a factor; what arrives is in time anyway by default.</param>
    public async Task<bool> TryAsync(double rate, int clients, CancellationToken cancel, double slowest = double.PositiveInfinity)
    {
        if (_running is null)
            await TakeAsync(clients, _warm, cancel);
        var outcome = await _running!.OfferAsync(rate, options.Offering, clients, timed: false, cancel);
        Tell(outcome, clients);
        if (!outcome.Passed && !await _running.WorkedOffAsync(outcome, cancel))
        {
            _running.Dispose();
            _running = null;
        }
        return outcome.Passed && outcome.Took <= outcome.Pace.Duration * Math.Min(slowest, 1e3);
    }

    public void Dispose() => _running?.Dispose();

    void Tell(Outcome o, int clients)
    {
        var seconds = o.Took.TotalSeconds;
        Console.WriteLine(
            $"  {contestant.Name,-5} K={clients,-2} {o.Pace.Rate,7:0}/s {o.Share,8:0.000%} {(o.Passed ? "pass" : "FAIL")} " +
            $"offered in {o.Offered.TotalSeconds:0.00} s, all in {seconds:0.00} s; cpu system {o.Cpu.System.TotalSeconds / seconds:0.00} " +
            $"broker {o.Cpu.Broker.TotalSeconds / seconds:0.00} bench {o.Cpu.Bench.TotalSeconds / seconds:0.00}; " +
            $"doubled {o.Tally.Doubled}, out of order {o.Tally.Disordered}, closed {o.Closed}");
    }
}
