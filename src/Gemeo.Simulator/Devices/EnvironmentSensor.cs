using System.Text.Json;
using Gemeo.Simulator.Wire;

namespace Gemeo.Simulator.Devices;

/// <summary>Temperature, humidity and CO₂ that wander about a day's curve: warmest in the afternoon, stuffy while people work.</summary>
sealed class EnvironmentSensor(DeviceEntry entry, Random random) : Device(entry)
{
    double _warmth;
    double _damp;
    double _air;

    public override TimeSpan? Every => Seconds(2);

    public override IEnumerable<Message> Report(DateTimeOffset now)
    {
        Wander();
        var hour = now.TimeOfDay.TotalHours;
        var day = Math.Sin((hour - 9) / 24 * 2 * Math.PI);
        var people = Math.Max(0, Math.Sin((hour - 7) / 12 * Math.PI));
        var temperature = Math.Round(22.5 + (2.5 * day) + _warmth, 1);
        yield return new($"{Topic}/SENSOR", JsonSerializer.Serialize(new
        {
            Time = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null),
            SCD40 = new
            {
                Temperature = Lying ? 45 - temperature : temperature,
                Humidity = Math.Round(Math.Clamp(55 - (8 * day) + _damp, 5, 95), 1),
                CarbonDioxide = (int)Math.Round(450 + (500 * people) + _air),
            },
        }), Retain: false);
    }

    /// <summary>A random walk that is drawn back to the curve.</summary>
    void Wander()
    {
        _warmth = (_warmth * 0.98) + Step(0.12);
        _damp = (_damp * 0.98) + Step(0.5);
        _air = (_air * 0.97) + Step(9);
    }

    double Step(double size) => ((random.NextDouble() * 2) - 1) * size;
}
