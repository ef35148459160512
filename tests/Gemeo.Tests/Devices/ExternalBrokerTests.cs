using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Gemeo.Log;
using Microsoft.Extensions.DependencyInjection;

namespace Gemeo.Tests.Devices;

/// <summary>An external broker that is not there, refuses, or breaks off in the middle.</summary>
public sealed class ExternalBrokerTests
{
    static Task<TestServer> Server(int port) => TestServer.Start(args: [$"--Gemeo:Mqtt:Broker=127.0.0.1:{port}"]);

    static Task Ready(TestServer server) => Wait.For(async () => (await server.Http.GetAsync("/health/ready")).IsSuccessStatusCode ? "" : null, "a ready server");

    static string Ask(string action) => $"/things/lamp/actions/{action}?timeout=5";

    [Fact]
    public async Task A_broker_that_does_not_let_us_read_is_told_and_all_is_well_when_it_does()
    {
        await using var broker = await MoodyBroker.Start(refuses: true);
        await using var server = await Server(broker.Port);
        await Wait.Until(() => broker.Asked >= 2, "another attempt");
        var fault = await Wait.For(async () => (await server.Get("/devices"))!["fault"]?.GetValue<string>(), "the fault");
        Assert.Contains("Gemeo:Mqtt:Filter", fault, StringComparison.Ordinal);
        Assert.False((await server.Get("/devices"))!["connected"]!.GetValue<bool>());
        broker.Refuses = false;
        await Ready(server);
        await broker.Say("sensor/distance", "7");
        await server.Property("sensor", "distance", v => v.GetValue<int>() == 7);
    }

    [Fact]
    public async Task A_broker_that_takes_the_call_and_says_nothing_is_tried_again()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        await using var server = await Server(((IPEndPoint)mute.LocalEndpoint).Port);
        using var first = await mute.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromSeconds(20));
        using var second = await mute.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task An_order_that_the_broker_may_have_is_not_given_twice_when_twice_is_more_than_once()
    {
        await using var broker = await MoodyBroker.Start(drops: true);
        await using var server = await Server(broker.Port);
        await Ready(server);
        var answer = server.Post(Ask("alternar"));
        await Wait.Until(() => broker.Connections >= 2, "the next connection");
        await broker.Say("lamp/state", "ON");
        Assert.Equal(200, (await answer).Status);
        Assert.Equal([("lamp/set", "TOGGLE")], broker.Orders);
    }

    [Fact]
    public async Task An_order_that_the_broker_may_not_have_is_given_again_when_that_is_harmless()
    {
        await using var broker = await MoodyBroker.Start(drops: true);
        await using var server = await Server(broker.Port);
        await Ready(server);
        var answer = server.Post(Ask("ligar"));
        await Wait.Until(() => broker.Orders.Count == 2, "the order once more");
        await broker.Say("lamp/state", "ON");
        Assert.Equal(200, (await answer).Status);
    }

    [Fact]
    public async Task A_message_of_a_broken_connection_is_not_acknowledged_on_the_next_one()
    {
        await using var broker = await MoodyBroker.Start();
        await using var server = await Server(broker.Port);
        await Ready(server);
        using var gate = new ManualResetEventSlim();
        var held = server.Services.GetRequiredService<LogWriter>().RunAsync(_ => gate.Wait(TimeSpan.FromSeconds(20)));
        for (var i = 0; i < 20; i++) await broker.Say("sensor/distance", $"{i}");
        await Wait.Until(() => broker.Given.Count >= 20, "the messages");
        await broker.BreakConnection();
        await Wait.Until(() => broker.Given.Count(g => g.Connection >= 2) >= 20, "the messages once more");
        gate.Set();
        Assert.True(await held);
        await Wait.Until(() => broker.Taken.Count(t => t.Connection >= 2) >= 20, "the acknowledgements");
        await broker.Say("sensor/distance", "1000");
        await Wait.Until(() => broker.Taken.Count(t => t.Connection >= 2) >= 21, "the last acknowledgement");
        Assert.Equal(broker.Given.Where(g => g.Connection >= 2), broker.Taken.Where(t => t.Connection >= 2));
    }
}
