using System.Buffers;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Gemeo.Devices.Broker;
using MQTTnet;
using MQTTnet.Adapter;
using MQTTnet.Channel;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Packets;

namespace Gemeo.Tests.Devices;

public sealed class TapTests
{
    readonly List<Delivered> _taken = [];
    readonly Endless _endless = new();

    [Fact]
    public async Task While_one_message_is_taken_no_more_are_read_and_other_packets_pass()
    {
        var room = new TaskCompletionSource();
        var other = Connect(() => _taken.Count == 100 ? room.Task : Task.CompletedTask).ReceivePacketAsync(CancellationToken.None);
        Assert.Equal((100, false), (_taken.Count, other.IsCompleted));
        room.SetResult();
        Assert.IsType<MqttUnsubAckPacket>(await other.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(150, _taken.Count);
    }

    [Fact]
    public async Task Messages_are_acknowledged_on_their_own_connection_by_their_own_numbers_in_one_write()
    {
        await Connect(() => Task.CompletedTask).ReceivePacketAsync(CancellationToken.None);
        await _taken[7].Connection.AcknowledgeAsync([.. _taken[7..10].Select(t => t.Packet.PacketIdentifier)], CancellationToken.None);
        Assert.Equal([[0x40, 2, 0, 8, 0x40, 2, 0, 9, 0x40, 2, 0, 10]], _endless.Written);
        Assert.True(_taken[7].IsKept);
    }

    [Fact]
    public async Task A_ping_is_answered_by_any_message_and_by_one_that_is_still_taken_so_that_a_long_backlog_does_not_end_the_connection()
    {
        var connection = Connect(() => _taken.Count == 2 ? new TaskCompletionSource().Task : Task.CompletedTask);
        await connection.SendPacketAsync(new MqttPingReqPacket(), CancellationToken.None);
        Assert.IsType<MqttPingRespPacket>(await connection.ReceivePacketAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20)));
        var stuck = connection.ReceivePacketAsync(CancellationToken.None);
        Assert.Equal((2, false), (_taken.Count, stuck.IsCompleted));
        await connection.SendPacketAsync(new MqttPingReqPacket(), CancellationToken.None);
        Assert.IsType<MqttPingRespPacket>(await stuck.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal([[0xc0, 0], [0xc0, 0]], _endless.Written);
    }

    [Fact]
    public async Task An_answer_to_a_ping_that_comes_when_another_has_answered_is_kept_back()
    {
        var connection = Connect(() => Task.CompletedTask);
        await connection.SendPacketAsync(new MqttPingReqPacket(), CancellationToken.None);
        Assert.IsType<MqttPingRespPacket>(await connection.ReceivePacketAsync(CancellationToken.None));
        Assert.IsType<MqttUnsubAckPacket>(await connection.ReceivePacketAsync(CancellationToken.None));
        Assert.Equal(150, _taken.Count);
    }

    [Fact]
    public async Task One_write_ends_before_the_next_begins()
    {
        var connection = new SharedChannel(_endless);
        _endless.Room = new();
        var (first, second) = (connection.AcknowledgeAsync([1], CancellationToken.None), connection.WriteAsync(new([0xc0, 0]), true, CancellationToken.None));
        Assert.Single(_endless.Written);
        _endless.Room.SetResult();
        await Task.WhenAll(first, second).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal([[0x40, 2, 0, 1], [0xc0, 0]], _endless.Written);
    }

    IMqttChannelAdapter Connect(Func<Task> take)
    {
        var tap = new Tap(_ => _endless, message =>
        {
            _taken.Add(message);
            return take();
        });
        return tap.CreateClientAdapter(new MqttClientOptions(), null!, new MqttNetNullLogger());
    }

    /// <summary>A connection on which messages hardly end: a hundred and fifty, an answer to a ping, and another packet.</summary>
    sealed class Endless : IMqttChannel
    {
        // PUBLISH at QoS 1 on topic "a", without a payload; then PINGRESP and UNSUBACK.
        readonly byte[] _bytes = [.. Enumerable.Range(1, 150).SelectMany(n => new byte[] { 0x32, 5, 0, 1, (byte)'a', 0, (byte)n }), 0xd0, 0, 0xb0, 2, 0, 1];
        int _at;

        public List<byte[]> Written { get; } = [];
        public TaskCompletionSource? Room { get; set; }

        public Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            var many = Math.Min(count, _bytes.Length - _at);
            _bytes.AsSpan(_at, many).CopyTo(buffer.AsSpan(offset));
            _at += many;
            return Task.FromResult(many);
        }

        public Task WriteAsync(ReadOnlySequence<byte> buffer, bool isEndOfPacket, CancellationToken cancellationToken)
        {
            Written.Add(buffer.ToArray());
            return Room?.Task ?? Task.CompletedTask;
        }

        public Task ConnectAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task DisconnectAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public X509Certificate2 ClientCertificate => null!;
        public EndPoint RemoteEndPoint => null!;
        public EndPoint LocalEndPoint => null!;
        public bool IsSecureConnection => false;
        public void Dispose() { }
    }
}
