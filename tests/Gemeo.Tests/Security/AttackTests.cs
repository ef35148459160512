using System.Diagnostics;
using System.Text.Json.Nodes;
using Gemeo.Tests.Devices.Credentials;
using Xunit.Abstractions;

namespace Gemeo.Tests.Security;

/// <summary>The five attacks of the seed repository, written anew with paho: none changes a twin, none reads what it may not, each is recorded.</summary>
public abstract class AttackStory(ITestOutputHelper output) : IAsyncLifetime
{
    protected TestServer Server { get; set; } = null!;
    protected abstract int Port { get; }
    protected abstract Task<JsonNode> Add(string user, string thing);
    public abstract Task InitializeAsync();
    public abstract Task DisposeAsync();

    Device _lamp = null!;
    JsonNode _probe = null!;

    static string Password(JsonNode card) => card["password"]!.GetValue<string>();

    /// <summary>An honest lamp that obeys, and a device of the sensor whose credential somebody stole.</summary>
    async Task Set()
    {
        var card = await Add("plug", "lamp");
        _probe = await Add("probe", "sensor");
        _lamp = await Device.Connect(Port, "plug", "lamp/status", user: "plug", password: Password(card));
        _lamp.OnHeard = (topic, text) => topic == "lamp/set" ? _lamp.Say("lamp/state", text) : Task.CompletedTask;
        await _lamp.Hear("lamp/set", "lamp/blink");
        await _lamp.Say("lamp/status", "online");
        await _lamp.Say("lamp/state", "OFF");
        await Server.Property("lamp", "ligada", v => !v.GetValue<bool>());
    }

    /// <summary>Nothing that was not the lamp's own has changed it, and it still obeys.</summary>
    async Task Stands()
    {
        Assert.False((await Server.Get("/things/lamp/properties/ligada"))!.GetValue<bool>());
        Assert.Equal(200, (await Server.Post("/things/lamp/actions/ligar?timeout=20")).Status);
        await Server.Property("lamp", "ligada", v => v.GetValue<bool>());
        Assert.True(_lamp.Client.IsConnected);
    }

    async Task Recorded(params string[] kinds) => await Wait.For(
        async () => (await Server.Log()).Any(e => e["kind"]!.GetValue<string>() == "security" && kinds.Contains(e["name"]!.GetValue<string>())) ? "" : null, string.Join(" or ", kinds));

    [Fact]
    public async Task No_credentials_or_those_that_everybody_knows_open_nothing()
    {
        await Set();
        await using var attacker = new Attacker();
        (string?, string?)[] known = [(null, null), ("admin", "admin"), ("root", "root"), ("guest", "guest"), ("mqtt", "mqtt"), ("gemeo", "gemeo"), ("device", "device"), ("plug", "plug"), ("plug", ""), ("server", "server")];
        foreach (var (user, password) in known) Assert.NotEqual(0, await attacker.Connect(Port, "attacker", user, password));
        await Recorded("refused-connection");
        await Stands();
    }

    [Fact]
    public async Task Under_another_s_client_id_nobody_takes_its_place()
    {
        await Set();
        await using var attacker = new Attacker();
        foreach (var id in (string[])["plug", "gemeo"])
            if (await attacker.Connect(Port, id, "probe", Password(_probe)) == 0)
            {
                await attacker.Subscribe("lamp/set");
                await attacker.Publish("lamp/state", "ON");
            }
        await Recorded("client-id", "foreign-topic", "refused-connection");
        await Stands();
        Assert.Empty(await attacker.Heard());
    }

    [Fact]
    public async Task Spoofed_payloads_and_well_formed_lies_change_nothing()
    {
        await Set();
        await using var attacker = new Attacker();
        Assert.Equal(0, await attacker.Connect(Port, "probe", "probe", Password(_probe)));
        foreach (var (topic, payload) in ((string, string)[])[("parking/sensor", "2,Spoofed Message"), ("parking/sensor", "2,Occupied"), ("lamp/state", "ON"), ("lamp/status", "offline"), ("porta/aberta", "x"), ("sensor/distance", "Spoofed Message")])
        {
            await attacker.Publish(topic, payload);
            await attacker.Publish(topic, payload, retain: true);
        }
        await Recorded("rejected");
        await Recorded("foreign-topic");
        await Stands();
        foreach (var path in (string[])["vaga-2/properties/ocupada", "sensor/properties/distance"]) Assert.Equal(404, (int)(await Server.Http.GetAsync($"/things/{path}")).StatusCode);
        Assert.True((await Server.Get("/things/lamp/state"))!["available"]!.GetValue<bool>());
        Assert.DoesNotContain(await Server.Log(), e => e["kind"]!.GetValue<string>() == "event");
    }

