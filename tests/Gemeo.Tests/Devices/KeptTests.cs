using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Gemeo.Devices.Broker;
using Gemeo.Log;
using Gemeo.Tests.Log;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Gemeo.Tests.Devices;

/// <summary>What the embedded broker keeps: retained messages and sessions, over a restart too.</summary>
public sealed class KeptTests : IDisposable
{
    readonly string _data = Folder.New("data");

    Task<TestServer> Server() => TestServer.Start(data: _data);

    public void Dispose() => Folder.Remove(_data);

    sealed class Client(IMqttClient client) : IDisposable
    {
        public ConcurrentQueue<string> Heard { get; } = new();
        public IMqttClient Mqtt => client;
        public bool Resumed { get; private set; }

        public static async Task<Client> Connect(int port, string id, bool fresh, uint expiry = 3600)
        {
            var client = new Client(new MqttClientFactory().CreateMqttClient());
            client.Mqtt.ApplicationMessageReceivedAsync += e => { client.Heard.Enqueue(e.ApplicationMessage.ConvertPayloadToString()); return Task.CompletedTask; };
            var answer = await client.Mqtt.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).WithClientId(id).WithProtocolVersion(MqttProtocolVersion.V500)
                .WithCleanStart(fresh).WithSessionExpiryInterval(expiry).WithTimeout(TimeSpan.FromSeconds(20)).Build());
            client.Resumed = answer.IsSessionPresent;
            return client;
        }

        public Task Hear(string topic, bool noLocal = false) => client.SubscribeAsync(new MqttClientSubscribeOptionsBuilder()
            .WithTopicFilter(f => f.WithTopic(topic).WithAtLeastOnceQoS().WithNoLocal(noLocal)).Build());

        public Task Say(string topic, string text, bool retain = false, uint expiry = 0, string? property = null)
        {
            var message = new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload(text).WithRetainFlag(retain).WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).WithMessageExpiryInterval(expiry);
            if (property is not null) message = message.WithUserProperty("from", Encoding.UTF8.GetBytes(property));
            return client.PublishAsync(message.Build());
        }

        public async Task<string[]> Until(string last)
        {
            await Wait.Until(() => Heard.Contains(last), last);
            return [.. Heard];
        }

        public void Dispose() => client.Dispose();
    }

    [Fact]
    public async Task A_session_that_began_fresh_and_went_on_survives_a_restart()
    {
        await using (var server = await Server())
        {
            using (var first = await Client.Connect(server.MqttPort, "kept", fresh: true)) await first.Hear("orders");
            using var again = await Client.Connect(server.MqttPort, "kept", fresh: false);
            Assert.True(again.Resumed);
        }
        await using (var server = await Server())
        {
            using var client = await Client.Connect(server.MqttPort, "kept", fresh: false);
            Assert.True(client.Resumed);
            using var other = await Client.Connect(server.MqttPort, "other", fresh: true);
            await other.Say("orders", "go");
            await client.Until("go");
        }
    }

    [Fact]
    public async Task A_subscription_keeps_its_options_and_what_was_retained_is_not_sent_again()
    {
        await using (var server = await Server())
        {
            using var client = await Client.Connect(server.MqttPort, "kept", fresh: true);
            await client.Say("room", "old", retain: true);
            await client.Hear("room", noLocal: true);
            await client.Until("old");
        }
        await using (var server = await Server())
        {
            using var client = await Client.Connect(server.MqttPort, "kept", fresh: false);
            await client.Say("room", "mine");
            using var other = await Client.Connect(server.MqttPort, "other", fresh: true);
            await other.Say("room", "yours");
            Assert.Equal(["yours"], await client.Until("yours"));
        }
    }

    [Fact]
    public async Task What_comes_while_a_client_is_away_waits_for_it_over_restarts_and_comes_once()
    {
        await using (var server = await Server())
        {
            using (var client = await Client.Connect(server.MqttPort, "kept", fresh: true)) await client.Hear("orders/#");
            using var other = await Client.Connect(server.MqttPort, "other", fresh: true);
            for (var i = 0; i < 20; i++) await other.Say($"orders/{i % 3}", $"{i}");
        }
        await using (var server = await Server())
        {
            using var other = await Client.Connect(server.MqttPort, "other", fresh: true);
            for (var i = 20; i < 40; i++) await other.Say($"orders/{i % 3}", $"{i}");
            await other.Say("orders/1", "too late", expiry: 1);
        }
        var said = Stopwatch.GetTimestamp();
        await using (var server = await Server())
        {
            await Wait.Until(() => Stopwatch.GetElapsedTime(said) > TimeSpan.FromSeconds(1), "its time to be over");
            using var client = await Client.Connect(server.MqttPort, "kept", fresh: false);
            await client.Until("39");
            using var other = await Client.Connect(server.MqttPort, "other", fresh: true);
            await other.Say("orders/0", "live");
            var heard = await client.Until("live");
            Assert.Equal([.. Enumerable.Range(0, 40).Select(i => $"{i}"), "live"], heard);
            await Wait.Until(() => server.Services.GetRequiredService<ILogStore>().All("waiting").Count == 0, "nothing to wait");
        }
        await using (var server = await Server())
        {
            using var client = await Client.Connect(server.MqttPort, "kept", fresh: false);
            await client.Say("orders/0", "again");
            Assert.Equal(["again"], await client.Until("again"));
        }
    }

    [Fact]
    public async Task A_session_that_its_client_gives_up_is_forgotten_with_what_waited()
    {
        await using (var server = await Server())
        {
            using (var client = await Client.Connect(server.MqttPort, "kept", fresh: true)) await client.Hear("orders");
            using var other = await Client.Connect(server.MqttPort, "other", fresh: true);
            await other.Say("orders", "1");
            using (var client = await Client.Connect(server.MqttPort, "kept", fresh: false, expiry: 0)) await client.Mqtt.DisconnectAsync();
            var store = server.Services.GetRequiredService<ILogStore>();
            await Wait.Until(() => store.All("session").Count + store.All("waiting").Count == 0, "nothing kept");
        }
        await using (var server = await Server())
        {
            using var client = await Client.Connect(server.MqttPort, "kept", fresh: false);
            Assert.False(client.Resumed);
        }
    }

    [Fact]
    public async Task A_retained_message_is_acknowledged_when_it_is_on_disk_and_holds_up_nothing_behind_it()
    {
        await using (var server = await Server())
        {
            using var other = await Client.Connect(server.MqttPort, "other", fresh: true);
            await other.Hear("chat");
            using var client = await Client.Connect(server.MqttPort, "sensor", fresh: true);
            using var gate = new ManualResetEventSlim();
            var held = server.Services.GetRequiredService<LogWriter>().RunAsync(_ => gate.Wait(TimeSpan.FromSeconds(20)));
            var retained = Enumerable.Range(0, 200).Select(i => client.Say($"state/{i}", $"{i}", retain: true, property: "me")).ToArray();
            var chat = client.Say("chat", "hello");
            await other.Until("hello");
            Assert.DoesNotContain(retained, t => t.IsCompleted);
            gate.Set();
            Assert.True(await held);
            await Task.WhenAll([.. retained, chat]);
        }
        await using (var server = await Server())
        {
            using var client = await Client.Connect(server.MqttPort, "reader", fresh: true);
            var from = new ConcurrentBag<string>();
            client.Mqtt.ApplicationMessageReceivedAsync += e => { from.Add(e.ApplicationMessage.UserProperties[0].ReadValueAsString()); return Task.CompletedTask; };
            await client.Hear("state/#");
            await Wait.Until(() => client.Heard.Count == 200, "all that was retained");
            Assert.All(from, f => Assert.Equal("me", f));
        }
    }

    [Fact]
    public async Task Retained_topics_are_bounded_and_those_that_are_kept_go_on()
    {
        var store = new MemoryStore();
        await using var writer = new LogWriter(store, new(0), NullLogger<LogWriter>.Instance);
        var retained = new RetainedMessages(store, writer, TimeProvider.System, NullLogger<RetainedMessages>.Instance);
        Task? Keep(string topic, int bytes) => retained.Keep(new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload(new byte[bytes]).WithRetainFlag().Build());
        for (var i = 0; i < RetainedMessages.MostTopics; i++) Assert.NotNull(Keep($"{i}", 1));
        Assert.Null(Keep("one more", 1));
        Assert.NotNull(Keep("7", 2));
        Assert.Null(Keep("8", (int)RetainedMessages.MostBytes));
        await Keep("9", 0)!;
        await Keep("one more", 1)!;
        Assert.Equal(RetainedMessages.MostTopics, store.All("retained").Count);
    }
}
