using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Gemeo.Tests.Security;

/// <summary>Security events as they reach somebody elsewhere, and who asks.</summary>
public sealed class WebhookTests
{
    const string Secret = "a-secret-of-enough-length";

    [Fact]
    public async Task An_event_is_posted_with_its_signature_again_when_it_fails_and_stands_in_the_summary_and_the_log()
    {
        await using var receiver = new Receiver(fails: 1);
        await using var server = await TestServer.Start(args: [$"--Gemeo:Security:Webhook={receiver.Url}", $"--Gemeo:Security:WebhookSecret={Secret}"]);
        await using var live = await server.Live();
        await Assert.ThrowsAnyAsync<Exception>(() => Device.Connect(server.MqttPort, "x", user: "root", password: "root"));
        var entry = await live.Next(m => m["kind"]?.GetValue<string>() == "security");
        Assert.Equal("refused-connection", entry["name"]!.GetValue<string>());
        await Wait.Until(() => receiver.Heard.Count >= 2, "the second attempt");
        foreach (var (body, signature) in receiver.Heard)
            Assert.Equal("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body)), signature);
        var told = JsonNode.Parse(receiver.Heard.First().Body)!;
        Assert.Equal(("refused-connection", "127.0.0.1", "begins", 1), (told["kind"]!.GetValue<string>(), told["source"]!.GetValue<string>(), told["state"]!.GetValue<string>(), told["count"]!.GetValue<int>()));
        await Wait.For(async () => (await server.Get("/security"))!["webhook"]!["delivered"]!.GetValue<int>() == 1 ? "" : null, "the delivery");
        var item = (await server.Get("/security"))!["items"]!.AsArray().Single()!;
        Assert.Equal(("refused-connection", 1, true), (item["kind"]!.GetValue<string>(), item["count"]!.GetValue<int>(), item["open"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task A_refused_payload_is_counted_in_the_summary_too_and_a_thing_that_falls_silent_is_an_event()
    {
        await using var server = await TestServer.Start(TestLab.Lamp.Replace("\"title\": \"Sensor\"", "\"title\": \"Sensor\", \"gemeo:silentAfter\": 1", StringComparison.Ordinal));
        await using var device = await server.Device();
        await device.Say("sensor/distance", "3");
        await device.Say("sensor/distance", "rubbish");
        var kinds = await Wait.For(async () => (await server.Get("/security"))!["items"]!.AsArray().Select(i => i!["kind"]!.GetValue<string>()).ToHashSet() is { Count: 2 } all ? all : null, "both");
        Assert.Equal(["rejected", "silence"], kinds.Order());
        var log = await Wait.For(async () => await server.Log() is var all && all.Any(e => e["name"]!.GetValue<string>() == "silence") ? all : null, "the entry");
        Assert.Single(log, e => e["name"]!.GetValue<string>() == "rejected");
        Assert.Equal("sensor", log.Single(e => e["name"]!.GetValue<string>() == "silence")["thing"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_value_that_changes_faster_than_is_possible_is_taken_and_told_of()
    {
        await using var server = await TestServer.Start(TestLab.Lamp.Replace("\"unit\": \"cm\"", "\"unit\": \"cm\", \"gemeo:maxChange\": 10", StringComparison.Ordinal));
        await using var device = await server.Device();
        foreach (var value in (string[])["20", "25", "900"]) await device.Say("sensor/distance", value);
        await server.Property("sensor", "distance", v => v.GetValue<int>() == 900);
        var entry = await Wait.For(async () => (await server.Log()).FirstOrDefault(e => e["name"]!.GetValue<string>() == "impossible-jump"), "the event");
        Assert.Equal(("sensor", "sensor/distance", 1), (entry["thing"]!.GetValue<string>(), entry["value"]!["source"]!.GetValue<string>(), entry["value"]!["count"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData(20, 30, 1_000_000, false)]
    [InlineData(20, 30.1, 1_000_000, true)]
    [InlineData(20, 30, 0, false)]
    [InlineData(20, 31, 0, true)]
    [InlineData(20, 31, -5_000_000, true)]
    [InlineData(20, -79, 10_000_000, false)]
    public void Ten_in_a_second_are_possible(double before, double now, long microseconds, bool impossible) => Assert.Equal(impossible, Gemeo.Devices.Jumps.IsImpossible(before, now, microseconds, 10));

    sealed class Receiver : IAsyncDisposable
    {
        readonly HttpListener _listener = new();
        readonly Task _loop;
        int _fails;

        public Receiver(int fails)
        {
            _fails = fails;
            Url = $"http://127.0.0.1:{Mosquitto.FreePort()}/hook/";
            _listener.Prefixes.Add(Url);
            _listener.Start();
            _loop = Listen();
        }

        public string Url { get; }
        public ConcurrentQueue<(byte[] Body, string? Signature)> Heard { get; } = new();

        async Task Listen()
        {
            while (true)
            {
                HttpListenerContext call;
                try { call = await _listener.GetContextAsync(); }
                catch (Exception why) when (why is HttpListenerException or ObjectDisposedException) { return; }
                var body = new MemoryStream();
                await call.Request.InputStream.CopyToAsync(body);
                Heard.Enqueue((body.ToArray(), call.Request.Headers["X-Gemeo-Signature"]));
                call.Response.StatusCode = _fails-- > 0 ? 500 : 204;
                call.Response.Close();
            }
        }

        public async ValueTask DisposeAsync()
        {
            _listener.Close();
            await _loop;
        }
    }
}
