using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Gemeo.Bench.Appends;
using Gemeo.Bench.Processes;
using Gemeo.Bench.Report;
using Gemeo.Bench.Systems;

namespace Gemeo.Bench.History;

/// <summary>What roll-ups take from those who write: for some seconds of appends as fast as they go, how long it takes to read them again, and how long the writer is held.</summary>
sealed class RollupCost(Options options)
{
    TimeSpan Turn => TimeSpan.FromSeconds(options.Quick ? 2 : 6);

    public async Task RunAsync(ResultFile file, CancellationToken cancel)
    {
        using var folder = new TempFolder();
        await using var server = new ServerLog(folder.Path);
        for (var n = 0; n < 60; n++)
            await server.ManyThingsAsync(RawLog.Things);
        RollUp(server, cancel);
        var runs = ImmutableArray.CreateBuilder<(double Rate, double Reading, double Holding)>();
        for (var run = 0; run < Math.Max(3, options.Runs); run++)
        {
            var (took, entries) = await AppendAsync(server);
            var (reading, holding) = RollUp(server, cancel);
            runs.Add((entries / took.TotalSeconds, reading / took, holding / took));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"run {run + 1}: {runs[^1].Rate:#,0}/s; read again in {runs[^1].Reading:0.0%}, the writer held for {runs[^1].Holding:0.0%} of that time"));
        }
        file.Heading($"What roll-ups take from appends ({runs.Count} runs)");
        file.Line($"1,000 things awaited together in each batch, as fast as it goes for {Turn.TotalSeconds:0} s; then what came is rolled up. Reading: a reader's thread, beside the writer's. " +
            "Holding: the writer's own thread, between commits. Both as shares of the time that the appends took. The server does this once a minute, so ten times as many entries share the same rows there.");
        file.Table(["entries a second", "reading", "holding"],
            [[Stats.Spread([.. runs.Select(r => r.Rate)], "#,0"), Stats.Spread([.. runs.Select(r => r.Reading)], "0.0 %"), Stats.Spread([.. runs.Select(r => r.Holding)], "0.0 %")]]);
    }

    async Task<(TimeSpan Took, long Entries)> AppendAsync(ServerLog server)
    {
        var (began, before) = (Stopwatch.GetTimestamp(), server.Store.Head);
        while (Stopwatch.GetElapsedTime(began) < Turn)
            await server.ManyThingsAsync(RawLog.Things);
        return (Stopwatch.GetElapsedTime(began), server.Store.Head - before);
    }

    static (TimeSpan Reading, TimeSpan Holding) RollUp(ServerLog server, CancellationToken cancel)
    {
        var (reading, holding) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var more = true; more;)
        {
            var began = Stopwatch.GetTimestamp();
            var step = server.Store.Rollups.Gather(50_000, cancel);
            reading += Stopwatch.GetElapsedTime(began);
            began = Stopwatch.GetTimestamp();
            server.Store.Rollups.Keep(step);
            holding += Stopwatch.GetElapsedTime(began);
            more = step.More;
        }
        return (reading, holding);
    }
}
