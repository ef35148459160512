using Gemeo.Simulator.Wire;

namespace Gemeo.Simulator.Devices;

/// <summary>A car park whose spots all speak on one topic, as the seed's does: <c>1,Occupied</c>. Nothing is retained, so all are told again now and then.</summary>
sealed class CarPark : Device
{
    const int TicksToTellAll = 6;
    readonly Random _random;
    readonly bool[] _taken;
    int _ticks;

    public CarPark(DeviceEntry entry, Random random) : base(entry)
    {
        _random = random;
        _taken = [.. Enumerable.Range(0, Math.Clamp(entry.Spots, 1, 1000)).Select(_ => random.Next(2) == 0)];
    }

    public override TimeSpan? Every => Seconds(5);

    public override IEnumerable<Message> Report(DateTimeOffset now) => Enumerable.Range(0, _taken.Length).Select(Spot);

    public override IEnumerable<Message> Tick(DateTimeOffset now)
    {
        var spot = _random.Next(_taken.Length);
        _taken[spot] = !_taken[spot];
        return ++_ticks % TicksToTellAll == 0 ? Report(now) : [Spot(spot)];
    }

    Message Spot(int spot) => new(Topic, $"{spot + 1},{(_taken[spot] != Lying ? "Occupied" : "Available")}", Retain: false);
}
