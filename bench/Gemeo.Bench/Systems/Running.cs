using System.Diagnostics;
using Gemeo.Bench.Processes;
using Gemeo.Bench.Wire;

namespace Gemeo.Bench.Systems;

/// <summary>A contestant with its broker, its load generator and its audience, all started for it alone.</summary>
sealed class Running : IDisposable
{
    static readonly TimeSpan _lateComers = TimeSpan.FromSeconds(2);
    readonly TempFolder _folder = new();
    Audience? _audience;
    int _next = 1;

    Running(Contestant contestant, Mosquitto broker, int port, int qos)
    {
        Contestant = contestant;
        Broker = broker;
        Port = port;
        Process = contestant.Start(broker.Port, port, _folder.Path);
        Load = new Load(broker.Port, qos);
    }

    public Contestant Contestant { get; }

    public Mosquitto Broker { get; }

    public Child Process { get; }

    public Load Load { get; }

    public int Port { get; }

    /// <summary>Where the system keeps its data.</summary>
    public string Folder => _folder.Path;

    public static async Task<Running> StartAsync(Contestant contestant, int qos, CancellationToken cancel)
    {
        var broker = await Mosquitto.StartAsync(cancel);
        var running = new Running(contestant, broker, Ports.Free(), qos);
        try
        {
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
            var health = new Uri($"http://127.0.0.1:{running.Port}{contestant.Health}");
            await Until.TrueAsync(() => Until.AnswersAsync(http, health, cancel), running.Process, TimeSpan.FromSeconds(30), cancel);
            return running;
        }
        catch
        {
            running.Dispose();
            throw;
        }
    }

    /// <summary>Connects K clients in place of those before, and waits until a reading reaches every one.</summary>
    public async Task SeatAsync(int clients, bool prompt, CancellationToken cancel)
    {
        _audience?.Dispose();
        _audience = new Audience(Port, clients, Contestant.Read, prompt);
        for (var tries = 0; tries < 40; tries++)
        {
            var outcome = await OfferAsync(10, TimeSpan.FromMilliseconds(200), clients, timed: false, cancel);
            if (outcome.Tally.Arrived == outcome.Tally.Expected)
                return;
        }
        throw new InvalidOperationException($"{Contestant.Name}: no reading reaches {clients} clients:\n{Process.Said}");
    }

    /// <summary>Offers, then waits until all has arrived or two seconds have passed since the offering should have ended.</summary>
    public async Task<Outcome> OfferAsync(double rate, TimeSpan duration, int clients, bool timed, CancellationToken cancel)
    {
        var pace = new Pace(rate, duration, _next);
        _next += pace.Count;
        var tally = new Tally(pace, clients, timed);
        _audience!.Count(tally);
        var before = Cpu();
        var start = Stopwatch.GetTimestamp();
        await Task.Factory.StartNew(
            () => Load.Offer(pace, tally.Sent, cancel), cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var offered = Stopwatch.GetElapsedTime(start);
        while (tally.Arrived < tally.Expected && Stopwatch.GetElapsedTime(start) < pace.Patience && _audience.Closed == 0)
            await Task.Delay(5, cancel);
        return new Outcome(pace, tally, tally.Arrived, offered, Stopwatch.GetElapsedTime(start), _audience.Closed, Cpu().Since(before));
    }

    /// <summary>Waits a little for what came too late to count; false when it does not come, so that it would burden what follows.</summary>
    public async Task<bool> WorkedOffAsync(Outcome outcome, CancellationToken cancel, TimeSpan? lateComers = null)
    {
        var start = Stopwatch.GetTimestamp();
        while (outcome.Tally.Arrived < outcome.Tally.Expected && Stopwatch.GetElapsedTime(start) < (lateComers ?? _lateComers) && _audience!.Closed == 0)
            await Task.Delay(5, cancel);
        return outcome.Tally.Arrived == outcome.Tally.Expected;
    }

    public void Dispose()
    {
        _audience?.Dispose();
        Load.Dispose();
        Process.Dispose();
        Broker.Dispose();
        _folder.Dispose();
    }

    Cpu Cpu() => new(Process.Cpu(), Broker.Process.Cpu(), Environment.CpuUsage.TotalTime);
}

/// <summary>Processor time of the system, of its broker, and of the bench itself (generator and audience).</summary>
readonly record struct Cpu(TimeSpan System, TimeSpan Broker, TimeSpan Bench)
{
    public Cpu Since(Cpu before) => new(System - before.System, Broker - before.Broker, Bench - before.Bench);
}

/// <param name="Arrived">Deliveries within the time allowed.</param>
/// <param name="Offered">How long the generator took.</param>
/// <param name="Took">From the first publish to the last arrival, or the end of patience.</param>
/// <param name="Closed">Clients that the system closed.</param>
sealed record Outcome(Pace Pace, Tally Tally, long Arrived, TimeSpan Offered, TimeSpan Took, int Closed, Cpu Cpu)
{
    public const double Lossless = 0.999;

    public double Share => (double)Arrived / Tally.Expected;

    public bool Passed => Share >= Lossless;
}
