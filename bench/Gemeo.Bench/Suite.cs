using System.Collections.Immutable;
using Gemeo.Bench.Answers;
using Gemeo.Bench.Appends;
using Gemeo.Bench.Clients;
using Gemeo.Bench.Commands;
using Gemeo.Bench.Documents;
using Gemeo.Bench.Fanout;
using Gemeo.Bench.History;
using Gemeo.Bench.Idle;
using Gemeo.Bench.Latency;
using Gemeo.Bench.Postgres;
using Gemeo.Bench.Presence;
using Gemeo.Bench.Recovery;
using Gemeo.Bench.Report;
using Gemeo.Bench.Retrieval;
using Gemeo.Bench.Soak;
using Gemeo.Bench.Systems;

namespace Gemeo.Bench;

/// <summary>Runs the parts that were asked for, one after another, into one result file.</summary>
static class Suite
{
    delegate Task Part(Options options, ResultFile file, CancellationToken cancel);

    static readonly (string Name, Part Run)[] _parts =
    [
        ("fanout", FanoutAsync),
        ("latency", LatencyAsync),
        ("command", async (options, file, cancel) => (await new CommandBench(options).RunAsync(cancel)).WriteTo(file)),
        ("presence", async (options, file, cancel) => (await new PresenceBench(options).RunAsync(cancel)).WriteTo(file)),
        ("append", async (options, file, cancel) => (await new AppendBench(options).RunAsync(cancel)).WriteTo(file)),
        ("retrieval", (options, file, cancel) => Task.Run(() => new RetrievalBench(options).Run(file, cancel), cancel)),
        ("answers", (_, file, cancel) => Task.Run(() => AnswersBench.Run(file, cancel), cancel)),
        ("client", (_, file, cancel) => Task.Run(() => ClientBench.Run(file), cancel)),
        ("idle", (options, file, cancel) => new IdleBench(options).RunAsync(file, cancel)),
        ("history", (options, file, cancel) => new HistoryBench(options).RunAsync(file, cancel)),
        ("postgres", (options, file, cancel) => new PostgresBench(options).RunAsync(file, cancel)),
        ("recovery", (options, file, cancel) => new RecoveryBench(options).RunAsync(file, cancel)),
        ("ingest", (options, file, cancel) => new IngestBench(options).RunAsync(file, cancel)),
        ("reading", (options, file, cancel) => new ReadingBench(options).RunAsync(file, cancel)),
    ];

    // Not a part of all: it takes an hour.
    static readonly (string Name, Part Run) _soak = ("soak", (options, file, cancel) => new SoakBench(options).RunAsync(file, cancel));

    public static async Task<int> RunAsync(Options options, string command, CancellationToken cancel)
    {
        var asked = _parts.Where(p => options.What == "all" || options.What == p.Name).Concat(options.What == _soak.Name ? [_soak] : []).ToArray();
        if (asked.Length == 0 || command.Contains("--help", StringComparison.Ordinal))
        {
            Console.Error.WriteLine(Options.Usage);
            return 2;
        }
        var file = new ResultFile(options.What + (options.Quick ? "-quick" : ""), command, TimeProvider.System.GetUtcNow());
        foreach (var part in asked)
        {
            Console.WriteLine($"== {part.Name}");
            await part.Run(options, file, cancel);
            file.Save();
        }
        return 0;
    }

    static async Task FanoutAsync(Options options, ResultFile file, CancellationToken cancel) =>
        (await new FanoutBench(options, Asked(options)).RunAsync(cancel)).WriteTo(file);

    static async Task LatencyAsync(Options options, ResultFile file, CancellationToken cancel) =>
        (await new LatencyBench(options, Asked(options)).RunAsync(cancel)).WriteTo(file);

    static ImmutableArray<Contestant> Asked(Options options) =>
        [.. Contestant.All.Where(c => options.Only.Contains(c.Name))];
}
