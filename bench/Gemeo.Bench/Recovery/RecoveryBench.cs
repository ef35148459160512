using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gemeo.Bench.Processes;
using Gemeo.Bench.Report;
using Gemeo.Bench.Systems;
using Gemeo.Log;
using Gemeo.Log.Sqlite;
using Gemeo.Things;

namespace Gemeo.Bench.Recovery;

/// <summary>A start over a log that has a past: how soon the state of every thing is there again, and how soon the server serves.</summary>
sealed class RecoveryBench(Options options)
{
    const int Things = 10_000, Group = 5000;
    int Entries => options.Quick ? 100_000 : 1_000_000;

    public async Task RunAsync(ResultFile file, CancellationToken cancel)
    {
        using var folder = new TempFolder();
        Fill(folder.Path);
        var runs = ImmutableArray.CreateBuilder<(double State, double Ready, double Empty)>();
        for (var run = 0; run < options.Runs; run++)
        {
            using var fresh = new TempFolder();
            runs.Add((State(folder.Path), await ReadyAsync(folder.Path, cancel), await ReadyAsync(fresh.Path, cancel)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"run {run + 1}: state {runs[^1].State:0.000} s, ready {runs[^1].Ready:0.00} s, with an empty log {runs[^1].Empty:0.00} s"));
        }
        file.Heading($"Start over {Things:N0} things and {Entries:N0} entries ({runs.Count} runs)");
        file.Line("State: the log opened and the state of every thing read, in this process. Ready: from the server's process start to the first 200 of `/health/ready`, over that log and over an empty one, with a lab of as many things.");
        file.Table(["seconds", "median (min–max)"],
        [
            ["state of every thing", Stats.Spread([.. runs.Select(r => r.State)], "0.000")],
            ["ready", Stats.Spread([.. runs.Select(r => r.Ready)], "0.00")],
            ["ready, empty log", Stats.Spread([.. runs.Select(r => r.Empty)], "0.00")],
        ]);
    }

    static double State(string folder)
    {
        var clock = Stopwatch.StartNew();
        using var store = new SqliteStore(folder);
        var things = store.Snapshot().States.Select(StateJson.Read).Count();
        return things == Things ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException($"{things} things have a state, not {Things}");
    }

    static async Task<double> ReadyAsync(string folder, CancellationToken cancel)
    {
        var (port, mqtt) = (Ports.Free(), Ports.Free());
        var clock = Stopwatch.StartNew();
        using var server = GemeoServer.Start(Path.Combine(Repository.Root, "bench", "labs", "recovery"), folder, port, $"--Gemeo:Mqtt:Port={mqtt}");
        await GemeoServer.ReadyAsync(server, port, cancel);
        return clock.Elapsed.TotalSeconds;
    }

    void Fill(string folder)
    {
        using var store = new SqliteStore(folder);
        var versions = new long[Things];
        for (var from = 0; from < Entries; from += Group)
            store.Commit([.. Enumerable.Range(from, Group).Select(n => Reading(n, versions))]);
    }

    static Append Reading(int n, long[] versions)
    {
        var (thing, version) = ($"load-{(n % Things) + 1}", ++versions[n % Things]);
        var value = Encoding.UTF8.GetBytes(n.ToString(CultureInfo.InvariantCulture));
        var entry = new Entry { Thing = thing, Version = version, Kind = EntryKind.Property, Name = "distance", Value = value, Time = n * 1000L };
        var state = ThingState.Empty with { Version = version, Available = true, Since = 1, Properties = [new("distance", value, n * 1000L, null)] };
        return new(new AppendLine(), thing, [entry], StateJson.Write(state), []);
    }
}
