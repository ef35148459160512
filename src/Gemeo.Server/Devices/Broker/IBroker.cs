using Gemeo.Devices.Credentials;
using Gemeo.Things;

namespace Gemeo.Devices.Broker;

/// <param name="Mode"><c>embedded</c> or <c>external</c>.</param>
/// <param name="Address">Where devices (or we) connect.</param>
/// <param name="Fault">Why it is not connected, in one sentence.</param>
/// <param name="Clients">Devices connected; null when the broker is external.</param>
/// <param name="Files">Its password and ACL files, where they are written by this server.</param>
public sealed record BrokerStatus(string Mode, string Address, bool Connected, string? Fault = null, int? Clients = null, BrokerFileStatus? Files = null);

/// <summary>Where the devices are met.</summary>
public interface IBroker : IDeviceLink
{
    BrokerStatus Status { get; }

    /// <summary>The port of the embedded broker, or of the external one.</summary>
    int Port { get; }

    Task StartAsync(CancellationToken cancel);

    Task StopAsync(CancellationToken cancel);
}
