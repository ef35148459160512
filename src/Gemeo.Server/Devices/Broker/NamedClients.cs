using MQTTnet.Adapter;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Packets;
using MQTTnet.Server;

namespace Gemeo.Devices.Broker;

/// <summary>Names clients that come without an id, as MQTT 3.1.1 allows with a clean session (<c>mosquitto_pub</c> does);
/// MQTTnet would turn them away.</summary>
sealed class NamedClients(IMqttServerAdapter inner) : IMqttServerAdapter
{
    public Func<IMqttChannelAdapter, Task> ClientHandler
    {
        get => inner.ClientHandler;
        set => inner.ClientHandler = channel => value(new Channel(channel));
    }

    public Task StartAsync(MqttServerOptions options, IMqttNetLogger logger) => inner.StartAsync(options, logger);

    public Task StopAsync() => inner.StopAsync();

    public void Dispose() => inner.Dispose();

    sealed class Channel(IMqttChannelAdapter inner) : PassingChannel(inner)
    {
        public override async Task<MqttPacket> ReceivePacketAsync(CancellationToken cancellationToken)
        {
            var packet = await Receive(cancellationToken);
            if (packet is MqttConnectPacket { ClientId: null or "", CleanSession: true } connect) connect.ClientId = "auto-" + Guid.NewGuid().ToString("n");
            return packet;
        }
    }
}
