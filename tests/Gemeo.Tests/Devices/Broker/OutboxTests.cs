using Gemeo.Devices.Broker;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Gemeo.Tests.Devices.Broker;

/// <summary>Clients that take only so much.</summary>
public sealed class OutboxTests
{
    static MqttPublishPacket Packet(ushort id, int qos = 1) => new() { Topic = "t", PacketIdentifier = id, QualityOfServiceLevel = (MqttQualityOfServiceLevel)qos };

    [Fact]
    public void Whoever_sets_no_limit_needs_none()
    {
        Assert.Null(Outbox.For(new() { ReceiveMaximum = 65535 }, null!, null!));
        Assert.NotNull(Outbox.For(new() { ReceiveMaximum = 20 }, null!, null!));
        Assert.NotNull(Outbox.For(new() { MaximumPacketSize = 1 }, null!, null!));
    }

    [Fact]
    public async Task As_many_as_a_client_takes_are_on_their_way_and_the_next_goes_when_one_is_through()
    {
        var sent = new List<ushort>();
        var outbox = Outbox.For(new() { ReceiveMaximum = 2 }, (p, _) => { sent.Add(p.PacketIdentifier); return Task.FromResult(true); }, null!)!;
        for (ushort id = 1; id <= 5; id++) await outbox.Send(Packet(id), default);
        await outbox.Send(Packet(0, qos: 0), default);
        Assert.Equal([1, 2, 0], sent);
        outbox.Close(default);
        Assert.Equal([1, 2, 0, 3], sent);
        outbox.Close(default);
        outbox.Close(default);
        Assert.Equal([1, 2, 0, 3, 4, 5], sent);
    }

    [Fact]
    public async Task What_was_of_no_more_use_takes_no_place_and_of_too_many_the_oldest_is_left_out()
    {
        var (sent, left) = (new List<ushort>(), new List<ushort>());
        var outbox = Outbox.For(new() { ReceiveMaximum = 1 }, (p, _) => { sent.Add(p.PacketIdentifier); return Task.FromResult(p.PacketIdentifier != 1); }, p => left.Add(p.PacketIdentifier))!;
        await outbox.Send(Packet(1), default);
        for (ushort id = 2; id <= 10_003; id++) await outbox.Send(Packet(id), default);
        Assert.Equal([1, 2], sent);
        Assert.Equal([3], left);
        outbox.Close(default);
        Assert.Equal(4, sent[^1]);
    }

    [Fact]
    public async Task One_that_does_not_acknowledge_gets_no_more_and_still_its_other_answers()
    {
        await using var server = await TestServer.Start();
        using var ear = await Packets.Connect(server.MqttPort, "ear", c => c.ReceiveMaximum = 2);
        await ear.Hear(("flow", 1));
        for (ushort i = 1; i <= 4; i++) await ear.Say("flow", $"{i}", qos: 1, i);
        var heard = new List<MqttPublishPacket>();
        var answers = 0;
        while (heard.Count < 2 || answers < 4)
            if (await ear.Next() is MqttPublishPacket publish) heard.Add(publish);
            else answers++;
        await ear.Send(MqttPingReqPacket.Instance);
        Assert.IsType<MqttPingRespPacket>(await ear.Next());
        await ear.Send(new MqttPubAckPacket { PacketIdentifier = heard[0].PacketIdentifier });
        Assert.Equal("3", await ear.Text());
    }

    [Fact]
    public async Task What_is_longer_than_a_client_takes_is_left_out_and_not_kept_for_it()
    {
        await using var server = await TestServer.Start();
        void Small(MqttConnectPacket c) => (c.MaximumPacketSize, c.SessionExpiryInterval, c.CleanSession) = (64, 3600, false);
        using var mouth = await Packets.Connect(server.MqttPort, "mouth");
        using (var ear = await Packets.Connect(server.MqttPort, "ear", Small))
        {
            await ear.Hear(("size", 1));
            await mouth.Say("size", new string('x', 64), qos: 1, 1);
            await mouth.Say("size", "short", qos: 1, 2);
            var got = await ear.Next<MqttPublishPacket>();
            await ear.Send(new MqttPubAckPacket { PacketIdentifier = got.PacketIdentifier });
            await ear.Send(MqttPingReqPacket.Instance);
            await ear.Next<MqttPingRespPacket>();
            await ear.Send(new MqttDisconnectPacket());
            Assert.Null(await ear.Next());
        }
        // One that takes everything would get it now, were it kept.
        using var again = await Packets.Connect(server.MqttPort, "ear", c => (c.SessionExpiryInterval, c.CleanSession) = (3600, false));
        Assert.True(again.Answer.IsSessionPresent);
        await mouth.Say("size", "after", qos: 1, 3);
        Assert.Equal("after", await again.Text());
    }
}
