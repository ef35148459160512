using Gemeo.Simulator.Wire;

namespace Gemeo.Simulator.Devices;

/// <summary>A door contact: <c>open</c> or <c>closed</c>; it opens now and then and is soon shut again.</summary>
sealed class Door(DeviceEntry entry, Random random) : Device(entry)
{
    bool _open;

    public override TimeSpan? Every => Seconds(4);

    public override IEnumerable<Message> Report(DateTimeOffset now) =>
        [new(Topic, _open != Lying ? "open" : "closed", Retain: true)];

    public override IEnumerable<Message> Tick(DateTimeOffset now)
    {
        _open = _open ? random.Next(3) == 0 : random.Next(8) == 0;
        return Report(now);
    }
}
