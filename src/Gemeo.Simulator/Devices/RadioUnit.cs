using System.Text.Json;
using Gemeo.Simulator.Wire;

namespace Gemeo.Simulator.Devices;

/// <summary>A 5G radio unit. It boots switched on; a restart takes it off the air for a few seconds.</summary>
sealed class RadioUnit(DeviceEntry entry, Random random) : Device(entry)
{
    static readonly TimeSpan _restart = TimeSpan.FromSeconds(3);
    bool _on = true;
    int _phones = 4;
    DateTimeOffset _backAt = DateTimeOffset.MinValue;

    public override IReadOnlyList<string> Commands => [$"{Topic}/cmd"];

    public override TimeSpan? Every => Seconds(1);

    public override void PowerOn() => _on = true;

    public override IEnumerable<Message> Report(DateTimeOffset now)
    {
        var onAir = _on && now >= _backAt;
        if (random.Next(5) == 0)
            _phones = Math.Clamp(_phones + random.Next(-1, 2), 0, 12);
        var phones = onAir ? _phones : 0;
        yield return new($"{Topic}/telemetry", JsonSerializer.Serialize(new
        {
            throughput_mbps = Math.Round(phones * (38 + (14 * random.NextDouble())), 1),
            rsrp_dbm = onAir ? -78 - random.Next(12) : -140,
            ues = phones,
            on = onAir != Lying,
        }), Retain: false);
    }

    public override IEnumerable<Message> Obey(string topic, string payload, DateTimeOffset now)
    {
        if (Parse(payload) is not { } order || !TryMember<string>(order, "cmd", out var command))
            return [];
        if (command == "restart")
            _backAt = now + _restart;
        else if (command == "power" && TryMember<bool>(order, "on", out var on))
            _on = on;
        else
            return [];
        return Report(now);
    }
}
