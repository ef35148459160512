using System.Text.Json;
using Gemeo.Simulator.Wire;

namespace Gemeo.Simulator.Devices;

/// <summary>A motion sensor: people come and go.</summary>
sealed class Presence(DeviceEntry entry, Random random) : Device(entry)
{
    bool _occupied = random.Next(2) == 0;

    public override TimeSpan? Every => Seconds(5);

    public override IEnumerable<Message> Report(DateTimeOffset now) =>
        [new(Topic, JsonSerializer.Serialize(new { occupancy = _occupied != Lying }), Retain: true)];

    /// <summary>Speaks on every tick as such sensors do to show that they live, though little happens on most.</summary>
    public override IEnumerable<Message> Tick(DateTimeOffset now)
    {
        if (random.Next(6) == 0)
            _occupied = !_occupied;
        return Report(now);
    }
}
