using System.Collections.Immutable;
using Gemeo.Bench.Report;

namespace Gemeo.Bench.Presence;

/// <summary>Milliseconds; <paramref name="Cpu"/> is the server's share of one core while people walk and nobody gives orders.</summary>
sealed record PresenceRun(Walk Walk, double Without50, double Without99, double With50, double With99, double Cpu)
{
    public override string ToString() =>
        $"steps p50 {Walk.P50:0} ms, p99 {Walk.P99:0} (worst person {Walk.Worst:0}, max {Walk.Max:0}, {Walk.Count} arrivals, {Walk.Carried:0.0%} within a newer one); " +
        $"command {Without50:0.000} ms (p99 {Without99:0.0}) without, {With50:0.000} (p99 {With99:0.0}) with: {With99 / Without99:0.00}; server {Cpu:0%} of a core";
}

sealed record PresenceResult(ImmutableArray<PresenceRun> Runs, int Turns, int Trips)
{
    public void WriteTo(ResultFile file)
    {
        file.Heading($"{Crowd.People} people in {Crowd.Rooms} rooms at {Crowd.Hertz} Hz ({Runs.Length} runs)");
        file.Line("Milliseconds: median of the runs (min–max). Steps: from just before a move is sent until each other person in the room has it or a newer one, all in one process apart, " +
            "which looks every 2 ms; the rooms tell 15 times a second, so half a tick is waiting. " +
            $"Command: `POST …/actions/ligar` until the 200 that the lamp's report confirms, one after another without a pause; {Turns} turns of {Trips} with the people there and as many without, alternating.");
        file.Table(["", "p50", "p99", "most"],
        [
            ["a step until another has it", Of(r => r.Walk.P50, "0.0"), Of(r => r.Walk.P99, "0.0"), Of(r => r.Walk.Max, "0.0")],
            ["the same, the person who waited longest", "", Of(r => r.Walk.Worst, "0.0"), ""],
            ["command without people", Of(r => r.Without50, "0.000"), Of(r => r.Without99, "0.000"), ""],
            ["command with people", Of(r => r.With50, "0.000"), Of(r => r.With99, "0.000"), ""],
            ["with ÷ without, within a run", Of(r => r.With50 / r.Without50, "0.00"), Of(r => r.With99 / r.Without99, "0.00"), ""],
        ]);
        file.Line($"Arrivals measured: {Stats.Count(Runs.Sum(r => (double)r.Walk.Count))}, of them within a newer step {Of(r => r.Walk.Carried, "0.0 %")}. " +
            $"The server's processor time while people walk and nobody gives orders: {Of(r => r.Cpu, "0 %")} of one core.");
    }

    string Of(Func<PresenceRun, double> part, string format) => Stats.Spread([.. Runs.Select(part)], format);
}
