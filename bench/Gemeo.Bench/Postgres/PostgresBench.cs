using System.Collections.Immutable;
using System.Globalization;
using Gemeo.Bench.Appends;
using Gemeo.Bench.Processes;
using Gemeo.Bench.Report;
using Gemeo.Log.Postgres;

namespace Gemeo.Bench.Postgres;

/// <summary>The log in PostgreSQL: appends against raw COPY, a month of a hundred things asked, and moved.</summary>
sealed class PostgresBench(Options options)
{
    static readonly (string Shape, int Batch)[] _cells = [("one thing", 1), ("one thing", 10), ("many things", 10), ("one thing", 1000), ("many things", 1000)];

    // Checkpoints and the first pages of everything are behind both then.
    const int Growing = 30;
    const int MinTurns = 10;

    TimeSpan Span => TimeSpan.FromSeconds(options.Quick ? 0.7 : 1.5);

    public async Task RunAsync(ResultFile file, CancellationToken cancel)
    {
        using var postgres = await PostgresServer.StartAsync(cancel);
        file.Line($"PostgreSQL {postgres.Version()} as it comes, on the same machine and disk.");
        if (options.Only.Contains("appends") || !options.Only.Contains("past"))
        {
            await AppendsAsync(postgres, file, cancel);
            file.Save();
        }
        if (options.Only.Contains("past") || !options.Only.Contains("appends"))
            new PastBench(options).Run(postgres, file, cancel);
    }

    async Task AppendsAsync(PostgresServer postgres, ResultFile file, CancellationToken cancel)
    {
        var runs = _cells.ToDictionary(c => c, _ => ImmutableArray.CreateBuilder<AppendRun>());
        for (var run = 0; run < options.Runs; run++)
        {
            using var raw = new RawCopy(postgres.Schema("raw" + run));
            await using var server = new ServerLog(new PostgresStore(postgres.Schema("server" + run)));
            for (var n = 0; n < Growing; n++)
            {
                raw.ManyThings(RawLog.Things);
                await server.ManyThingsAsync(RawLog.Things);
            }
            foreach (var cell in _cells)
            {
                cancel.ThrowIfCancellationRequested();
                runs[cell].Add(await OnceAsync(raw, server, cell, serverFirst: run % 2 == 1));
                Console.WriteLine($"run {run + 1}: {cell.Shape}, batch {cell.Batch}: {runs[cell][^1]}");
            }
        }
        file.Heading($"Durable appends ({options.Runs} runs)");
        file.Line("Entries a second that are on disk, the next batch only after the one before. Raw: binary COPY into the server's own table of entries, with its months and indexes, each batch one COPY that commits itself; no states, no head. " +
            "Server: through the log's queue and group commit, with the states and the fence. One thing: a batch is one append of so many entries. Many things: so many appends of one entry each, awaited together. " +
            $"Both take turns of {Side.Turn} batches, so that they meet the same disk.");
        file.Table(["batch", "raw, median (min–max)", "server, median (min–max)", "% of raw", "a batch, median ms: raw", "server"], _cells.Select(c => Row(c, runs[c].ToImmutable())));
    }

    async Task<AppendRun> OnceAsync(RawCopy raw, ServerLog server, (string Shape, int Batch) cell, bool serverFirst)
    {
        var one = cell.Shape == "one thing";
        var bare = new Side(() =>
        {
            if (one)
                raw.OneThing(cell.Batch);
            else
                raw.ManyThings(cell.Batch);
            return Task.CompletedTask;
        });
        var ours = new Side(() => one ? server.OneThingAsync(cell.Batch) : server.ManyThingsAsync(cell.Batch));
        Side[] turns = serverFirst ? [ours, bare] : [bare, ours];
        foreach (var side in turns)
            await side.WarmAsync();
        while (bare.Time + ours.Time < 2 * Span || bare.Batches < MinTurns * Side.Turn)
            foreach (var side in turns)
                await side.TurnAsync();
        return new AppendRun(bare.Rate(cell.Batch), ours.Rate(cell.Batch), bare.MedianMs, ours.MedianMs);
    }

    static string[] Row((string Shape, int Batch) cell, ImmutableArray<AppendRun> runs) =>
    [
        cell.Batch == 1 ? "1" : string.Create(CultureInfo.InvariantCulture, $"{cell.Batch}, {cell.Shape}"),
        Stats.Spread([.. runs.Select(r => r.Raw)], "#,0"),
        Stats.Spread([.. runs.Select(r => r.Server)], "#,0"),
        Stats.Spread([.. runs.Select(r => r.Server / r.Raw)], "0 %"),
        Stats.Spread([.. runs.Select(r => r.RawMs)], "0.00"),
        Stats.Spread([.. runs.Select(r => r.ServerMs)], "0.00"),
    ];
}
