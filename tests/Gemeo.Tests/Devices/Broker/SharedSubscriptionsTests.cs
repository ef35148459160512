using Gemeo.Devices.Credentials;
using Microsoft.Extensions.DependencyInjection;
using MQTTnet.Formatter;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Gemeo.Tests.Devices.Broker;

/// <summary>Groups of clients of which one gets each message, and the answers to those who subscribe.</summary>
public sealed class SharedSubscriptionsTests : IAsyncLifetime
{
    TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    Task<Packets> Connect(string id, MqttProtocolVersion version = MqttProtocolVersion.V500) => Packets.Connect(_server.MqttPort, id, version: version);

    [Fact]
    public async Task Each_message_goes_to_one_of_the_group_in_turn_and_to_everybody_else_as_before()
    {
        using var one = await Connect("one");
        using var two = await Connect("two", MqttProtocolVersion.V311);
        using var all = await Connect("all");
        Assert.Equal([MqttSubscribeReasonCode.GrantedQoS1], await one.Hear(("$share/group/work/+", 1)));
        Assert.Equal([MqttSubscribeReasonCode.GrantedQoS1], await two.Hear(("$share/group/work/+", 1)));
        await all.Hear(("work/#", 0));
        for (var i = 0; i < 4; i++) await all.Say("work/x", $"{i}");
        Assert.Equal(["0", "1", "2", "3"], [await all.Text(), await all.Text(), await all.Text(), await all.Text()]);
        string[] heard = [await one.Text(), await one.Text(), await two.Text(), await two.Text()];
        Assert.Equal(["0", "1", "2", "3"], heard.Order());
    }

    [Fact]
    public async Task Whoever_leaves_the_group_gets_no_more_of_it()
    {
        using var one = await Connect("one");
        await one.Hear(("$share/group/work", 0));
        using (var two = await Connect("two")) await two.Hear(("$share/group/work", 0));
        using var three = await Connect("three");
        await three.Hear(("$share/group/work", 0));
        await three.Send(new MqttUnsubscribePacket { PacketIdentifier = 9, TopicFilters = ["$share/group/work"] });
        Assert.Equal([MqttUnsubscribeReasonCode.Success], (await three.Next<MqttUnsubAckPacket>()).ReasonCodes);
        await Wait.Until(() => _server.Services.GetRequiredService<Gemeo.Devices.Broker.IBroker>().Status.Clients == 2, "two to be gone");
        for (var i = 0; i < 3; i++) await three.Say("work", $"{i}");
        Assert.Equal(["0", "1", "2"], [await one.Text(), await one.Text(), await one.Text()]);
    }

    [Fact]
    public async Task The_answer_is_in_the_order_of_what_was_asked()
    {
        using var client = await Connect("one");
        Assert.Equal([MqttSubscribeReasonCode.GrantedQoS0, MqttSubscribeReasonCode.TopicFilterInvalid, MqttSubscribeReasonCode.GrantedQoS2, MqttSubscribeReasonCode.GrantedQoS1],
            await client.Hear(("a", 0), ("$share/no+name/x", 2), ("b", 2), ("$share/group/c", 1)));
    }

    [Fact]
    public async Task A_device_is_told_that_it_may_not_and_gets_nothing()
    {
        var password = (await _server.Services.GetRequiredService<KnownDevices>().AddAsync("plug", ["lamp"], "", "test", CancellationToken.None))!.Value.Password;
        using var device = await Packets.Connect(_server.MqttPort, "plug", c => (c.Username, c.Password) = ("plug", System.Text.Encoding.UTF8.GetBytes(password)));
        Assert.False(device.Answer.SharedSubscriptionAvailable);
        Assert.Equal([MqttSubscribeReasonCode.UnspecifiedError, MqttSubscribeReasonCode.GrantedQoS0, MqttSubscribeReasonCode.UnspecifiedError],
            await device.Hear(("$share/group/#", 1), ("lamp/set", 0), ("test/nosubscribe", 2)));
    }
}
