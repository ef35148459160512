using System.Net;
using System.Security.Cryptography.X509Certificates;
using MQTTnet.Adapter;
using MQTTnet.Formatter;
using MQTTnet.Packets;

namespace Gemeo.Devices.Broker;

/// <summary>A connection of MQTTnet with something of ours where packets come in, or go out.</summary>
abstract class PassingChannel(IMqttChannelAdapter inner) : IMqttChannelAdapter
{
    protected Task<MqttPacket> Receive(CancellationToken cancellationToken) => inner.ReceivePacketAsync(cancellationToken);

    public abstract Task<MqttPacket> ReceivePacketAsync(CancellationToken cancellationToken);
    public virtual Task SendPacketAsync(MqttPacket packet, CancellationToken cancellationToken) => inner.SendPacketAsync(packet, cancellationToken);
    public Task ConnectAsync(CancellationToken cancellationToken) => inner.ConnectAsync(cancellationToken);
    public Task DisconnectAsync(CancellationToken cancellationToken) => inner.DisconnectAsync(cancellationToken);
    public void ResetStatistics() => inner.ResetStatistics();
    public long BytesReceived => inner.BytesReceived;
    public long BytesSent => inner.BytesSent;
    public X509Certificate2 ClientCertificate => inner.ClientCertificate;
    public EndPoint RemoteEndPoint => inner.RemoteEndPoint;
    public EndPoint LocalEndPoint => inner.LocalEndPoint;
    public bool IsSecureConnection => inner.IsSecureConnection;
    public MqttPacketFormatterAdapter PacketFormatterAdapter => inner.PacketFormatterAdapter;
    public void Dispose() => inner.Dispose();
}
