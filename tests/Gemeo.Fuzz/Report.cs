using System.Globalization;
using Gemeo.Fuzz.Attacks;
using Gemeo.Fuzz.Victim;

namespace Gemeo.Fuzz;

/// <summary>What was done and seen, as Markdown.</summary>
static class Report
{
    public static void Write(TextWriter to, string door, ulong seed, TimeSpan lasted, Tally tally, Watchman watchman, (Figures Before, Figures End, Figures After) taken, Signs signs, Findings findings)
    {
        void Line(FormattableString text) => to.WriteLine(text.ToString(CultureInfo.InvariantCulture));
        Line($"## {door}");
        Line($"");
        Line($"Seed {seed}, {lasted.TotalMinutes:0.0} minutes: {tally.Cases:#,0} cases, {tally.Bytes / 1e6:#,0.0} MB sent, {tally.Cases / lasted.TotalSeconds:0} a second.");
        Line($"");
        Line($"| what came of it | cases |");
        Line($"| --- | --- |");
        foreach (var (name, count) in tally.Classes) Line($"| {name} | {count:#,0} |");
        Line($"");
        Line($"| | memory, MB | reading process, MB | threads | handles |");
        Line($"| --- | --- | --- | --- | --- |");
        Row($"before", taken.Before);
        foreach (var (minute, figures) in watchman.Minutes.Skip(1)) Row($"minute {minute:0}", figures);
        Row($"at the end", taken.End);
        Row($"30 s after", taken.After);
        Line($"");
        Line($"Peak {watchman.Peak:0} MB, reading process {watchman.PeakReading:0} MB. Meanwhile an honest device's reading, asked for over HTTP: {Delays(watchman.Delays)}.");
        Line($"Afterwards: lamp off and on {signs.Lamp}; a reading after {signs.Reading?.TotalMilliseconds:0} ms; health {signs.Health}");
        Line($"");
        Line($"Findings: {(findings.Kinds.Count == 0 ? "none." : "")}");
        foreach (var (kind, count) in findings.Kinds) Line($"- {count} × {kind}");
        if (findings.Lesser.Count > 0) Line($"Lesser:");
        foreach (var (kind, count) in findings.Lesser.OrderByDescending(l => l.Value)) Line($"- {count} × {kind}");
        Line($"");

        void Row(FormattableString name, Figures f) => Line($"| {name.ToString(CultureInfo.InvariantCulture)} | {f.Megabytes:0} | {f.Reading:0} | {f.Threads} | {f.Handles} |");
    }

    static string Delays(IReadOnlyList<double> sorted) => sorted.Count == 0 ? "not asked"
        : string.Create(CultureInfo.InvariantCulture, $"median {sorted[sorted.Count / 2]:0} ms, p99 {sorted[(int)((sorted.Count - 1) * 0.99)]:0} ms, longest {sorted[^1]:0} ms of {sorted.Count}");
}
