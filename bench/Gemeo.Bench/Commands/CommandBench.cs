using System.Collections.Immutable;
using System.Diagnostics;
using Gemeo.Bench.Appends;
using Gemeo.Bench.Processes;
using Gemeo.Bench.Report;
using Gemeo.Bench.Systems;
using Gemeo.Bench.Wire;

namespace Gemeo.Bench.Commands;

/// <summary>A command over HTTP until the device has confirmed it, against the bare MQTT round trip and a durable commit,
/// all on the same broker and disk, in turns.</summary>
sealed class CommandBench(Options options)
{
    public const int Turn = 1;
    int Trips => options.Quick ? 500 : 2000;
    int Warm => options.Quick ? 500 : 8000;

    public async Task<CommandResult> RunAsync(CancellationToken cancel)
    {
        var runs = ImmutableArray.CreateBuilder<CommandRun>();
        for (var run = 0; run < options.Runs; run++)
        {
            runs.Add(await OnceAsync(cancel));
            Console.WriteLine($"run {run + 1}: {runs[^1]}");
        }
        return new CommandResult(runs.ToImmutable(), Trips);
    }

    async Task<CommandRun> OnceAsync(CancellationToken cancel)
    {
        using var folder = new TempFolder();
        using var broker = await Mosquitto.StartAsync(cancel);
        var port = Ports.Free();
        // The bare trip's topics are not subscribed: the server must not work for what it is compared with.
        using var server = GemeoServer.Start(
            Path.Combine(Repository.Root, "bench", "labs", "command"), folder.Path, port,
            $"--Gemeo:Mqtt:Broker=127.0.0.1:{broker.Port}", "--Gemeo:Mqtt:Filter=command/#", "--Gemeo:RequestsPerSecond=1000000");
        await GemeoServer.ReadyAsync(server, port, cancel);
        using var lamp = new EchoLamp(broker.Port);
        await using var bare = await BareTrip.OpenAsync(broker.Port, cancel);
        using var wire = new WireTrip(broker.Port);
        using var http = new HttpLine(port);
        using var log = new RawLog(Path.Combine(folder.Path, "raw"));
        byte[][] orders = [http.Post("/things/lamp/actions/ligar"), http.Post("/things/lamp/actions/desligar")];
        Action<int>[] trips = [bare.Go, n => http.Go(orders[n % 2]), log.CommandStep, wire.Go];
        // Until the runtime has compiled the hot paths for good: that work takes a core from the first seconds.
        _ = Measure(trips, Warm, cancel);
        var times = Measure(trips, Trips, cancel);
        return new CommandRun(Median(times[0], 0.5), Median(times[0], 0.99), Median(times[1], 0.5), Median(times[1], 0.99),
            Median(times[2], 0.5), Median(times[2], 0.99), Median(times[3], 0.5), Median(times[3], 0.99));
    }

    static double[][] Measure(Action<int>[] trips, int count, CancellationToken cancel)
    {
        var times = trips.Select(_ => new double[count]).ToArray();
        for (var from = 0; from < count; from += Turn)
        {
            cancel.ThrowIfCancellationRequested();
            for (var kind = 0; kind < trips.Length; kind++)
            {
                for (var n = from; n < Math.Min(from + Turn, count); n++)
                {
                    var start = Stopwatch.GetTimestamp();
                    trips[kind](n);
                    times[kind][n] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                }
            }
        }
        return times;
    }

    static double Median(double[] times, double share) => Stats.Quantile([.. times.Order()], share);
}
