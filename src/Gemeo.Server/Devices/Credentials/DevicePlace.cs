using System.Net;
using System.Net.Sockets;
using Gemeo.Access;
using Gemeo.Devices.Broker;
using Gemeo.Hosting;
using Gemeo.Hosting.Tls;
using Microsoft.Extensions.Options;

namespace Gemeo.Devices.Credentials;

/// <summary>Where a device finds the broker.</summary>
/// <param name="Ca">What signs its certificate, PEM, where it is at hand.</param>
public sealed record DeviceDoor(string Host, int Port, bool Tls = false, string? Ca = null);

/// <summary>Finds what a device is told of the broker: the port with TLS where there is one, the address of this machine in its network where there is one to tell.</summary>
public sealed class DevicePlace(IOptions<Settings> options, IBroker broker, OwnAddresses own, IServiceProvider services)
{
    readonly MqttSettings _mqtt = options.Value.Mqtt;

    public DeviceDoor Find()
    {
        if (_mqtt.Broker is { } text && BrokerAddress.Read(text) is { } external) return new(external.Host, external.Port, external.Encrypts, External());
        if (broker is not EmbeddedBroker { TlsPort: { } port }) return new(Host(_mqtt.Address), broker.Port);
        return new(Host(_mqtt.TlsAddress ?? _mqtt.Address), port, true, services.GetRequiredService<Certificates>().Now.Root?.ExportCertificatePem());
    }

    string? External() => _mqtt.BrokerCa is { } file && File.Exists(file) ? File.ReadAllText(file).Trim() : null;

    string Host(string address)
    {
        if (IPAddress.Parse(address) is var given && !given.Equals(IPAddress.Any) && !given.Equals(IPAddress.IPv6Any)) return address;
        own.Open();
        return own.Lan.FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork)?.ToString() ?? Dns.GetHostName();
    }

    public IEnumerable<string> Notes(DeviceDoor door)
    {
        if (IPAddress.TryParse(door.Host, out var address) && IPAddress.IsLoopback(address)) yield return $"The broker listens on this machine only; Gemeo:Mqtt:{(door.Tls && _mqtt.Broker is null ? "TlsAddress" : "Address")} opens it to the network.";
        if (!door.Tls) yield break;
        yield return door.Ca is null ? "The port speaks TLS with a certificate of a public authority." : "The port speaks TLS: the device trusts what stands under gemeo-ca.pem, and finds the broker by a name or address that the certificate bears.";
        yield return "Tasmota speaks TLS in its builds for the ESP32 (tasmota32) only, and with SetOption132 1 compares the key's fingerprint.";
        if (_mqtt.Broker is null) yield return FormattableString.Invariant($"Without TLS the broker listens on {_mqtt.Address} port {broker.Port}.");
    }
}
