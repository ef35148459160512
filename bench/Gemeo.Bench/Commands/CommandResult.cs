using System.Collections.Immutable;
using Gemeo.Bench.Report;

namespace Gemeo.Bench.Commands;

/// <summary>Milliseconds.</summary>
sealed record CommandRun(double Bare50, double Bare99, double Command50, double Command99, double Commit50, double Commit99, double Wire50, double Wire99)
{
    /// <summary>A command commits twice: that it was sent, before the wire; that it was confirmed, before the answer.</summary>
    public double Bound => (2 * Bare50) + (2 * Commit50);

    public override string ToString() =>
        $"bare {Bare50:0.000} ms (p99 {Bare99:0.0}), on the wire {Wire50:0.000} (p99 {Wire99:0.0}), commit {Commit50:0.000} (p99 {Commit99:0.0}), command {Command50:0.000} (p99 {Command99:0.0})";
}

sealed record CommandResult(ImmutableArray<CommandRun> Runs, int Trips)
{
    public void WriteTo(ResultFile file)
    {
        file.Heading($"Command round trip ({Runs.Length} runs of {Trips})");
        file.Line($"Milliseconds: median of the runs (min–max). All in turns of {CommandBench.Turn}, on the same broker and disk. Bare: MQTT publish to the lamp " +
            "until its report is back, QoS 1, with the client library that the server uses; on the wire: the same packets by hand on one blocking thread. Command: `POST /things/lamp/actions/ligar` until the 200 that the lamp's report confirms. " +
            "Commit: one transaction of what a command writes in one (state, two entries, the command), SQLite, WAL, synchronous=FULL.");
        file.Table(["", "p50", "p99"],
        [
            ["bare MQTT round trip", Of(r => r.Bare50), Of(r => r.Bare99)],
            ["the same on the wire, no library", Of(r => r.Wire50), Of(r => r.Wire99)],
            ["one durable commit", Of(r => r.Commit50), Of(r => r.Commit99)],
            ["command", Of(r => r.Command50), Of(r => r.Command99)],
            ["2 × bare + 2 commits", Of(r => r.Bound), ""],
            ["command ÷ (2 × bare + 2 commits)", Of(r => r.Command50 / r.Bound), ""],
            ["command ÷ (2 × on the wire + 2 commits)", Of(r => r.Command50 / ((2 * r.Wire50) + (2 * r.Commit50))), ""],
        ]);
    }

    string Of(Func<CommandRun, double> part) => Stats.Spread([.. Runs.Select(part)], "0.000");
}
