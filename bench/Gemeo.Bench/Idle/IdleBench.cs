using System.Collections.Immutable;
using System.Diagnostics;
using Gemeo.Bench.Processes;
using Gemeo.Bench.Report;
using Gemeo.Bench.Systems;

namespace Gemeo.Bench.Idle;

/// <summary>The demo lab as a person starts it: how soon it serves, and what it takes when nobody asks for anything.</summary>
sealed class IdleBench(Options options)
{
    TimeSpan Rest => TimeSpan.FromSeconds(options.Quick ? 10 : 30);

    public async Task RunAsync(ResultFile file, CancellationToken cancel)
    {
        var runs = ImmutableArray.CreateBuilder<IdleRun>();
        for (var run = 0; run < options.Runs; run++)
        {
            runs.Add(await OnceAsync(cancel));
            Console.WriteLine($"run {run + 1}: {runs[^1]}");
        }
        file.Heading($"The demo lab at rest ({runs.Count} runs)");
        file.Line($"Embedded broker, simulated devices, empty data folder. Ready: from process start to the first 200 of `/health/ready`. " +
            $"Resident set and processor use over the {Rest.TotalSeconds:0} s after that.");
        file.Table(["", "median (min–max)"],
        [
            ["ready, s", Stats.Spread([.. runs.Select(r => r.Ready)], "0.00")],
            ["resident, MB", Stats.Spread([.. runs.Select(r => r.Megabytes)], "0")],
            ["processor, % of one core", Stats.Spread([.. runs.Select(r => r.Cpu)], "0.0 %")],
        ]);
    }

    async Task<IdleRun> OnceAsync(CancellationToken cancel)
    {
        using var folder = new TempFolder();
        var (port, mqtt) = (Ports.Free(), Ports.Free());
        var clock = Stopwatch.StartNew();
        using var server = GemeoServer.Start(Path.Combine(Repository.Root, "labs", "demo"), folder.Path, port, $"--Gemeo:Mqtt:Port={mqtt}");
        await GemeoServer.ReadyAsync(server, port, cancel);
        var ready = clock.Elapsed;
        var before = server.Cpu();
        await Task.Delay(Rest, cancel);
        if (server.Ended)
            throw new InvalidOperationException($"the server ended by itself:\n{server.Said}");
        return new IdleRun(ready.TotalSeconds, server.Resident() / 1e6, (server.Cpu() - before) / Rest);
    }
}

/// <param name="Ready">Seconds.</param>
/// <param name="Megabytes">Resident set, 10^6 bytes.</param>
/// <param name="Cpu">Share of one core while at rest.</param>
sealed record IdleRun(double Ready, double Megabytes, double Cpu)
{
    public override string ToString() => $"ready {Ready:0.00} s, {Megabytes:0} MB, {Cpu:0.0%} of a core";
}
