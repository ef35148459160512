using System.Collections.Concurrent;
using MQTTnet;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Gemeo.Tests.Devices;

/// <summary>A broker that refuses subscriptions and breaks connections when the test wants it, and notes what the server's client gets and acknowledges.</summary>
sealed class MoodyBroker : IAsyncDisposable
{
    readonly MqttServer _server;

    MoodyBroker()
    {
        Port = Mosquitto.FreePort();
        _server = new MqttServerFactory().CreateMqttServer(new MqttServerOptionsBuilder().WithDefaultEndpoint().WithDefaultEndpointPort(Port)
            .WithDefaultEndpointBoundIPAddress(System.Net.IPAddress.Loopback).WithDefaultEndpointBoundIPV6Address(System.Net.IPAddress.None).WithPersistentSessions().Build());
        _server.InterceptingSubscriptionAsync += asked =>
        {
            Asked++;
            if (Refuses) (asked.ProcessSubscription, asked.Response.ReasonCode) = (false, MqttSubscribeReasonCode.NotAuthorized);
            return Task.CompletedTask;
        };
        _server.InterceptingPublishAsync += published =>
        {
            if (published.ClientId != "gemeo") return Task.CompletedTask;
            Orders.Enqueue((published.ApplicationMessage.Topic, published.ApplicationMessage.ConvertPayloadToString()));
            published.CloseConnection = Drops && Orders.Count == 1;
            return Task.CompletedTask;
        };
        _server.ClientConnectedAsync += _ => { Connections++; return Task.CompletedTask; };
        _server.InterceptingOutboundPacketAsync += packet => { if (packet.ClientId == "gemeo" && packet.Packet is MqttPublishPacket p) Given.Enqueue((Connections, p.PacketIdentifier)); return Task.CompletedTask; };
        _server.InterceptingInboundPacketAsync += packet => { if (packet.ClientId == "gemeo" && packet.Packet is MqttPubAckPacket p) Taken.Enqueue((Connections, p.PacketIdentifier)); return Task.CompletedTask; };
    }

    public int Port { get; }
    public volatile bool Refuses;
    /// <summary>The connection of whoever gives the first order breaks before it is acknowledged.</summary>
    public volatile bool Drops;
    public volatile int Asked;
    public volatile int Connections;
    public ConcurrentQueue<(string Topic, string Text)> Orders { get; } = new();
    /// <summary>Which packets went to the server, and which it acknowledged, each with the number of the connection.</summary>
    public ConcurrentQueue<(int Connection, ushort Packet)> Given { get; } = new();
    public ConcurrentQueue<(int Connection, ushort Packet)> Taken { get; } = new();

    public static async Task<MoodyBroker> Start(bool refuses = false, bool drops = false)
    {
        var broker = new MoodyBroker { Refuses = refuses, Drops = drops };
        await broker._server.StartAsync();
        return broker;
    }

    /// <summary>Says something to whoever has subscribed, QoS 1.</summary>
    public Task Say(string topic, string text) => _server.InjectApplicationMessage(new InjectedMqttApplicationMessage(
        new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload(text).WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).Build())
    { SenderClientId = "device" });

    public Task BreakConnection() => _server.DisconnectClientAsync("gemeo", new MqttServerClientDisconnectOptions { ReasonCode = MqttDisconnectReasonCode.NormalDisconnection });

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        _server.Dispose();
    }
}