    [Fact]
    public async Task On_topics_of_others_nothing_is_heard_and_nothing_said()
    {
        await Set();
        await using var attacker = new Attacker();
        Assert.Equal(0, await attacker.Connect(Port, "probe", "probe", Password(_probe)));
        foreach (var filter in (string[])["#", "+/+", "lamp/set", "lamp/#", "lamp/state", "$SYS/#", "$share/g/#", "$share/g/lamp/set"]) await attacker.Subscribe(filter);
        foreach (var order in (string[])["lamp/set", "lamp/blink"]) await attacker.Publish(order, "ON");
        Assert.Equal(200, (await Server.Post("/things/lamp/actions/desligar?timeout=20")).Status);
        await Recorded("foreign-topic", "foreign-subscription");
        await Stands();
        Assert.Empty(await attacker.Heard());
        Assert.DoesNotContain(_lamp.Heard, h => h.Topic == "lamp/blink");
    }

    [Fact]
    public Task A_flood_keeps_no_honest_device_from_being_heard() => Flood(2, publishers: 4, silent: 300, measures: 20);

    [FloodFact]
    public Task A_flood_of_a_minute_then_of_long_payloads_then_of_silent_connections() => Flood(60, publishers: 10, silent: 2000, measures: 600);

    async Task Flood(int seconds, int publishers, int silent, int measures)
    {
        await Set();
        await using var attacker = new Attacker();
        await using var live = await Server.Live("?thing=lamp&kind=property");
        var user = (port: Port, user: "probe", password: Password(_probe), topic: "sensor/distance");
        await Told("ten publishers", attacker.Do(new { @do = "flood", user.port, user.user, user.password, user.topic, publishers, seconds }, seconds + 60), live, measures);
        await Told("1 MB payloads", attacker.Do(new { @do = "flood", user.port, user.user, user.password, user.topic, publishers, seconds = Math.Max(1, seconds / 6), size = 1 << 20 }, seconds + 60), live, measures / 6);
        await Told("silent connections", attacker.Do(new { @do = "halfopen", user.port, many = silent, seconds = Math.Max(1, seconds / 6) }, seconds + 60), live, measures / 6);
        await Recorded("flood", "too-large", "half-open", "too-many-connections", "client-id");
        await _lamp.Say("lamp/state", "OFF");
        await Server.Property("lamp", "ligada", v => !v.GetValue<bool>());
        await Stands();
    }

    // From the device's publish to the socket of somebody who follows, while the attack lasts and at least so often.
    async Task Told(string what, Task<JsonNode> attack, LiveClient live, int measures)
    {
        var took = new List<double>();
        var orders = 0;
        for (var on = true; took.Count < measures || !attack.IsCompleted; on = !on)
        {
            var began = Stopwatch.GetTimestamp();
            await _lamp.Say("lamp/state", on ? "ON" : "OFF");
            await live.Next(m => m["thing"]?.GetValue<string>() == "lamp" && m["value"]?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False && m["value"]!.GetValue<bool>() == on);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (took.Count % 20 != 10) continue;
            orders++;
            Assert.Equal(200, (await Server.Post($"/things/lamp/actions/{(on ? "desligar" : "ligar")}?timeout=20")).Status);
            on = !on;
        }
        took.Sort();
        output.WriteLine(FormattableString.Invariant($"{what}: {(await attack).ToJsonString()}; {took.Count} readings, median {took[took.Count / 2]:0.0} ms, p99 {took[took.Count * 99 / 100]:0.0} ms, most {took[^1]:0.0} ms; {orders} orders obeyed"));
    }
}

public sealed class AttacksOnTheEmbeddedBroker(ITestOutputHelper output) : AttackStory(output)
{
    protected override int Port => Server.MqttPort;

    public override async Task InitializeAsync() => Server = await TestServer.Start();

    public override async Task DisposeAsync() => await Server.DisposeAsync();

    protected override async Task<JsonNode> Add(string user, string thing) =>
        (await Server.Post("/devices/credentials", new { user, things = new[] { thing }, clientId = user == "probe" ? "" : user })).Body!;
}

/// <summary>The same with Mosquitto and the files that the server writes for it. Which publishes it refuses it tells in a file only, at its debug level.</summary>
public sealed class AttacksOnMosquitto(ITestOutputHelper output) : AttackStory(output)
{
    FencedMosquitto _rig = null!;

    protected override int Port => _rig.Broker.Port;

    public override async Task InitializeAsync()
    {
        _rig = await FencedMosquitto.Start(tellsAll: true);
        Server = _rig.Server;
    }

    public override async Task DisposeAsync() => await _rig.DisposeAsync();

    protected override Task<JsonNode> Add(string user, string thing) => _rig.Add(user, thing);
}

/// <summary>Takes minutes; run by hand.</summary>
sealed class FloodFactAttribute : FactAttribute
{
    public FloodFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("GEMEO_TEST_FLOOD") is null) Skip = "takes two minutes: GEMEO_TEST_FLOOD=1 runs it";
    }
}
