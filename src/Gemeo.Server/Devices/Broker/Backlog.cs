using MQTTnet;
using MQTTnet.Adapter;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Packets;

namespace Gemeo.Devices.Broker;

/// <summary>Bounds what MQTTnet's client has read but nobody has taken yet: its own queue has no end, and a flood at QoS 0 would fill the memory.
/// What is not read waits at the broker, which knows its limits.</summary>
sealed class Backlog(IMqttClientAdapterFactory inner, int limit) : IMqttClientAdapterFactory
{
    volatile Channel? _now;

    public IMqttChannelAdapter CreateClientAdapter(MqttClientOptions options, MqttPacketInspector packetInspector, IMqttNetLogger logger) =>
        _now = new Channel(inner.CreateClientAdapter(options, packetInspector, logger), limit);

    /// <summary>A message was taken.</summary>
    public void Take() => _now?.Take();

    internal sealed class Channel(IMqttChannelAdapter inner, int limit) : PassingChannel(inner)
    {
        readonly SemaphoreSlim _room = new(limit);

        public override async Task<MqttPacket> ReceivePacketAsync(CancellationToken cancellationToken)
        {
            var packet = await Receive(cancellationToken);
            if (packet is MqttPublishPacket && !_room.Wait(0, CancellationToken.None)) await _room.WaitAsync(cancellationToken);
            return packet;
        }

        public void Take() => _room.Release();
    }
}
