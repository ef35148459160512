using System.Text;
using System.Text.Json.Nodes;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Devices;

public sealed class PayloadTests
{
    [Fact]
    public async Task The_seeds_payload_moves_the_spot_and_reaches_the_socket_as_entry_and_as_bare_text()
    {
        await using var server = await TestServer.Start();
        await using var live = await server.Live();
        await live.Snapshot();
        await using var raw = await server.Live("?raw=parking/sensor");
        await using var device = await server.Device();
        // A raw follower has no snapshot to wait for; the second message is certain to find it there.
        await device.Say("parking/sensor", "1,Occupied");
        var entry = await live.Entry("vaga-1");
        Assert.True(entry["value"]!.GetValue<bool>());
        Assert.True((await server.Get("/things/vaga-1/properties/ocupada"))!.GetValue<bool>());
        await device.Say("parking/sensor", "1,Available");
        Assert.Contains(await raw.Text(), (string[])["1,Occupied", "1,Available"]);
    }

    public static TheoryData<string, byte[]> Rubbish => new()
    {
        { "parking/sensor", "2,Spoofed Message"u8.ToArray() },
        { "parking/sensor", "9,Occupied"u8.ToArray() },
        { "parking/sensor", [0xff, 0xfe, 0x00, 0xc3, 0x28] },
        { "parking/sensor", Encoding.UTF8.GetBytes(new string('[', 100_000)) },
        { "sensor/distance", Enumerable.Repeat((byte)'x', 200_000).ToArray() },
        { "sensor/distance", "1e999"u8.ToArray() },
        { "sensor/distance", "NaN"u8.ToArray() },
        { "sensor/distance", ""u8.ToArray() },
        { "lamp/state", "MAYBE"u8.ToArray() },
        { "lamp/status", "perhaps"u8.ToArray() },
        { "lamp/status", [0xff, 0xfe] },
    };

    [Theory]
    [MemberData(nameof(Rubbish))]
    public async Task Rubbish_changes_nothing_and_is_recorded_with_topic_and_reason(string topic, byte[] payload)
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        await device.Say(topic, payload);
        var refused = await Wait.For<JsonNode>(async () => (await server.Log()).Find(e => e["kind"]!.GetValue<string>() == "security"), "the refusal");
        Assert.Equal(topic, refused["value"]!["topic"]!.GetValue<string>());
        Assert.NotEmpty(refused["value"]!["reason"]!.GetValue<string>());
        Assert.DoesNotContain(await server.Log(), e => e["kind"]!.GetValue<string>() == "property");
        Assert.Equal(1, (await server.Get("/devices/rejected"))![0]!["count"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_flood_of_rubbish_is_counted_not_written_a_thousand_times()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        for (var i = 0; i < 1000; i++) await device.Say("sensor/distance", "rubbish");
        Assert.Equal(1000, (await server.Get("/devices/rejected"))![0]!["count"]!.GetValue<int>());
        Assert.InRange((await server.Log()).Count, 1, 5);
    }

    [Fact]
    public async Task A_topic_of_nobody_is_listed_with_its_last_payload()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        await device.Say("shelly/new/status", "first");
        await device.Say("shelly/new/status", "second");
        var topic = (await server.Get("/devices/unmatched"))![0]!;
        Assert.Equal(("shelly/new/status", "second", 2), (topic["topic"]!.GetValue<string>(), topic["payload"]!.GetValue<string>(), topic["count"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Every_reading_is_logged_and_tells_whether_it_changed_the_value()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        foreach (var text in (string[])["1", "1.0", "2"]) await device.Say("sensor/distance", text);
        var history = (await server.Get("/things/sensor/history/distance"))!["items"]!.AsArray();
        Assert.Equal([true, false, true], history.Select(i => i!["changed"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task A_device_with_a_wrong_password_stays_out()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Mqtt:Users:lamp=long-enough-word");
        await Assert.ThrowsAnyAsync<Exception>(() => Device.Connect(server.MqttPort, "thief", user: "lamp", password: "guess"));
        await using var lamp = await Device.Connect(server.MqttPort, "lamp", user: "lamp", password: "long-enough-word");
        await lamp.Say("sensor/distance", "5");
        Assert.Equal(5, (await server.Get("/things/sensor/properties/distance"))!.GetValue<int>());
    }

    [Fact]
    public async Task Retained_messages_and_subscriptions_of_a_kept_session_survive_a_restart()
    {
        var data = Folder.New("data");
        await using (var server = await TestServer.Start(data: data))
        {
            await using var device = await Device.Connect(server.MqttPort, "kept", clean: false);
            await device.Hear("some/order");
            await device.Say("some/state", "remembered", retain: true);
        }
        await using (var again = await TestServer.Start(data: data))
        {
            await using var device = await Device.Connect(again.MqttPort, "kept", clean: false);
            await using var other = await again.Device("other");
            await other.Say("some/order", "go");
            await Wait.Until(() => device.Heard.Contains(("some/order", "go")), "the kept subscription");
            await other.Hear("some/state");
            await Wait.Until(() => other.Heard.Contains(("some/state", "remembered")), "the retained message");
        }
        Folder.Remove(data);
    }
}
