using Gemeo.Tests.Support;

namespace Gemeo.Tests.History;

public sealed class HistoryTests
{
    [Fact]
    public async Task Pages_follow_each_other_at_full_resolution()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        for (var n = 1; n <= 5; n++) await device.Say("sensor/distance", $"{n % 3}");
        var seen = new List<int>();
        for (var from = ""; from is not null;)
        {
            var page = (await server.Get($"/things/sensor/history/distance?limit=2{from}"))!;
            seen.AddRange(page["items"]!.AsArray().Select(i => i!["value"]!.GetValue<int>()));
            from = page["next"]?.GetValue<string>() is { } next ? "&from=" + Uri.EscapeDataString(next) : null;
        }
        Assert.Equal([1, 2, 0, 1, 2], seen);
    }

    [Fact]
    public async Task Without_a_beginning_it_is_the_day_before_the_end()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        await device.Say("sensor/distance", "7");
        foreach (var (to, found) in new[] { (TimeSpan.FromMinutes(1), 1), (TimeSpan.FromHours(23), 1), (TimeSpan.FromHours(25), 0) })
        {
            var end = Uri.EscapeDataString((TimeProvider.System.GetUtcNow() + to).ToString("O"));
            Assert.Equal(found, (await server.Get($"/things/sensor/history/distance?to={end}"))!["items"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task A_property_that_the_lab_took_away_is_not_read_with_the_others()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        await device.Say("sensor/distance", "7");
        await server.Property("sensor", "distance", v => v.GetValue<int>() == 7);
        var file = Path.Combine(server.Lab, "lab.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"distance\":", "\"level\":", StringComparison.Ordinal));
        await Wait.For(async () => (await server.Get("/things/sensor"))!["properties"]!["level"] is not null ? "" : null, "the reload");
        Assert.Equal("{}", (await server.Get("/things/sensor/properties"))!.ToJsonString());
    }
}
