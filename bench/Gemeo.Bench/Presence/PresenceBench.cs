using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gemeo.Bench.Commands;
using Gemeo.Bench.Processes;
using Gemeo.Bench.Report;
using Gemeo.Bench.Systems;
using Gemeo.Bench.Wire;

namespace Gemeo.Bench.Presence;

/// <summary>A hundred people in four rooms: how soon they see each other's steps, and what they cost those who give orders.
/// Commands are timed with and without them in turns, in one run.</summary>
sealed class PresenceBench(Options options)
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>Turns with people and as many without.</summary>
    int Turns => options.Quick ? 4 : 10;
    int Trips => options.Quick ? 250 : 1000;
    int Warm => options.Quick ? 500 : 8000;

    public async Task<PresenceResult> RunAsync(CancellationToken cancel)
    {
        var runs = ImmutableArray.CreateBuilder<PresenceRun>();
        for (var run = 0; run < options.Runs; run++)
        {
            runs.Add(await OnceAsync(cancel));
            Console.WriteLine($"run {run + 1}: {runs[^1]}");
        }
        return new PresenceResult(runs.ToImmutable(), Turns, Trips);
    }

    async Task<PresenceRun> OnceAsync(CancellationToken cancel)
    {
        using var folder = new TempFolder();
        using var broker = await Mosquitto.StartAsync(cancel);
        var port = Ports.Free();
        using var server = GemeoServer.Start(
            Path.Combine(Repository.Root, "bench", "labs", "presence"), folder.Path, port,
            $"--Gemeo:Mqtt:Broker=127.0.0.1:{broker.Port}", "--Gemeo:Mqtt:Filter=command/#", "--Gemeo:RequestsPerSecond=1000000");
        await GemeoServer.ReadyAsync(server, port, cancel);
        // No second compilation of what runs there: it would take the server's core in the middle of a turn.
        using var crowd = Child.Start("crowd", "dotnet", [typeof(Crowd).Assembly.Location, "crowd", port.ToString(CultureInfo.InvariantCulture)],
            environment: new Dictionary<string, string> { ["DOTNET_TieredCompilation"] = "0" });
        using var lamp = new EchoLamp(broker.Port);
        using var http = new HttpLine(port);
        byte[][] orders = [http.Post("/things/lamp/actions/ligar"), http.Post("/things/lamp/actions/desligar")];
        await TurnAsync(crowd, people: true, () => Measure(http, orders, Warm, cancel), cancel);
        var (without, with) = (new List<double>(), new List<double>());
        var cpu = TimeSpan.Zero;
        for (var turn = 0; turn < Turns; turn++)
        {
            foreach (var people in turn % 2 == 0 ? (bool[])[false, true] : [true, false])
                (people ? with : without).AddRange(await TurnAsync(crowd, people, () => Measure(http, orders, Trips, cancel), cancel));
            var before = server.Cpu();
            await TurnAsync(crowd, people: true, Rest, cancel);
            cpu += server.Cpu() - before;
        }
        crowd.Tell("report");
        await Until.TrueAsync(() => Task.FromResult(Last(crowd).StartsWith("report ", StringComparison.Ordinal)), crowd, _patience, cancel);
        var walk = JsonSerializer.Deserialize<Walk>(Last(crowd)["report ".Length..])!;
        return new PresenceRun(walk, Quantile(without, 0.5), Quantile(without, 0.99), Quantile(with, 0.5), Quantile(with, 0.99), cpu / (Turns * RestLength));
    }

    static TimeSpan RestLength => TimeSpan.FromSeconds(2);

    static double[] Rest()
    {
        Thread.Sleep(RestLength);
        return [];
    }

    static async Task<double[]> TurnAsync(Child crowd, bool people, Func<double[]> measure, CancellationToken cancel)
    {
        if (!people)
            return measure();
        await AskAsync(crowd, "walk", cancel);
        var times = measure();
        await AskAsync(crowd, "stop", cancel);
        return times;
    }

    static async Task AskAsync(Child crowd, string order, CancellationToken cancel)
    {
        crowd.Tell(order);
        await Until.TrueAsync(() => Task.FromResult(Last(crowd) == "did " + order), crowd, _patience, cancel);
    }

    static string Last(Child crowd) => crowd.Said.Split(Environment.NewLine)[^1];

    static double[] Measure(HttpLine http, byte[][] orders, int count, CancellationToken cancel)
    {
        var times = new double[count];
        for (var n = 0; n < count; n++)
        {
            cancel.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            http.Go(orders[n % 2]);
            times[n] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return times;
    }

    static double Quantile(List<double> times, double share) => Stats.Quantile([.. times.Order()], share);
}
