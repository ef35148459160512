using System.Collections.Immutable;
using Gemeo.Bench.Processes;

namespace Gemeo.Bench.Appends;

/// <summary>Durable appends a second, the server's log against bare SQLite, the next batch only when the one before is on disk.</summary>
sealed class AppendBench(Options options)
{
    static readonly (string Shape, int Batch)[] _cells = [("one thing", 1), ("one thing", 10), ("many things", 10), ("one thing", 1000), ("many things", 1000)];

    const int MinTurns = 10;

    // Until both WALs have their full size and are written over: a sync of a file that still grows takes the file system's journal along.
    const int Growing = 60;

    TimeSpan Span => TimeSpan.FromSeconds(options.Quick ? 0.7 : 1.5);

    public async Task<AppendResult> RunAsync(CancellationToken cancel)
    {
        var runs = _cells.ToDictionary(c => c, _ => ImmutableArray.CreateBuilder<AppendRun>());
        for (var run = 0; run < options.Runs; run++)
        {
            using var folder = new TempFolder();
            using var raw = new RawLog(Path.Combine(folder.Path, "raw"));
            await using var server = new ServerLog(Path.Combine(folder.Path, "server"));
            for (var n = 0; n < Growing; n++)
            {
                raw.ManyThings(RawLog.Things);
                await server.ManyThingsAsync(RawLog.Things);
            }
            foreach (var cell in _cells)
            {
                cancel.ThrowIfCancellationRequested();
                var measured = await OnceAsync(raw, server, cell, serverFirst: run % 2 == 1);
                runs[cell].Add(measured);
                Console.WriteLine($"run {run + 1}: {cell.Shape}, batch {cell.Batch}: {measured}");
            }
        }
        return new AppendResult([.. _cells.Select(c => (c.Shape, c.Batch, runs[c].ToImmutable()))]);
    }

    async Task<AppendRun> OnceAsync(RawLog raw, ServerLog server, (string Shape, int Batch) cell, bool serverFirst)
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
        // A disk's sync may take 0.2 ms now and 2 ms in the next second: short turns let both sides meet the same disk.
        while (bare.Time + ours.Time < 2 * Span || bare.Batches < MinTurns * Side.Turn)
            foreach (var side in turns)
                await side.TurnAsync();
        return new AppendRun(bare.Rate(cell.Batch), ours.Rate(cell.Batch), bare.MedianMs, ours.MedianMs);
    }
}

/// <summary>Entries a second, and the median milliseconds of a batch.</summary>
sealed record AppendRun(double Raw, double Server, double RawMs, double ServerMs)
{
    public override string ToString() => $"raw {Raw:0}/s ({RawMs:0.00} ms), server {Server:0}/s ({ServerMs:0.00} ms)";
}
