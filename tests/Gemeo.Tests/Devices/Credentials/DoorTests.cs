using System.Net.Sockets;
using System.Text.Json.Nodes;
using Gemeo.Devices.Credentials;
using Microsoft.Extensions.DependencyInjection;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace Gemeo.Tests.Devices.Credentials;

/// <summary>The embedded broker's door: who comes in, what each may say and hear, and how much.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    static async Task<string> Add(TestServer server, string user, string things, string clientId = "") =>
        (await server.Services.GetRequiredService<KnownDevices>().AddAsync(user, things.Split(' '), clientId, "test", CancellationToken.None))!.Value.Password;

    Task<string> Add(string user, string things, string clientId = "") => Add(_server, user, things, clientId);

    Task<Device> Connect(string user, string password, string id, string? will = null) => Device.Connect(_server.MqttPort, id, will, user: user, password: password);

    static async Task<JsonNode> Event(TestServer server, string kind) =>
        await Wait.For(async () => (await server.Log()).FirstOrDefault(e => e["kind"]!.GetValue<string>() == "security" && e["name"]!.GetValue<string>() == kind), kind);

    Task<JsonNode> Event(string kind) => Event(_server, kind);

    static async Task Refused(Task<Device> attempt, string why = "") => Assert.Contains(why, (await Assert.ThrowsAnyAsync<Exception>(() => attempt)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_device_comes_in_with_its_own_password_and_no_other()
    {
        var password = await Add("plug", "lamp", "plug-1");
        await Refused(Connect("plug", "wrong-password", "plug-1"));
        await Refused(Connect("plag", password, "plug-1"));
        Assert.Contains("wrong user or password", (await Event("refused-connection"))["value"]!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        await using var device = await Connect("plug", password, "plug-1", "lamp/status");
        await device.Say("lamp/state", "ON");
        await _server.Property("lamp", "ligada", v => v.GetValue<bool>());
    }

    [Fact]
    public async Task Once_a_device_has_a_credential_nobody_is_let_in_without_and_those_who_were_there_go()
    {
        await using var before = await _server.Device("stranger");
        await Add("plug", "lamp");
        await Wait.Until(() => !before.Client.IsConnected, "the stranger to go");
        await Refused(_server.Device("stranger"));
        await Event("refused-connection");
    }

    [Fact]
    public async Task What_is_not_its_own_it_neither_says_nor_hears()
    {
        var (lamp, sensor) = (await Add("plug", "lamp"), await Add("probe", "sensor"));
        await using var honest = await Connect("probe", sensor, "probe");
        await honest.Say("sensor/distance", "7");
        await using var device = await Connect("plug", lamp, "plug");
        await device.Say("sensor/distance", "8");
        Assert.Equal("plug", (await Event("foreign-topic"))["value"]!["source"]!.GetValue<string>());
        var answer = await device.Client.SubscribeAsync(new MqttClientSubscribeOptionsBuilder().WithTopicFilter("#").WithTopicFilter("sensor/distance").WithTopicFilter("lamp/set").Build());
        Assert.Equal([true, true, false], answer.Items.Select(i => (int)i.ResultCode >= 128));
        await Event("foreign-subscription");
        await honest.Say("sensor/distance", "9");
        await _server.Property("sensor", "distance", v => v.GetValue<int>() == 9);
        Assert.DoesNotContain(await _server.Log(), e => e["name"]!.GetValue<string>() == "distance" && e["value"]!.ToString() == "8");
        _ = _server.Post("/things/lamp/actions/piscar");
        Assert.Empty(device.Heard);
    }

    [Fact]
    public async Task Orders_reach_the_device_they_are_for()
    {
        await using var device = await Connect("plug", await Add("plug", "lamp"), "plug", "lamp/status");
        device.OnHeard = (topic, text) => topic == "lamp/set" ? device.Say("lamp/state", text) : Task.CompletedTask;
        await device.Hear("lamp/#");
        await device.Say("lamp/status", "online");
        Assert.Equal(200, (await _server.Post("/lab/ligar_luz")).Status);
        Assert.All(device.Heard, h => Assert.Equal("lamp/set", h.Topic));
    }

    [Fact]
    public async Task A_device_of_one_spot_tells_nothing_of_the_next_though_they_share_a_topic()
    {
        await using var device = await Connect("spot", await Add("spot", "vaga-1"), "spot");
        await device.Say("parking/sensor", "2,Occupied");
        await Event("rejected");
        await device.Say("parking/sensor", "1,Occupied");
        await _server.Property("vaga-1", "ocupada", v => v.GetValue<bool>());
        Assert.Equal(404, (int)(await _server.Http.GetAsync("/things/vaga-2/properties/ocupada")).StatusCode);
    }

    [Fact]
    public async Task A_last_will_on_another_s_topic_is_not_let_in()
    {
        var password = await Add("plug", "lamp");
        await Refused(Connect("plug", password, "plug", "sensor/distance"));
        await Event("foreign-topic");
    }

    [Fact]
    public async Task A_client_id_that_is_another_s_is_refused_and_the_one_who_has_it_stays()
    {
        var (lamp, sensor) = (await Add("plug", "lamp", "plug-1"), await Add("probe", "sensor"));
        await using var honest = await Connect("plug", lamp, "plug-1");
        await using var probe = await Connect("probe", sensor, "free");
        await Refused(Connect("probe", sensor, "plug-1"));
        Assert.Equal("client-id", (await Event("client-id"))["name"]!.GetValue<string>());
        await Refused(Connect("plug", lamp, "free"));
        await honest.Say("lamp/state", "ON");
        Assert.True(honest.Client.IsConnected && probe.Client.IsConnected);
        // Its own user may come again under it: that is what a device does whose line broke.
        await using var again = await Connect("plug", lamp, "plug-1");
        await again.Say("lamp/state", "OFF");
    }

    [Fact]
    public async Task Who_is_there_under_an_unbound_id_is_not_thrown_out_by_somebody_else()
    {
        var (lamp, sensor) = (await Add("plug", "lamp"), await Add("probe", "sensor"));
        await using var honest = await Connect("plug", lamp, "any");
        await Refused(Connect("probe", sensor, "any"));
        await honest.Say("lamp/state", "ON");
    }

    [Fact]
    public async Task Revoking_ends_the_open_connection_and_only_its_leaving_is_told()
    {
        await using var device = await Connect("plug", await Add("plug", "lamp", "plug"), "plug", "lamp/status");
        await device.Say("lamp/status", "online");
        Assert.True(await _server.Services.GetRequiredService<KnownDevices>().RevokeAsync("plug", CancellationToken.None));
        await Wait.Until(() => !device.Client.IsConnected, "the connection to end");
        await Wait.For(async () => (await _server.Get("/things/lamp/state"))!["available"]?.GetValue<bool>() == false ? "" : null, "the last will");
    }

    [Fact]
    public async Task Credentials_are_there_after_a_restart()
    {
        var data = Folder.New("data");
        string password;
        await using (var first = await TestServer.Start(data: data)) password = await Add(first, "plug", "lamp");
        await using var server = await TestServer.Start(data: data);
        await using (var device = await Device.Connect(server.MqttPort, "plug", user: "plug", password: password)) await device.Say("lamp/state", "ON");
        await Refused(server.Device());
        TestServer.Wipe(data);
    }

    [Fact]
    public async Task One_who_hurries_is_held_back_and_nothing_of_it_is_lost()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Mqtt:Limits:MessagesPerDevice=50");
        await using var device = await Device.Connect(server.MqttPort, "probe", user: "probe", password: await Add(server, "probe", "sensor"));
        for (var i = 1; i <= 150; i++)
            await device.Client.PublishAsync(new MqttApplicationMessageBuilder().WithTopic("sensor/distance").WithPayload($"{i}").WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtMostOnce).Build());
        await Event(server, "flood");
        await server.Property("sensor", "distance", v => v.GetValue<int>() == 150);
        Assert.Equal(150, (await server.Log()).Count(e => e["name"]!.GetValue<string>() == "distance"));
    }

    [Fact]
    public async Task A_packet_that_is_too_long_ends_the_connection_before_it_is_read()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Mqtt:Limits:PacketKilobytes=64");
        await using var device = await server.Device();
        await device.Say("lamp/state", new string('x', 60_000));
        await Assert.ThrowsAnyAsync<Exception>(() => device.Say("lamp/state", new string('x', 66_000)));
        await Event(server, "too-large");
        // Somebody unknown claims a packet of 256 MB and never sends it.
        using var raw = new TcpClient("127.0.0.1", server.MqttPort);
        await raw.GetStream().WriteAsync(new byte[] { 0x10, 0xff, 0xff, 0xff, 0x7f });
        Assert.Equal(0, await Closed(raw));
    }

    static async Task<int> Closed(TcpClient raw)
    {
        try { return await raw.GetStream().ReadAsync(new byte[1]).AsTask().WaitAsync(TimeSpan.FromSeconds(20)); }
        catch (IOException) { return 0; }
    }

    [Fact]
    public async Task Those_who_never_say_who_they_are_give_way_and_are_sent_away_in_the_end()
    {
        await using var server = await TestServer.Start(args: ["--Gemeo:Mqtt:Limits:HandshakesPerAddress=20", "--Gemeo:Mqtt:Limits:HandshakeSeconds=2"]);
        var silent = new List<TcpClient>();
        for (var i = 0; i < 100; i++) silent.Add(new TcpClient("127.0.0.1", server.MqttPort));
        await using (var device = await server.Device()) await device.Say("lamp/state", "ON");
        await Event(server, "half-open");
        foreach (var line in silent) Assert.Equal(0, await Closed(line));
        silent.ForEach(s => s.Dispose());
    }

    [Fact]
    public async Task A_device_has_so_many_connections_and_no_more()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Mqtt:Limits:ConnectionsPerDevice=2");
        var password = await Add(server, "plug", "lamp");
        await using var one = await Device.Connect(server.MqttPort, "a", user: "plug", password: password);
        await using var two = await Device.Connect(server.MqttPort, "b", user: "plug", password: password);
        await Refused(Device.Connect(server.MqttPort, "c", user: "plug", password: password));
        await Event(server, "too-many-connections");
    }

    [Fact]
    public async Task Simulated_devices_go_on_when_real_ones_get_credentials()
    {
        await using var server = await TestServer.Start(Path.Combine(Repository.Root, "labs", "demo"), null, "--Gemeo:Simulator=true");
        await Add(server, "plug", "lampada-bancada");
        Assert.Equal(200, (await server.Post("/lab/ligar_luz")).Status);
    }
}
