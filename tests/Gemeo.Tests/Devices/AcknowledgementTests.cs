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
    public async Task A_device_whose_message_could_not_be_written_is_let_go_and_its_next_connection_is_heard()
    {
        await using var server = await TestServer.Start();
        using var client = await Client(server.MqttPort, "sensor", o => o.WithCleanSession(false));
        await Say(client, "sensor/distance", "1");
        var gone = new TaskCompletionSource();
        client.DisconnectedAsync += _ => { gone.TrySetResult(); return Task.CompletedTask; };
        await using (await LockedLog.Of(server))
        {
            var lost = Say(client, "sensor/distance", "2");
            await gone.Task.WaitAsync(TimeSpan.FromSeconds(20));
            await Assert.ThrowsAnyAsync<Exception>(() => lost);
        }
        await client.ReconnectAsync();
        await Say(client, "sensor/distance", "2");
        Assert.Equal([1.0, 2.0], (await server.Get("/things/sensor/history/distance"))!["items"]!.AsArray().Select(i => i!["value"]!.GetValue<double>()));
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
    public async Task With_Mosquitto_what_could_not_be_written_is_delivered_again_in_its_order()
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
        await Wait.For(async () => LastComings(await Values(server)).SequenceEqual(Enumerable.Range(1, 9)) ? "" : null, "all of it, in its order at last");
        Assert.Equal(9, (await server.Get("/things/sensor/properties/distance"))!.GetValue<int>());
    }

    static async Task<int[]> Values(TestServer server) =>
        [.. (await server.Get("/things/sensor/history/distance"))!["items"]!.AsArray().Select(i => i!["value"]!.GetValue<int>())];

    // Each value where it came for the last time: what is delivered again may have come before, out of its turn.
    static IEnumerable<int> LastComings(int[] values) => values.Select((v, i) => (v, i)).GroupBy(p => p.v).OrderBy(g => g.Max(p => p.i)).Select(g => g.Key);

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
