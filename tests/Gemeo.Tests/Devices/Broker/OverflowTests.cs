using MQTTnet.Packets;

namespace Gemeo.Tests.Devices.Broker;

/// <summary>More messages than wait for one client.</summary>
public sealed class OverflowTests
{
    static void Kept(MqttConnectPacket c) => (c.SessionExpiryInterval, c.CleanSession) = (3600, false);

    static async Task Publish(Packets mouth, int many)
    {
        for (var i = 1; i <= many; i++)
        {
            await mouth.Say("many", $"{i}", qos: 1, (ushort)i);
            if (i % 500 == 0)
                for (var n = 0; n < 500; n++) await mouth.Next<MqttPubAckPacket>();
        }
    }

    [Fact]
    public async Task What_had_to_give_way_does_not_come_back_later()
    {
        await using var server = await TestServer.Start();
        using (var ear = await Packets.Connect(server.MqttPort, "ear", Kept)) await ear.Hear(("many", 1));
        await Publish(await Packets.Connect(server.MqttPort, "mouth"), 10_500);
        using (var back = await Packets.Connect(server.MqttPort, "ear", Kept))
            for (var i = 501; i <= 10_500; i++)
            {
                var got = await back.Next<MqttPublishPacket>();
                Assert.Equal($"{i}", System.Text.Encoding.UTF8.GetString(got.Payload.FirstSpan));
                await back.Send(new MqttPubAckPacket { PacketIdentifier = got.PacketIdentifier });
                if (i < 10_500) continue;
                await back.Send(MqttPingReqPacket.Instance);
                await back.Next<MqttPingRespPacket>();
            }
        using var again = await Packets.Connect(server.MqttPort, "ear", Kept);
        using var mouth = await Packets.Connect(server.MqttPort, "mouth");
        await mouth.Say("many", "last", qos: 1, 1);
        Assert.Equal("last", await again.Text());
    }

    [Fact]
    public async Task Whoever_acknowledges_nothing_goes_in_the_end()
    {
        await using var server = await TestServer.Start();
        using var ear = await Packets.Connect(server.MqttPort, "ear");
        await ear.Hear(("many", 1));
        using var mouth = await Packets.Connect(server.MqttPort, "mouth");
        var publishing = Publish(mouth, 20_500);
        var heard = 0;
        while (await ear.Next() is MqttPublishPacket) heard++;
        Assert.InRange(heard, 1, 20_001);
        await publishing;
    }
}
