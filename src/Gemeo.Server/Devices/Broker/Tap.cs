using MQTTnet;
using MQTTnet.Adapter;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Gemeo.Devices.Broker;

/// <summary>A message, and the connection on which it is acknowledged.</summary>
sealed class Delivered(MqttPublishPacket packet, IMqttChannelAdapter connection)
{
    public MqttPublishPacket Packet => packet;

    /// <summary>The broker keeps it until it is acknowledged.</summary>
    public bool IsKept => packet.QualityOfServiceLevel != MqttQualityOfServiceLevel.AtMostOnce;

    public Task AcknowledgeAsync(CancellationToken cancel) => connection.SendPacketAsync(new MqttPubAckPacket { PacketIdentifier = packet.PacketIdentifier }, cancel);
}

/// <summary>Takes messages where MQTTnet's client reads them. Its own way would hand them on by a queue that has no end, which a flood fills,
/// and by another thread, which costs a command time and a flood throughput. While one is taken no more are read: what is not read waits at the broker,
/// which knows its limits.</summary>
sealed class Tap(IMqttClientAdapterFactory inner, Func<Delivered, Task> take) : IMqttClientAdapterFactory
{
    public IMqttChannelAdapter CreateClientAdapter(MqttClientOptions options, MqttPacketInspector packetInspector, IMqttNetLogger logger) =>
        new Connection(inner.CreateClientAdapter(options, packetInspector, logger), take);

    sealed class Connection(IMqttChannelAdapter inner, Func<Delivered, Task> take) : PassingChannel(inner)
    {
        public override async Task<MqttPacket> ReceivePacketAsync(CancellationToken cancellationToken)
        {
            while (true)
            {
                var packet = await Receive(cancellationToken).ConfigureAwait(false);
                if (packet is not MqttPublishPacket publish) return packet;
                await take(new(publish, this)).ConfigureAwait(false);
            }
        }
    }
}
