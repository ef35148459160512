using System.Collections.Immutable;
using System.Globalization;

namespace Gemeo.Bench;

/// <summary>What the command line asks for.</summary>
sealed record Options(string What, int Runs, bool Quick, int Qos, int Rate, TimeSpan Budget, ImmutableArray<int> Clients, ImmutableHashSet<string> Only)
{
    public const string Usage = """
        bench fanout|latency|command|presence|append|retrieval|answers|reading|ingest|idle|history|postgres|recovery|all|soak [--runs 5] [--quick] [--qos 0] [--minutes 16] [--clients 1,10,50] [--only seed,raw,plain,gemeo]
        bench soak --minutes 60 [--rate readings/s, otherwise half of what it keeps up with]
        bench micro [BenchmarkDotNet's own options]
        """;

    public TimeSpan Offering => TimeSpan.FromSeconds(Quick ? 3 : 5);

    public TimeSpan Warm => TimeSpan.FromSeconds(Quick ? 1 : 2);

    /// <summary>How close the bracket of a lossless rate gets.</summary>
    public double Resolution => Quick ? 1.25 : 1.08;

    public static Options Parse(string[] args)
    {
        var quick = args.Contains("--quick");
        return new Options(
            args.FirstOrDefault(a => !a.StartsWith('-')) ?? "",
            Number(args, "--runs", quick ? 1 : 5),
            quick,
            Number(args, "--qos", 0),
            Number(args, "--rate", 0),
            TimeSpan.FromMinutes(Number(args, "--minutes", quick ? 3 : 16)),
            [.. Value(args, "--clients", "1,10,50").Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))],
            [.. Value(args, "--only", "seed,raw,gemeo").Split(',')]);
    }

    static int Number(string[] args, string name, int otherwise) =>
        int.Parse(Value(args, name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    static string Value(string[] args, string name, string otherwise)
    {
        var at = Array.IndexOf(args, name);
        return at < 0 ? otherwise : at + 1 < args.Length ? args[at + 1] : throw new ArgumentException($"{name} needs a value");
    }
}
