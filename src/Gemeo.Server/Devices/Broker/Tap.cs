using MQTTnet;
using MQTTnet.Adapter;
using MQTTnet.Channel;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Formatter;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Gemeo.Devices.Broker;

/// <summary>A message, and the connection on which it is acknowledged.</summary>
sealed record Delivered(MqttPublishPacket Packet, SharedChannel Connection)
{
    /// <summary>The broker keeps it until it is acknowledged.</summary>
    public bool IsKept => Packet.QualityOfServiceLevel != MqttQualityOfServiceLevel.AtMostOnce;
}

/// <summary>Takes messages where MQTTnet's client reads them. Its own way would hand them on by a queue that has no end, which a flood fills,
/// and by another thread, which costs a command time and a flood throughput. While one is taken no more are read: what is not read waits at the broker,
/// which knows its limits.</summary>
sealed class Tap(Func<MqttClientOptions, IMqttChannel> open, Func<Delivered, Task> take) : IMqttClientAdapterFactory
{
    // As long as MQTT lets a packet be: which ones it hands on is the broker's to say.
    const int LongestPacket = 268_435_455;

    public IMqttChannelAdapter CreateClientAdapter(MqttClientOptions options, MqttPacketInspector packetInspector, IMqttNetLogger logger)
    {
        var channel = new SharedChannel(new FramedChannel(open(options), LongestPacket));
        var formatter = new MqttPacketFormatterAdapter(options.ProtocolVersion, new MqttBufferWriter(options.WriterBufferSize, options.WriterBufferSizeMax));
        return new Connection(new MqttChannelAdapter(channel, formatter, logger) { AllowPacketFragmentation = options.AllowPacketFragmentation, PacketInspector = packetInspector }, channel, take);
    }

    sealed class Connection(MqttChannelAdapter inner, SharedChannel channel, Func<Delivered, Task> take) : PassingChannel(inner)
    {
        public override async Task<MqttPacket> ReceivePacketAsync(CancellationToken cancellationToken)
        {
            while (true)
            {
                var packet = await Receive(cancellationToken).ConfigureAwait(false);
                if (packet is not MqttPublishPacket publish) return packet;
                await take(new(publish, channel)).ConfigureAwait(false);
            }
        }
    }
}
