using System.Globalization;

namespace Gemeo.Fuzz;

/// <summary>What the command line asks for.</summary>
sealed record Options(string What, double Minutes, ulong Seed, string? Play, string Out)
{
    public const string Usage = """
        fuzz http|ws|mqtt|pdf|all [--minutes 10] [--seed 1] [--out folder]   attacks a server of its own on this machine, and tells
        fuzz --play file [--out folder]                                      plays a finding again
        """;

    public static Options? Parse(string[] args)
    {
        var play = Value(args, "--play");
        var what = args.FirstOrDefault() is { } first && first[0] != '-' ? first : play is null ? "" : "play";
        return what is not ("http" or "ws" or "mqtt" or "pdf" or "all" or "play") ? null
            : new(what, double.Parse(Value(args, "--minutes") ?? "10", CultureInfo.InvariantCulture), ulong.Parse(Value(args, "--seed") ?? "1", CultureInfo.InvariantCulture), play, Value(args, "--out") ?? "fuzz-findings");
    }

    static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
