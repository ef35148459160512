using System.Text.Json.Nodes;
using Gemeo.Log;
using Gemeo.Tests.History;
using static Gemeo.Tests.History.Written;

namespace Gemeo.Tests.Live;

public sealed class LogPageTests
{
    static readonly DateTimeOffset _day = TimeProvider.System.GetUtcNow().AddDays(-5);

    [Fact]
    public async Task Backwards_the_newest_comes_first_and_the_pages_end()
    {
        await using var server = await Filled();
        Assert.Equal(["7", "6", "5", "4", "3", "2", "1"], await All(server, "order=desc&limit=3"));
        Assert.Equal(["7", "6", "5", "4", "3", "2", "1"], await All(server, "order=desc&limit=7"));
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7"], (await server.Log()).Select(Value));
    }

    [Theory]
    [InlineData("thing=porta", "5 4")]
    [InlineData("name=distance", "7 6 3 2 1")]
    [InlineData("kind=event", "5 4")]
    [InlineData("thing=nobody", "")]
    [InlineData("changed=true", "6 5 4 3 1")]
    [InlineData("thing=sensor,porta&kind=property&changed=true", "6 3 1")]
    public async Task Filters_hold_backwards_and_forwards(string filter, string expected)
    {
        await using var server = await Filled();
        var values = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(values, await All(server, $"order=desc&limit=1&{filter}"));
        Assert.Equal(values.Reverse(), (await server.Get($"/log?limit=100&{filter}"))!["items"]!.AsArray().Select(i => Value(i!)));
    }

    [Fact]
    public async Task From_and_to_are_times_and_both_ends_are_in()
    {
        await using var server = await Filled();
        var window = $"from={Iso(_day.AddHours(2))}&to={Iso(_day.AddHours(5))}";
        Assert.Equal(["5", "4", "3", "2"], await All(server, $"order=desc&{window}"));
        Assert.Equal(["2", "3", "4", "5"], (await server.Get($"/log?{window}"))!["items"]!.AsArray().Select(i => Value(i!)));
        var page = (await server.Get($"/log?limit=2&{window}"))!;
        var next = Uri.EscapeDataString(page["next"]!.GetValue<string>());
        Assert.Equal(["4", "5"], (await server.Get($"/log?after={next}&{window}"))!["items"]!.AsArray().Select(i => Value(i!)));
    }

    [Theory]
    [InlineData("order=down")]
    [InlineData("order=desc&after=x:1")]
    [InlineData("before=x:1")]
    [InlineData("order=desc&before=here")]
    [InlineData("order=desc&limit=1001")]
    [InlineData("changed=maybe")]
    [InlineData("from=then")]
    [InlineData("to=then")]
    public async Task What_is_not_understood_is_refused(string query)
    {
        await using var server = await TestServer.Start();
        Assert.Equal(400, (await server.Send(HttpMethod.Get, "/log?" + query)).Status);
    }

    [Fact]
    public async Task A_cursor_of_another_log_is_gone_backwards_too()
    {
        await using var server = await TestServer.Start();
        Assert.Equal(410, (await server.Send(HttpMethod.Get, "/log?order=desc&before=other:1")).Status);
    }

    [Fact]
    public async Task The_commands_of_a_thing_are_listed_newest_first_with_their_ends()
    {
        await using var server = await TestServer.Start();
        await server.Post("/things/lamp/actions/piscar");
        await server.Post("/things/lamp/actions/ligar?timeout=0.05");
        await using var device = await server.Device();
        await device.Say("lamp/status", "offline");
        await server.Post("/things/lamp/actions/ligar");
        var items = (await server.Get("/things/lamp/commands"))!["items"]!.AsArray();
        Assert.Equal(["ligar failed offline", "ligar expired no-answer", "piscar sent "], items.Select(c => $"{c!["name"]} {c["state"]} {c["reason"]}"));
        Assert.Equal(items[0]!.ToJsonString(), (await server.Get($"/commands/{items[0]!["id"]}"))!.ToJsonString());
        Assert.Equal(items.Take(2).Select(i => i!.ToJsonString()), (await server.Get("/commands?limit=2"))!["items"]!.AsArray().Select(i => i!.ToJsonString()));
        Assert.Empty((await server.Get("/things/sensor/commands"))!["items"]!.AsArray());
        Assert.Equal(404, (await server.Send(HttpMethod.Get, "/things/nobody/commands")).Status);
        foreach (var path in (string[])["/commands?limit=0", "/things/lamp/commands?limit=1001"]) Assert.Equal(400, (await server.Send(HttpMethod.Get, path)).Status);
    }

    static async Task<TestServer> Filled()
    {
        var server = await TestServer.Start();
        var (sensor, door) = (new Written(server, "sensor"), new Written(server, "porta"));
        await sensor.Say("distance", [(_day.AddHours(1), "1"), (_day.AddHours(2), "1"), (_day.AddHours(3), "3")]);
        await door.Say(EntryKind.Event, "aberta", [(_day.AddHours(4), "4"), (_day.AddHours(5), "5")]);
        await sensor.Say("distance", [(_day.AddHours(6), "6"), (_day.AddHours(7), "6")]);
        return server;
    }

    static async Task<List<string>> All(TestServer server, string query)
    {
        var seen = new List<string>();
        for (var next = ""; next is not null;)
        {
            var page = (await server.Get($"/log?{query}{next}"))!;
            seen.AddRange(page["items"]!.AsArray().Select(i => Value(i!)));
            next = page["next"]?.GetValue<string>() is { } cursor ? "&before=" + Uri.EscapeDataString(cursor) : null;
        }
        return seen;
    }

    static string Value(JsonNode entry) => entry["cursor"]!.GetValue<string>().Split(':')[1];
}
