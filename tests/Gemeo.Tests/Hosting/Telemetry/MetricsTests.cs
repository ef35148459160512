using System.Globalization;
using System.Net;

namespace Gemeo.Tests.Hosting.Telemetry;

public sealed class MetricsTests
{
    static async Task<Dictionary<string, double>> Look(TestServer server)
    {
        var text = await server.Http.GetStringAsync("/metrics");
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => Assert.Matches("""^(# (HELP|TYPE) [a-z_0-9]+ .+|[a-z_0-9]+(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? ([-+0-9.eE]+|\+Inf|NaN))$""", l));
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').ToDictionary(l => l[..l.LastIndexOf(' ')], l => double.Parse(l[(l.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_reading_a_refusal_and_orders_are_counted_and_timed()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        var server = rig.Server;
        var before = await Look(server);
        Assert.Equal(0, before["gemeo_live_clients"]);

        await using var device = await server.Device();
        foreach (var value in (string[])["1", "2", "2"]) await device.Say("sensor/distance", value);
        await device.Say("parking/sensor", "2,Spoofed Message");
        await device.Say("nobody/here", "x");
        Assert.Equal(200, (await server.Post("/things/lamp/actions/ligar")).Status);
        Assert.Equal(200, (await server.Post("/things/lamp/actions/ligar")).Status);
        rig.Deaf = true;
        Assert.Equal(504, (await server.Post("/things/lamp/actions/desligar?timeout=0.1")).Status);
        await using var live = await server.Live();
        await live.Snapshot();

        // The socket is on its way a moment after its snapshot.
        var now = await Wait.For(async () => await Look(server) is var n && n["gemeo_live_lag"] == 0 ? n : null, "a socket without lag");
        double Grew(string name) => now[name] - before.GetValueOrDefault(name);
        // Three of the sensor, one of the lamp.
        Assert.Equal(4, Grew("gemeo_readings_total"));
        Assert.Equal(1, Grew("gemeo_messages_rejected_total"));
        Assert.Equal(1, Grew("gemeo_messages_unmatched_total"));
        Assert.Equal((1, 1, 1, 0), (Grew("gemeo_commands_total{outcome=\"confirmed\"}"), Grew("gemeo_commands_total{outcome=\"already\"}"), Grew("gemeo_commands_total{outcome=\"no-answer\"}"), Grew("gemeo_commands_total{outcome=\"offline\"}")));
        Assert.Equal(1, now["gemeo_command_duration_seconds_count{outcome=\"no-answer\"}"]);
        Assert.InRange(now["gemeo_command_duration_seconds_sum{outcome=\"no-answer\"}"], 0.09, 60);
        Assert.Equal(0, now["gemeo_command_duration_seconds_bucket{outcome=\"no-answer\",le=\"0.05\"}"]);
        Assert.Equal(1, now["gemeo_command_duration_seconds_bucket{outcome=\"no-answer\",le=\"+Inf\"}"]);
        Assert.Equal(Grew("gemeo_log_entries_total"), now["gemeo_log_commit_size_sum"]);
        Assert.Equal(now["gemeo_log_commit_size_count"], now["gemeo_log_commit_duration_seconds_count"]);
        Assert.Equal((1, 1, 1), (now["gemeo_live_clients"], now["gemeo_log_well"], now["gemeo_broker_connected"]));
        // The lamp and the device.
        Assert.Equal(2, now["gemeo_broker_clients"]);
        Assert.True(now["dotnet_process_memory_working_set_bytes"] > 1e6);
    }

    [Fact]
    public async Task Servers_of_one_process_count_for_themselves()
    {
        await using var one = await TestServer.Start();
        await using var other = await TestServer.Start();
        var (first, second) = (await Look(one), await Look(other));
        await using var device = await one.Device();
        await device.Say("sensor/distance", "1");
        Assert.Equal(first["gemeo_readings_total"] + 1, (await Look(one))["gemeo_readings_total"]);
        Assert.Equal(second["gemeo_readings_total"], (await Look(other))["gemeo_readings_total"]);
    }

    [Fact]
    public async Task Whoever_is_not_on_this_machine_shows_the_key()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Key=0123456789abcdef");
        Assert.Equal(401, (await server.Send(HttpMethod.Get, "/metrics", null, ("X-Forwarded-For", "10.0.0.9"))).Status);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { { "X-Forwarded-For", "10.0.0.9" }, { "X-Api-Key", "0123456789abcdef" } } };
        using var answer = await server.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, "text/plain; version=0.0.4; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
    }
}
