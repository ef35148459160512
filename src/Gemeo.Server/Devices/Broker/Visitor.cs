using System.Collections.Frozen;
using Gemeo.Devices.Credentials;
using Gemeo.Things;

namespace Gemeo.Devices.Broker;

/// <summary>Who somebody at the broker is. A user of the settings, a client of this machine without one, and the simulator may say and hear everything;
/// a device that has a credential only what its things do.</summary>
sealed class Visitor(string name, bool unhurried, KnownDevice? device = null)
{
    /// <summary>The same for every connection of the same user.</summary>
    public string Name => name;

    public KnownDevice? Device => device;

    /// <summary>Not held to a pace: it is of this machine, and the lab's owner runs it.</summary>
    public bool IsUnhurried => unhurried;

    /// <summary>The things of whose readings it may tell; null for all.</summary>
    public FrozenSet<string>? Things => device?.Things;

    public bool MaySay(string topic, ThingRegistry registry) => device is null || (device.IsRevoked ? device.Rights(registry).MayTellPresence(topic) : device.Rights(registry).MaySay(topic));

    public bool MayHear(string topic, ThingRegistry registry) => device is null || (!device.IsRevoked && device.Rights(registry).MayHear(topic));

    public bool MaySubscribe(string filter, ThingRegistry registry) => device is null || (!device.IsRevoked && device.Rights(registry).MaySubscribe(filter));
}
