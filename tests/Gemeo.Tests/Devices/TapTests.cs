using System.Net;
using System.Security.Cryptography.X509Certificates;
using Gemeo.Devices.Broker;
using MQTTnet;
using MQTTnet.Adapter;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Formatter;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Gemeo.Tests.Devices;

public sealed class TapTests
{
    [Fact]
    public async Task While_one_message_is_taken_no_more_are_read_and_other_packets_pass()
    {
        var (taken, room) = (new List<Delivered>(), new TaskCompletionSource());
        var tap = new Tap(new Endless(), message =>
        {
            taken.Add(message);
            return taken.Count == 100 ? room.Task : Task.CompletedTask;
        });
        var connection = tap.CreateClientAdapter(new MqttClientOptions(), null!, new MqttNetNullLogger());
        var other = connection.ReceivePacketAsync(CancellationToken.None);
        Assert.Equal((100, false), (taken.Count, other.IsCompleted));
        room.SetResult();
        Assert.IsType<MqttPingRespPacket>(await other.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(150, taken.Count);
    }

    [Fact]
    public async Task A_message_is_acknowledged_on_its_own_connection_and_by_its_own_number()
    {
        var endless = new Endless();
        var taken = new List<Delivered>();
        var tap = new Tap(endless, message =>
        {
            taken.Add(message);
            return Task.CompletedTask;
        });
        await tap.CreateClientAdapter(new MqttClientOptions(), null!, new MqttNetNullLogger()).ReceivePacketAsync(CancellationToken.None);
        await taken[7].AcknowledgeAsync(CancellationToken.None);
        Assert.Equal(8, Assert.IsType<MqttPubAckPacket>(Assert.Single(endless.Sent)).PacketIdentifier);
        Assert.True(taken[7].IsKept);
    }

    /// <summary>A connection on which messages never end; now and then comes something else.</summary>
    sealed class Endless : IMqttClientAdapterFactory, IMqttChannelAdapter
    {
        ushort _read;

        public List<MqttPacket> Sent { get; } = [];
        public IMqttChannelAdapter CreateClientAdapter(MqttClientOptions options, MqttPacketInspector packetInspector, IMqttNetLogger logger) => this;
        public Task<MqttPacket> ReceivePacketAsync(CancellationToken cancellationToken) => Task.FromResult<MqttPacket>(
            ++_read > 150 ? new MqttPingRespPacket() : new MqttPublishPacket { PacketIdentifier = _read, QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce });

        public Task SendPacketAsync(MqttPacket packet, CancellationToken cancellationToken)
        {
            Sent.Add(packet);
            return Task.CompletedTask;
        }

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
