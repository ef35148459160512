using System.Net.WebSockets;
using Gemeo.Log;
using Gemeo.Tests.Support;
using Xunit;

namespace Gemeo.Tests.Live;

public sealed class FilterTests
{
    [Theory]
    [InlineData("?thing=load-1", "11 12 13")]
    [InlineData("?thing=load-1,load-3", "11 12 13 31")]
    [InlineData("?thing=load-1&thing=load-2", "11 12 13 21 22")]
    [InlineData("?name=aberta", "12 22")]
    [InlineData("?property=distance", "11 21 31")]
    [InlineData("?kind=availability", "13")]
    [InlineData("?kind=Event,availability&thing=load-1", "12 13")]
    [InlineData("?thing=load-2&name=distance", "21")]
    [InlineData("?thing=nobody", "")]
    public async Task Only_what_was_asked_for_comes_on_the_socket_and_from_the_log(string query, string expected)
    {
        await using var server = await Feed.Server("--Gemeo:Live:Heartbeat=0.2");
        var feed = new Feed(server);
        await using var client = await server.Live(query);
        await client.Snapshot();
        await feed.Write("load-1", "11");
        await feed.Write("load-1", "12", EntryKind.Event, "aberta");
        await feed.Write("load-2", "21");
        await feed.Write("load-1", "13", EntryKind.Availability, "last-will");
        await feed.Write("load-2", "22", EntryKind.Event, "aberta");
        await feed.Write("load-3", "31");
        var seen = new List<string>();
        while (await client.Next() is var message && !(message["type"]?.GetValue<string>() == "heartbeat" && Seen.Place(message.ToJsonString()) == 6))
            if (message["value"] is { } value) seen.Add(value.ToJsonString());
        Assert.Equal(expected, string.Join(' ', seen.Order()));
        var page = (await server.Get("/log" + query))!;
        Assert.Equal(expected, string.Join(' ', page["items"]!.AsArray().Select(i => i!["value"]!.ToJsonString()).Order()));
        Assert.Equal($"{feed.LogId}:6", page["next"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_filtered_snapshot_holds_the_asked_things_only()
    {
        await using var server = await Feed.Server();
        var feed = new Feed(server);
        foreach (var thing in (string[])["load-1", "load-2", "load-3"]) await feed.Write(thing, "1");
        await using var client = await server.Live("?thing=load-2,load-9");
        Assert.Equal(["load-2"], (await client.Snapshot())["things"]!.AsObject().Select(t => t.Key));
    }

    [Fact]
    public async Task Heartbeats_carry_the_cursor_past_what_the_filter_left_out_and_one_may_resume_from_it()
    {
        await using var server = await Feed.Server("--Gemeo:Live:Heartbeat=0.2");
        var feed = new Feed(server);
        await using (var client = await server.Live("?thing=load-9"))
        {
            await client.Snapshot();
            Assert.Equal("heartbeat", (await client.Next())["type"]!.GetValue<string>());
            await feed.Write(50);
            await client.Next(m => m["type"]?.GetValue<string>() == "heartbeat" && Seen.Place(m.ToJsonString()) == 50);
        }
        await using var again = await server.Live(Seen.Query(feed.LogId, 50) + "&thing=load-9");
        await feed.Write("load-9", "9");
        Assert.Equal("9", (await again.Next(m => m["value"] is not null))["value"]!.ToJsonString());
    }

    [Theory]
    [InlineData("?kind=noise")]
    [InlineData("?kind=1")]
    public async Task A_kind_that_does_not_exist_is_refused_before_the_handshake(string query)
    {
        await using var server = await Feed.Server();
        await Assert.ThrowsAsync<WebSocketException>(() => server.Live(query));
        Assert.Equal(400, (await server.Send(HttpMethod.Get, "/events" + query)).Status);
        Assert.Equal(400, (await server.Send(HttpMethod.Get, "/log" + query)).Status);
        Assert.Equal(400, (await server.Send(HttpMethod.Get, "/ws")).Status);
        Assert.Contains("400", (await Assert.ThrowsAsync<WebSocketException>(() => server.Live("?raw="))).Message, StringComparison.Ordinal);
    }
}
