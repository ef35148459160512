namespace Gemeo.Simulator.Load;

/// <summary>Many sensors at a given rate.</summary>
/// <param name="Sensors">How many sensors, numbered from 1.</param>
/// <param name="Rate">Readings a second, all sensors together.</param>
/// <param name="Topic">Where sensor <c>{n}</c> publishes.</param>
/// <param name="Qos">0 or 1.</param>
/// <param name="Clients">MQTT connections; a sensor always speaks through the same one, so its readings stay in order.</param>
public sealed record LoadPlan(
    int Sensors = 1000, double Rate = 1000, string Topic = "load/{n}/distance", int Qos = 0, int Clients = 4)
{
    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Fault() =>
        Sensors is < 1 or > 1_000_000 ? "sensors must be between 1 and 1,000,000"
        : Rate is not (> 0 and <= 10_000_000) ? "the rate must be over 0 and at most 10,000,000 readings a second"
        : Qos is < 0 or > 1 ? "qos must be 0 or 1"
        : Clients is < 1 or > 1000 ? "clients must be between 1 and 1000"
        : Topic.Length == 0 || Topic.AsSpan().ContainsAny('+', '#') ? "the topic must be one that can be published to"
        : null;
}

/// <param name="Offered">Readings a second asked for.</param>
/// <param name="Sent">Readings handed to the broker; with QoS 1, acknowledged.</param>
/// <param name="Failed">Readings that could not be sent.</param>
/// <param name="Elapsed">From the first reading to the last (acknowledged) one.</param>
public sealed record LoadResult(double Offered, long Sent, long Failed, TimeSpan Elapsed)
{
    public double Rate => Sent / Math.Max(Elapsed.TotalSeconds, 1e-9);
}
