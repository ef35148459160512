using System.Text.Json.Nodes;
using Gemeo.Things;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Gemeo.Tests.Things;

/// <summary>What a thing must not forget while nobody asks for it.</summary>
public sealed class StayTests
{
    static IGrainFactory Grains(TestServer server) => server.Services.GetRequiredService<IGrainFactory>();

    // What happens by itself after some idle minutes.
    static Task CollectIdle(TestServer server) => Grains(server).GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    static string Meter(double? silentAfter) => $$"""
        { "id": "meter", "title": "Medidor", {{(silentAfter is { } s ? FormattableString.Invariant($"\"gemeo:silentAfter\": {s},") : "")}}
          "@context": ["https://www.w3.org/2022/wot/td/v1.1", { "gemeo": "urn:gemeo:td#", "mqv": "http://www.example.org/mqtt-binding#" }],
          "securityDefinitions": { "none": { "scheme": "nosec" } }, "security": "none", "base": "mqtt://broker/",
          "properties": { "watts": { "type": "number", "readOnly": true, "forms": [{ "href": "meter/watts", "contentType": "text/plain", "op": "readproperty" }] } } }
        """;

    static async Task Put(TestServer server, double? silentAfter) => Assert.InRange((await server.Send(HttpMethod.Put, "/things/meter", JsonNode.Parse(Meter(silentAfter)))).Status, 201, 204);

    // The log is asked, not the thing: asking would wake it.
    static Task<JsonNode> Silent(TestServer server, string thing) => Wait.For<JsonNode>(async () =>
        (await server.Log()).Find(e => e["thing"]!.GetValue<string>() == thing && e["name"]!.GetValue<string>() == "silent"), "silence");

    [Fact]
    public async Task A_queued_order_waits_on_through_hours_in_which_nobody_asks()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        await rig.Unplug();
        var (_, body) = await rig.Server.Post("/things/lamp/actions/ligar?queue=600");
        await CollectIdle(rig.Server);
        await rig.PlugIn();
        await Wait.For<JsonNode>(async () => (await rig.Server.Get("/commands/" + body!["id"]))!["state"]!.GetValue<string>() == "confirmed" ? body : null, "the queued order");
    }

    [Fact]
    public async Task Silence_is_told_though_nobody_asked_meanwhile()
    {
        await using var server = await TestServer.Start();
        await Put(server, 0.5);
        await using var meter = await server.Device("meter");
        await meter.Say("meter/watts", "60");
        await CollectIdle(server);
        await Silent(server, "meter");
    }

    [Fact]
    public async Task A_thing_that_a_person_adds_is_missed_when_it_never_speaks_and_its_limit_may_change()
    {
        await using var server = await TestServer.Start();
        await Put(server, 2_000_000);
        await Put(server, 0.2);
        await Silent(server, "meter");
    }

    [Fact]
    public async Task A_thing_whose_limit_is_taken_away_or_that_is_removed_is_not_called_silent_any_more()
    {
        await using var server = await TestServer.Start();
        await using var meter = await server.Device("meter");
        await Put(server, 1);
        await meter.Say("meter/watts", "60");
        await Put(server, null);
        await Put(server, 1);
        await meter.Say("meter/watts", "61");
        Assert.Equal(204, (await server.Send(HttpMethod.Delete, "/things/meter")).Status);
        // Another thing with the same limit is called silent; by then this one would have been too.
        await server.Send(HttpMethod.Put, "/things/other", JsonNode.Parse(Meter(1.3).Replace("\"meter\"", "\"other\"", StringComparison.Ordinal)));
        await Silent(server, "other");
        Assert.DoesNotContain(await server.Log(), e => e["thing"]!.GetValue<string>() == "meter" && e["name"]!.GetValue<string>() == "silent");
    }

    [Fact]
    public async Task What_is_no_thing_is_not_kept_in_memory()
    {
        await using var server = await TestServer.Start();
        for (var i = 0; i < 100; i++) Assert.Equal(404, (await server.Post($"/things/nobody-{i}/actions/ligar")).Status);
        await CollectIdle(server);
        await Wait.For(async () => (await Grains(server).GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics())
            .Where(s => s.GrainType.Contains(nameof(ThingGrain), StringComparison.Ordinal)).Sum(s => s.ActivationCount) < 10 ? "" : null, "few grains");
    }
}
