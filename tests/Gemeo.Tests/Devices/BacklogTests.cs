using System.Net;
using System.Security.Cryptography.X509Certificates;
using Gemeo.Devices.Broker;
using MQTTnet;
using MQTTnet.Adapter;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Formatter;
using MQTTnet.Packets;

namespace Gemeo.Tests.Devices;

public sealed class BacklogTests
{
    [Fact]
    public async Task What_nobody_has_taken_is_bounded_and_reading_goes_on_when_somebody_takes()
    {
        var backlog = new Backlog(new Endless(), 100);
        var connection = backlog.CreateClientAdapter(new MqttClientOptions(), null!, new MqttNetNullLogger());
        for (var i = 0; i < 100; i++) await connection.ReceivePacketAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
        var next = connection.ReceivePacketAsync(CancellationToken.None);
        Assert.False(next.IsCompleted);
        backlog.Take();
        Assert.IsType<MqttPublishPacket>(await next.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.False(connection.ReceivePacketAsync(CancellationToken.None).IsCompleted);
    }

    /// <summary>A connection on which messages never end.</summary>
    sealed class Endless : IMqttClientAdapterFactory, IMqttChannelAdapter
    {
        public IMqttChannelAdapter CreateClientAdapter(MqttClientOptions options, MqttPacketInspector packetInspector, IMqttNetLogger logger) => this;
        public Task<MqttPacket> ReceivePacketAsync(CancellationToken cancellationToken) => Task.FromResult<MqttPacket>(new MqttPublishPacket());
        public Task SendPacketAsync(MqttPacket packet, CancellationToken cancellationToken) => Task.CompletedTask;
        public Task ConnectAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task DisconnectAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public void ResetStatistics() { }
        public long BytesReceived => 0;
        public long BytesSent => 0;
        public X509Certificate2 ClientCertificate => null!;
        public EndPoint RemoteEndPoint => null!;
        public EndPoint LocalEndPoint => null!;
        public bool IsSecureConnection => false;
        public MqttPacketFormatterAdapter PacketFormatterAdapter => null!;
        public void Dispose() { }
    }
}
