using System.Text.Json.Nodes;
using Gemeo.Log;
using Microsoft.Extensions.DependencyInjection;
using static Gemeo.Tests.History.Written;

namespace Gemeo.Tests.History;

public sealed class PastTests
{
    [Fact]
    public async Task The_lab_is_shown_as_it_was_known_at_each_instant_and_the_log_goes_on_from_there()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        foreach (var n in (int[])[1, 2, 2, 3])
        {
            await device.Say("sensor/distance", $"{n}");
            await device.Say("parking/sensor", $"1,{(n % 2 == 0 ? "Available" : "Occupied")}");
            await device.Say("lamp/status", n % 2 == 0 ? "offline" : "online");
        }
        var log = await server.Log();
        foreach (var instant in log.Select(e => e["time"]!.GetValue<string>()).Distinct())
        {
            var past = (await server.Get("/things?at=" + Uri.EscapeDataString(instant)))!;
            Assert.Equal(instant, past["at"]!.GetValue<string>());
            var place = Place(past["cursor"]!);
            var before = log.Where(e => Place(e["cursor"]!) <= place).ToArray();
            Assert.All(before, e => Assert.True(string.CompareOrdinal(e["time"]!.GetValue<string>(), instant) <= 0));
            foreach (var of in before.GroupBy(e => e["thing"]!.GetValue<string>()))
            {
                var thing = past["things"]![of.Key]!;
                Assert.Equal(of.Last()["version"]!.GetValue<long>(), thing["version"]!.GetValue<long>());
                foreach (var property in of.Where(e => e["kind"]!.GetValue<string>() == "property").GroupBy(e => e["name"]!.GetValue<string>()))
                    Assert.Equal($$"""{"value":{{property.Last()["value"]!.ToJsonString()}},"time":"{{property.Last()["time"]}}"}""", thing["state"]!["properties"]![property.Key]!.ToJsonString());
                if (of.LastOrDefault(e => e["kind"]!.GetValue<string>() == "availability") is { } there)
                    Assert.Equal((there["value"]!.GetValue<bool>(), there["time"]!.GetValue<string>()), (thing["state"]!["available"]!.GetValue<bool>(), thing["state"]!["since"]!.GetValue<string>()));
            }
            var next = (await server.Get("/log?limit=1000&after=" + Uri.EscapeDataString(past["cursor"]!.GetValue<string>())))!["items"]!.AsArray();
            Assert.Equal(log.Count - before.Length, next.Count);
        }
    }

    [Fact]
    public async Task The_newest_past_is_the_present()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        await device.Say("sensor/distance", "7");
        await device.Say("lamp/status", "online");
        await using var live = await server.Live();
        var snapshot = await live.Next(m => m["type"]?.GetValue<string>() == "snapshot");
        var past = (await server.Get("/things?at=" + Iso(TimeProvider.System.GetUtcNow())))!;
        Assert.Equal(snapshot["things"]!.ToJsonString(), past["things"]!.ToJsonString());
    }

    [Fact]
    public async Task What_is_no_longer_kept_is_gone_and_what_has_not_been_is_refused()
    {
        await using var server = await TestServer.Start();
        Assert.Equal("""{"oldest":null,"newest":null}""", (await server.Get("/log/range"))!.ToJsonString());
        var start = TimeProvider.System.GetUtcNow().AddDays(-10);
        await new Written(server, "sensor").Say("distance", [(start, "1"), (start.AddDays(1), "2"), (start.AddDays(2), "3")]);
        await server.Services.GetRequiredService<LogWriter>().RunAsync(store => store.Prune(Instant.Of(start.AddHours(1)), 100));
        var range = (await server.Get("/log/range"))!;
        Assert.Equal((Instant.Iso(Instant.Of(start.AddDays(1))), Instant.Iso(Instant.Of(start.AddDays(2)))), (range["oldest"]!["time"]!.GetValue<string>(), range["newest"]!["time"]!.GetValue<string>()));
        Assert.Equal((2L, 3L), (Place(range["oldest"]!["cursor"]!), Place(range["newest"]!["cursor"]!)));
        var (status, body) = await server.Send(HttpMethod.Get, "/things?at=" + Iso(start.AddHours(2)));
        Assert.Equal((410, "urn:gemeo:problem:past-gone"), (status, body!["type"]!.GetValue<string>()));
        Assert.Equal(range["oldest"]!["time"]!.GetValue<string>(), body["oldest"]!.GetValue<string>());
        foreach (var bad in (string[])[Iso(TimeProvider.System.GetUtcNow().AddMinutes(1)), "yesterday", ""])
            Assert.Equal(400, (await server.Send(HttpMethod.Get, "/things?at=" + bad)).Status);
        Assert.Equal(200, (await server.Send(HttpMethod.Get, "/things?at=" + Iso(start.AddDays(1)))).Status);
    }

    [Fact]
    public async Task A_value_that_nobody_has_told_since_is_known_though_its_entry_is_no_longer_kept()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        await device.Say("porta/trancada", "true");
        var told = (await server.Log()).Single(e => e["name"]!.GetValue<string>() == "trancada")["time"]!.GetValue<string>();
        await device.Say("sensor/distance", "1");
        await server.Services.GetRequiredService<LogWriter>().RunAsync(store => store.Prune(long.MaxValue, 2));
        await device.Say("sensor/distance", "2");
        var past = (await server.Get("/things?at=" + Iso(TimeProvider.System.GetUtcNow())))!;
        Assert.Equal($$"""{"value":true,"time":"{{told}}"}""", past["things"]!["porta"]!["state"]!["properties"]!["trancada"]!.ToJsonString());
    }

    static long Place(JsonNode cursor) => Cursor.TryParse(cursor.GetValue<string>(), out var place) ? place.N : -1;
}
