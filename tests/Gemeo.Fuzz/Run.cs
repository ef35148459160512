using System.Diagnostics;
using Gemeo.Fuzz.Attacks;
using Gemeo.Fuzz.Victim;

namespace Gemeo.Fuzz;

/// <summary>One door's attack from a fresh server to the report.</summary>
static class Run
{
    static readonly TimeSpan _rest = TimeSpan.FromSeconds(30);

    static string Root { get; } = Above("Gemeo.slnx");

    static string Lab => Path.Combine(Root, "labs", "demo");

    static string Program => Path.Combine(Root, "src", "Gemeo.Server", "bin", "Release", "net10.0", "Gemeo.Server.dll");

    public static async Task<bool> DoorAsync(string name, Options options, CancellationToken cancel)
    {
        var findings = new Findings(options.Out);
        await using var server = await RunningServer.StartAsync(Program, Lab, documents: true, findings, cancel);
        await Surroundings.LearnAsync(server.Target, Path.Combine(Lab, "lab.json"), cancel);
        using var witness = new Witness(server.Target);
        await witness.AddThingAsync(cancel);
        var watchman = new Watchman(server, witness, findings);
        var attack = new Attack(Doors.Of(name, Lab), server.Target, findings);
        var before = watchman.Look(null);
        var began = Stopwatch.GetTimestamp();
        using (var over = CancellationTokenSource.CreateLinkedTokenSource(cancel))
        {
            var watching = watchman.WatchAsync(over.Token);
            await attack.RunAsync(options.Seed, TimeSpan.FromMinutes(options.Minutes), long.MaxValue, cancel);
            await over.CancelAsync();
            await watching;
        }
        var lasted = Stopwatch.GetElapsedTime(began);
        var atEnd = watchman.Look(null);
        await Task.Delay(_rest, cancel);
        var last = await Signs.AfterAsync(server, witness, TimeSpan.FromSeconds(1), findings, cancel);
        Report.Write(Console.Out, name, options.Seed, lasted, attack.Tally, watchman, (before, atEnd, watchman.Look(null)), last, findings);
        return findings.Kinds.Count == 0;
    }

    public static async Task<bool> AgainAsync(Case made, Options options, CancellationToken cancel)
    {
        var findings = new Findings(options.Out);
        await using var server = await RunningServer.StartAsync(Program, Lab, documents: false, findings, cancel);
        await Surroundings.LearnAsync(server.Target, Path.Combine(Lab, "lab.json"), cancel);
        var attack = new Attack(Doors.Of(made.Door, Lab), server.Target, findings);
        await attack.PlayAsync(made, cancel);
        await Task.Delay(500, cancel);
        foreach (var (name, count) in attack.Tally.Classes) Console.WriteLine($"{count} × {name}");
        foreach (var kind in findings.Kinds.Keys.Concat(findings.Lesser.Keys)) Console.WriteLine(kind);
        foreach (var line in server.Said) Console.WriteLine("  " + line);
        return findings.Kinds.Count == 0;
    }

    static string Above(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, file))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"no {file} above the program: run it from a clone");
    }
}
