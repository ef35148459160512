using System.Text.Json;
using Gemeo.Simulator.Wire;

namespace Gemeo.Simulator.Devices;

/// <summary>An energy meter in Tasmota's manner: its total only grows, and its clock names no zone (it runs on UTC).</summary>
sealed class Meter(DeviceEntry entry, Random random) : Device(entry)
{
    double _total = 128.4;
    double _power = 240;
    DateTimeOffset? _counted;

    public override Message Will => new($"{Topic}/LWT", "Offline", Retain: true);

    public override TimeSpan? Every => Seconds(5);

    public override IEnumerable<Message> Report(DateTimeOffset now) =>
        [new($"{Topic}/LWT", "Online", Retain: true), Sensor(now)];

    public override IEnumerable<Message> Tick(DateTimeOffset now) => [Sensor(now)];

    Message Sensor(DateTimeOffset now)
    {
        _total += _power / 1000 * Math.Max(0, (now - (_counted ?? now)).TotalHours);
        _counted = now;
        _power = Math.Clamp(_power + (((random.NextDouble() * 2) - 1) * 25), 40, 900);
        var voltage = 127 + random.Next(-2, 3);
        return new($"{Topic}/SENSOR", JsonSerializer.Serialize(new
        {
            Time = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", null),
            ENERGY = new
            {
                Total = Math.Round(_total, 3),
                Power = Math.Round(Lying ? 0 : _power),
                Voltage = voltage,
                Current = Math.Round(_power / voltage, 3),
            },
        }), Retain: false);
    }
}
