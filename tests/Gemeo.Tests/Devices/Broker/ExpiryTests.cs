using System.Text;
using Gemeo.Devices.Broker;
using Gemeo.Log;
using Gemeo.Tests.Log;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MQTTnet;
using MQTTnet.Packets;

namespace Gemeo.Tests.Devices.Broker;

/// <summary>Messages that are of use for some time only.</summary>
public sealed class ExpiryTests
{
    readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(50));

    MqttApplicationMessage Message(string text, uint seconds)
    {
        var message = new MqttApplicationMessageBuilder().WithTopic("t").WithPayload(text).WithRetainFlag().WithUserProperty("from", Encoding.UTF8.GetBytes("me")).WithMessageExpiryInterval(seconds).Build();
        if (seconds > 0) Expiry.Set(message, _clock.GetUtcNow().AddSeconds(seconds));
        return message;
    }

    static MqttPublishPacket Packet(MqttApplicationMessage m) => new() { Topic = m.Topic, UserProperties = m.UserProperties, MessageExpiryInterval = m.MessageExpiryInterval };

    [Fact]
    public void Whoever_gets_it_is_told_how_long_it_still_is_of_use_and_then_nobody_gets_it()
    {
        var message = Message("x", 6);
        Assert.Equal("me", Assert.Single(message.UserProperties).ReadValueAsString());
        _clock.Advance(TimeSpan.FromSeconds(3.5));
        var packet = Packet(message);
        Assert.True(Expiry.IsLive(packet, _clock));
        Assert.Equal(3u, packet.MessageExpiryInterval);
        _clock.Advance(TimeSpan.FromSeconds(2.5));
        Assert.False(Expiry.IsLive(Packet(message), _clock));
        Assert.True(Expiry.IsLive(Packet(Message("for ever", 0)), _clock));
    }

    [Fact]
    public async Task A_retained_message_that_is_said_again_lives_on_in_the_one_that_is_held()
    {
        var store = new MemoryStore();
        await using var writer = new LogWriter(store, new(0), NullLogger<LogWriter>.Instance);
        var retained = new RetainedMessages(store, writer, _clock, NullLogger<RetainedMessages>.Instance);
        var held = Message("x", 5);
        await retained.Keep(held)!;
        _clock.Advance(TimeSpan.FromSeconds(4));
        await retained.Keep(Message("x", 5))!;
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.True(Expiry.IsLive(Packet(held), _clock));
        await retained.Keep(Message("x", 0))!;
        _clock.Advance(TimeSpan.FromDays(4));
        var packet = Packet(held);
        Assert.True(Expiry.IsLive(packet, _clock));
        Assert.Equal(0u, packet.MessageExpiryInterval);
    }

    [Fact]
    public async Task What_waited_for_an_absent_client_for_too_long_is_not_delivered_and_not_kept()
    {
        await using var server = await TestServer.Start();
        void Kept(MqttConnectPacket c) => (c.SessionExpiryInterval, c.CleanSession) = (3600, false);
        using (var ear = await Packets.Connect(server.MqttPort, "ear", Kept)) await ear.Hear(("t", 1));
        using var mouth = await Packets.Connect(server.MqttPort, "mouth");
        await mouth.Say("t", "short", qos: 1, 1, p => p.MessageExpiryInterval = 1);
        await mouth.Say("t", "long", qos: 1, 2, p => p.MessageExpiryInterval = 100);
        var said = TimeProvider.System.GetTimestamp();
        await Wait.Until(() => TimeProvider.System.GetElapsedTime(said) > TimeSpan.FromSeconds(1.2), "the first to be over");
        using var back = await Packets.Connect(server.MqttPort, "ear", Kept);
        Assert.True(back.Answer.IsSessionPresent);
        var got = await back.Next<MqttPublishPacket>();
        Assert.Equal("long", Encoding.UTF8.GetString(got.Payload.FirstSpan));
        Assert.InRange(got.MessageExpiryInterval, 1u, 99u);
    }
}
