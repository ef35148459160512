using Gemeo.Devices.Broker;
using Gemeo.Log;
using Microsoft.Extensions.DependencyInjection;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Gemeo.Tests.Devices.Broker;

/// <summary>Clients that are away: sessions with an end, and wills with a delay.</summary>
public sealed class AbsencesTests : IDisposable
{
    readonly string _data = Folder.New("data");

    Task<TestServer> Server() => TestServer.Start(data: _data);

    public void Dispose() => Folder.Remove(_data);

    static Task<Packets> Connect(TestServer server, uint expiry, bool fresh = false, Action<MqttConnectPacket>? how = null) => Packets.Connect(server.MqttPort, "kept", c =>
    {
        (c.SessionExpiryInterval, c.CleanSession) = (expiry, fresh);
        how?.Invoke(c);
    });

    static Task Forgotten(TestServer server) => Wait.Until(() => server.Services.GetRequiredService<ILogStore>().All("session").Count == 0, "the session to end");

    static async Task Resumed(TestServer server, bool expected)
    {
        using var again = await Connect(server, 0);
        Assert.Equal(expected, again.Answer.IsSessionPresent);
    }

    [Fact]
    public async Task A_session_ends_when_its_client_was_away_for_as_long_as_it_said()
    {
        await using var server = await Server();
        using (var client = await Connect(server, 1)) await client.Hear(("orders", 1));
        await Forgotten(server);
        await Resumed(server, false);
    }

    [Fact]
    public async Task After_a_restart_it_has_its_time_again_and_then_ends()
    {
        await using (var server = await Server())
        {
            using var client = await Connect(server, 2);
            await client.Hear(("orders", 1));
        }
        await using (var server = await Server())
        {
            using (var back = await Connect(server, 2)) Assert.True(back.Answer.IsSessionPresent);
            await Forgotten(server);
        }
    }

    [Fact]
    public async Task Who_goes_may_lengthen_it_or_end_it_at_once()
    {
        await using var server = await Server();
        using (var client = await Connect(server, 1))
        {
            await client.Hear(("orders", 1));
            await client.Send(new MqttDisconnectPacket { SessionExpiryInterval = 3600 });
            Assert.Null(await client.Next());
        }
        using (var other = await Packets.Connect(server.MqttPort, "other", c => c.SessionExpiryInterval = 1)) await other.Hear(("orders", 1));
        // The other's second is over, and so is the one that this one had at first.
        await Wait.Until(() => server.Services.GetRequiredService<ILogStore>().All("session").Count == 1, "the other session to end");
        using (var client = await Connect(server, 3600))
        {
            Assert.True(client.Answer.IsSessionPresent);
            // Zero seconds, which MQTTnet's own encoder leaves out.
            await client.Send([0xE0, 7, 0, 5, 0x11, 0, 0, 0, 0]);
            Assert.Null(await client.Next());
        }
        await Forgotten(server);
        await Resumed(server, false);
    }

    [Fact]
    public async Task A_will_with_a_delay_is_a_reading_too_and_comes_at_the_latest_when_the_session_ends()
    {
        await using var server = await Server();
        using var ear = await Packets.Connect(server.MqttPort, "ear");
        await ear.Hear(("sensor/distance", 0));
        void Will(MqttConnectPacket c) => (c.WillFlag, c.WillTopic, c.WillMessage, c.WillDelayInterval) = (true, "sensor/distance", "77"u8.ToArray(), 3600);
        using (await Connect(server, 0, how: Will)) { }
        Assert.Equal("77", await ear.Text());
        await server.Property("sensor", "distance", v => v.GetValue<double>() == 77);
        using (await Connect(server, 1, how: Will)) { }
        Assert.Equal("77", await ear.Text());
    }

    [Fact]
    public async Task Who_is_back_in_time_is_not_mourned_and_who_begins_anew_is()
    {
        await using var server = await Server();
        using var ear = await Packets.Connect(server.MqttPort, "ear");
        await ear.Hear(("will", 0));
        Action<MqttConnectPacket> Will(string text) => c => (c.WillFlag, c.WillTopic, c.WillMessage, c.WillDelayInterval) = (true, "will", System.Text.Encoding.UTF8.GetBytes(text), 3600);
        using (await Connect(server, 7200, how: Will("called off"))) { }
        await Wait.Until(() => server.Services.GetRequiredService<IBroker>().Status.Clients == 1, "it to be gone");
        using (await Connect(server, 7200, how: Will("anew"))) { }
        await Wait.Until(() => server.Services.GetRequiredService<IBroker>().Status.Clients == 1, "it to be gone");
        using var fresh = await Connect(server, 0, fresh: true);
        Assert.Equal("anew", await ear.Text());
    }

    [Fact]
    public async Task Who_goes_with_a_word_may_want_its_will_said()
    {
        await using var server = await Server();
        using var ear = await Packets.Connect(server.MqttPort, "ear");
        await ear.Hear(("will", 0));
        using var client = await Connect(server, 0, how: c => (c.WillFlag, c.WillTopic, c.WillMessage) = (true, "will", "gone"u8.ToArray()));
        await client.Send(new MqttDisconnectPacket { ReasonCode = MqttDisconnectReasonCode.DisconnectWithWillMessage });
        Assert.Equal("gone", await ear.Text());
    }
}
