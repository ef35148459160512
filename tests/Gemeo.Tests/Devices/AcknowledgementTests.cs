using System.Text.Json.Nodes;
using Gemeo.Log;
using Microsoft.Extensions.DependencyInjection;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace Gemeo.Tests.Devices;

/// <summary>A QoS 1 message is acknowledged when it is on disk, with the embedded broker and with another.</summary>
public sealed class AcknowledgementTests
{
    static async Task<IMqttClient> Client(int port, string id, Func<MqttClientOptionsBuilder, MqttClientOptionsBuilder>? also = null)
    {
        var client = new MqttClientFactory().CreateMqttClient();
        var options = new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).WithClientId(id).WithProtocolVersion(MqttProtocolVersion.V311).WithTimeout(TimeSpan.FromSeconds(20));
        await client.ConnectAsync((also?.Invoke(options) ?? options).Build());
        return client;
    }

    static Task<MqttClientPublishResult> Say(IMqttClient client, string topic, string text) => client.PublishAsync(new MqttApplicationMessageBuilder()
        .WithTopic(topic).WithPayload(text).WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).Build());

    static Task Lost(TestServer server) => Wait.For(async () => (await server.Send(HttpMethod.Get, "/health/ready")).Body!["parts"]!["log"]!.GetValue<string>() != "ok" ? "" : null, "the log to be lost");

    [Fact]
    public async Task A_publish_is_acknowledged_when_it_is_on_disk_and_what_comes_after_it_does_not_wait()
    {
        await using var server = await TestServer.Start();
        await using var other = await server.Device("other");
        await other.Hear("chat");
        using var client = await Client(server.MqttPort, "sensor");
        using var gate = new ManualResetEventSlim();
        var held = server.Services.GetRequiredService<LogWriter>().RunAsync(_ => gate.Wait(TimeSpan.FromSeconds(20)));
        Task<MqttClientPublishResult>[] readings = [Say(client, "sensor/distance", "1"), Say(client, "sensor/distance", "2")];
        var chat = Say(client, "chat", "hello");
        await Wait.Until(() => other.Heard.Contains(("chat", "hello")), "what came after the readings");
        Assert.DoesNotContain([.. readings, chat], t => t.IsCompleted);
        gate.Set();
        Assert.True(await held);
        await Task.WhenAll([.. readings, chat]);
        Assert.Equal(2, (await server.Get("/things/sensor/properties/distance"))!.GetValue<int>());
    }

    [Fact]
    public async Task Messages_that_cannot_be_written_now_are_held_and_acknowledged_in_their_order_when_they_can()
    {
        await using var server = await TestServer.Start();
        using var client = await Client(server.MqttPort, "sensor", o => o.WithCleanSession(false));
        await Say(client, "sensor/distance", "1");
        Task<MqttClientPublishResult>[] held;
        await using (await LockedLog.Of(server))
        {
            held = [.. Enumerable.Range(2, 4).Select(i => Say(client, "sensor/distance", $"{i}"))];
            await Lost(server);
            Assert.DoesNotContain(held, t => t.IsCompleted);
        }
        await Task.WhenAll(held);
        Assert.True(client.IsConnected);
        Assert.Equal(Enumerable.Range(1, 5), await Values(server));
    }

    [Fact]
    public async Task A_message_that_comes_again_on_a_new_connection_while_it_is_on_its_way_to_disk_is_taken_once()
    {
        await using var server = await TestServer.Start();
        using var gate = new ManualResetEventSlim();
        var held = server.Services.GetRequiredService<LogWriter>().RunAsync(_ => gate.Wait(TimeSpan.FromSeconds(20)));
        // Packets 7 and 8; then the line is cut, and both come again, the second of them changed: that one is another message.
        using (var first = await Raw.Connect(server.MqttPort, "sensor"))
        {
            await first.Publish(7, "1", again: false);
            await first.Publish(8, "2", again: false);
            await Wait.Until(() => server.Services.GetRequiredService<Gemeo.Things.ReadingInbox>().Taken == 2, "both");
        }
        using var second = await Raw.Connect(server.MqttPort, "sensor");
        await second.Publish(7, "1", again: true);
        await second.Publish(8, "3", again: true);
        await Wait.Until(() => server.Services.GetRequiredService<Gemeo.Things.ReadingInbox>().Taken == 3, "the changed one");
        gate.Set();
        Assert.True(await held);
        Assert.Equal([7, 8], await second.Acknowledged(2));
        Assert.Equal([1, 2, 3], (await Values(server)).ToList());
        // What is new has the number of an old one, and is no old one.
        await second.Publish(7, "1", again: false);
        Assert.Equal([7], await second.Acknowledged(1));
        Assert.Equal(4, (await Values(server)).Length);
    }

    /// <summary>MQTT 3.1.1 byte by byte, with a session that is kept.</summary>
    sealed class Raw(System.Net.Sockets.TcpClient line) : IDisposable
    {
        public static async Task<Raw> Connect(int port, string id)
        {
            var line = new System.Net.Sockets.TcpClient();
            await line.ConnectAsync(System.Net.IPAddress.Loopback, port);
            var raw = new Raw(line);
            var name = System.Text.Encoding.UTF8.GetBytes(id);
            await line.GetStream().WriteAsync((byte[])[0x10, (byte)(12 + name.Length), 0, 4, .. "MQTT"u8, 4, 0, 0, 0, 0, (byte)name.Length, .. name]);
            Assert.Equal(0x20, (await raw.Packet())[0]);
            return raw;
        }

        public async Task Publish(byte packet, string text, bool again) => await line.GetStream().WriteAsync(
            (byte[])[(byte)(again ? 0x3A : 0x32), (byte)(19 + text.Length), 0, 15, .. "sensor/distance"u8, 0, packet, .. System.Text.Encoding.UTF8.GetBytes(text)]);

        public async Task<List<int>> Acknowledged(int count)
        {
            var packets = new List<int>();
            while (packets.Count < count) packets.Add((await Packet())[3]);
            return packets;
        }

        async Task<byte[]> Packet()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            var four = new byte[4];
            await line.GetStream().ReadExactlyAsync(four, patience.Token);
            return four;
        }

        public void Dispose() => line.Dispose();
    }

    [Fact]
    public async Task A_last_will_that_could_not_be_written_holds_up_nobody_else()
    {
        await using var server = await TestServer.Start();
        await using (await LockedLog.Of(server))
        {
            var client = await Client(server.MqttPort, "lamp", o => o.WithWillTopic("lamp/status").WithWillPayload("offline").WithWillQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce));
            await Say(client, "nobody/cares", "1");
            client.Dispose();
            await Lost(server);
        }
        using var again = await Client(server.MqttPort, "lamp");
        await Say(again, "nobody/cares", "2").WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task With_Mosquitto_what_could_not_be_written_is_written_later_in_its_order()
    {
        await using var broker = await Mosquitto.Start();
        await using var server = await TestServer.Start(args: [$"--Gemeo:Mqtt:Broker=127.0.0.1:{broker.Port}"]);
        await Wait.For(async () => (await server.Http.GetAsync("/health/ready")).IsSuccessStatusCode ? "" : null, "a ready server");
        using var client = await Client(broker.Port, "sensor");
        await using (await LockedLog.Of(server))
        {
            for (var i = 1; i <= 5; i++) await Say(client, "sensor/distance", $"{i}");
            await Lost(server);
        }
        for (var i = 6; i <= 9; i++) await Say(client, "sensor/distance", $"{i}");
        await Wait.For(async () => (await Values(server)).SequenceEqual(Enumerable.Range(1, 9)) ? "" : null, "all of it, once, in its order");
        Assert.Equal(9, (await server.Get("/things/sensor/properties/distance"))!.GetValue<int>());
    }

    static async Task<int[]> Values(TestServer server) =>
        [.. (await server.Get("/things/sensor/history/distance"))!["items"]!.AsArray().Select(i => i!["value"]!.GetValue<int>())];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_thing_that_cannot_be_read_from_disk_stops_no_other(bool external)
    {
        var data = Folder.New("data");
        await using var broker = external ? await Mosquitto.Start() : null;
        string[] args = external ? [$"--Gemeo:Mqtt:Broker=127.0.0.1:{broker!.Port}"] : [];
        await using (var server = await TestServer.Start(data: data, args: args))
        {
            await Wait.For(async () => (await server.Http.GetAsync("/health/ready")).IsSuccessStatusCode ? "" : null, "a ready server");
            using var client = await Client(broker?.Port ?? server.MqttPort, "sensor");
            await Say(client, "sensor/distance", "1");
            await server.Property("sensor", "distance", _ => true);
        }
        await LockedLog.Change(data, """update thing set state = '{"properties":{"distance":5},"desired":{}}' where id = 'sensor'""");
        await using (var server = await TestServer.Start(data: data, args: args))
        {
            await Wait.For(async () => (await server.Http.GetAsync("/health/ready")).IsSuccessStatusCode ? "" : null, "a ready server");
            using var client = await Client(broker?.Port ?? server.MqttPort, "sensor");
            for (var i = 0; i < 3; i++) await Say(client, "sensor/distance", "2").WaitAsync(TimeSpan.FromSeconds(20));
            await Say(client, "porta/trancada", "true").WaitAsync(TimeSpan.FromSeconds(20));
            await server.Property("porta", "trancada", v => v.GetValue<bool>());
            var refused = await Wait.For<JsonNode>(async () => (await server.Get("/devices/rejected"))!.AsArray() is { Count: > 0 } some ? some[0] : null, "the refusal");
            Assert.Equal("sensor/distance", refused["topic"]!.GetValue<string>());
            Assert.StartsWith("could not be taken", refused["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        }
        Folder.Remove(data);
    }
}
