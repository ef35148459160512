using System.Globalization;
using Gemeo.Bench.Report;

namespace Gemeo.Bench.Soak;

/// <param name="Late">Deliveries that had not come two seconds after the minute's end.</param>
/// <param name="Lost">That had not come a minute later either.</param>
/// <param name="P99">Milliseconds from just before the publish until a client has the frame.</param>
/// <param name="Cpu">Cores that the server used.</param>
sealed record SoakMinute(
    int Minute, int Readings, long Late, long Lost, long Doubled, long Disordered, int Closed, double P50, double P99, double Cpu, (int Made, int Failed) Visits, Footprint Held)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"minute {Minute}: {Readings} readings, late {Late}, lost {Lost}, doubled {Doubled}, out of order {Disordered}, closed {Closed}; p50 {P50:0.0} ms, p99 {P99:0.0}; " +
        $"{Cpu:0.00} cores, {Held.Megabytes:0} MB, {Held.Handles} handles, {Held.Threads} threads; {Visits.Made} visits, {Visits.Failed} failed");
}

sealed record SoakResult(double? Capacity, double Rate, int Clients)
{
    // The first minutes fill caches and pools; what grows after them grows for ever.
    const int Settled = 10;
    const int Step = 5;

    public List<SoakMinute> Minutes { get; } = [];

    public Footprint Rest { get; set; }

    public long InTheLog { get; set; }

    public void WriteTo(ResultFile file)
    {
        file.Heading($"{Minutes.Count} minutes under load");
        file.Line(string.Create(CultureInfo.InvariantCulture,
            $"{Rate:#,0} readings/s at QoS 1 over Mosquitto × {Clients} WebSocket clients, into SQLite; ") +
            (Capacity is { } most ? string.Create(CultureInfo.InvariantCulture, $"half of the {most:#,0} with which it keeps up.") : "the rate was given."));
        file.Line("It keeps up with a rate when everything has arrived a tenth of the offering's time after its end. A visitor comes each second: a WebSocket with its snapshot, a property, an hour of history.");
        file.Table(["", ""],
        [
            ["readings offered", Stats.Count(Minutes.Sum(m => (double)m.Readings))],
            ["entries in the log after it", Stats.Count(InTheLog)],
            ["deliveries more than two seconds late", Stats.Count(Minutes.Sum(m => (double)m.Late))],
            ["deliveries lost, doubled, out of order", $"{Minutes.Sum(m => m.Lost)}, {Minutes.Sum(m => m.Doubled)}, {Minutes.Sum(m => m.Disordered)}"],
            ["clients that were closed", Text(Minutes.Max(m => m.Closed))],
            ["visits, failed", $"{Minutes.Sum(m => m.Visits.Made)}, {Minutes.Sum(m => m.Visits.Failed)}"],
            [$"memory's slope after minute {Settled}", Slope(m => m.Held.Megabytes, "MB an hour")],
            [$"handles' slope after minute {Settled}", Slope(m => m.Held.Handles, "an hour")],
            ["30 s after the end", string.Create(CultureInfo.InvariantCulture, $"{Rest.Megabytes:0} MB, {Rest.Handles} handles, {Rest.Threads} threads")],
        ]);
        file.Table(["minute", "resident, MB", "handles", "threads", "cores", "p50, ms", "p99, ms"],
            Minutes.Where(m => m.Minute == 1 || m.Minute % Step == 0).Select(m => new[]
            {
                Text(m.Minute), Stats.Text(m.Held.Megabytes, "0"), Text(m.Held.Handles), Text(m.Held.Threads), Stats.Text(m.Cpu, "0.00"), Stats.Text(m.P50, "0.0"), Stats.Text(m.P99, "0.0"),
            }));
    }

    /// <summary>By least squares.</summary>
    string Slope(Func<SoakMinute, double> of, string unit)
    {
        var settled = Minutes.Where(m => m.Minute > Settled).ToArray();
        if (settled.Length < 2)
            return "too short to say";
        var (x, y) = (settled.Average(m => m.Minute), settled.Average(of));
        var slope = settled.Sum(m => (m.Minute - x) * (of(m) - y)) / settled.Sum(m => (m.Minute - x) * (m.Minute - x));
        return $"{Stats.Text(slope * 60, "0.0")} {unit}";
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
