using System.Net.WebSockets;
using Gemeo.Live;
using Gemeo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gemeo.Tests.Live;

/// <summary>Coming and going loses nothing; who cannot keep up hurts nobody.</summary>
public sealed class ResumeTests
{
    const int Entries = 200_000;

    [Fact]
    public async Task A_client_that_comes_and_goes_during_200_000_entries_misses_none_and_sees_none_twice_with_a_stuck_one_beside_it()
    {
        await using var server = await Feed.Server("--Gemeo:Live:SendTimeout=2");
        var feed = new Feed(server);
        using var stuck = await RawTcp.Connect(server.Url.Port);
        await using var steady = await server.Live();
        await steady.Snapshot();
        var steadily = Task.Run(() => steady.Until(() => Entries));
        var restless = Enumerable.Range(1, 2).Select(seed => Task.Run(() => ComeAndGo(server, feed.LogId, new Random(seed)))).ToArray();
        await feed.Write(Entries);
        var all = Enumerable.Range(1, Entries).Select(n => (long)n).ToArray();
        Assert.Equal(all, await steadily);
        foreach (var client in restless)
        {
            var (seen, visits) = await client;
            Assert.Equal(all, seen);
            Assert.InRange(visits, 10, 1000);
        }
        var live = server.Services.GetRequiredService<LiveApi>();
        await Wait.Until(() => live.Clients == 1, "the stuck client to be let go");
        await stuck.Ended();
    }

    static async Task<(List<long> Seen, int Visits)> ComeAndGo(TestServer server, string logId, Random die)
    {
        var seen = new List<long>();
        var visits = 0;
        for (var at = 0L; at < Entries; visits++)
        {
            await using var client = await server.Live(Seen.Query(logId, at));
            for (var left = die.Next(1, 10_000); left > 0 && at < Entries; left--)
            {
                var text = await client.Text() ?? throw new WebSocketException("closed by the server");
                at = Seen.Place(text);
                if (Seen.IsEntry(text)) seen.Add(at);
            }
        }
        return (seen, visits);
    }

    [Fact]
    public async Task A_client_that_falls_behind_is_told_its_last_cursor_with_4008_and_goes_on_from_it()
    {
        await using var server = await Feed.Server("--Gemeo:Live:MaxLag=1000", "--Gemeo:Live:SendTimeout=60");
        var feed = new Feed(server);
        await using var slow = await server.Live();
        await slow.Snapshot();
        await feed.Write(100_000);
        var (texts, code, reason, how) = await slow.ToTheEnd();
        Assert.Equal((LiveSocket.TooSlow, $"{feed.LogId}:{texts.Count(Seen.IsEntry)}", how), ((int?)code, reason, ""));
        await using var again = await server.Live("?cursor=" + Uri.EscapeDataString(reason!));
        var rest = await again.Until(() => 100_000);
        Assert.Equal(Enumerable.Range(1, 100_000).Select(n => (long)n), [.. texts.Where(Seen.IsEntry).Select(Seen.Place), .. rest]);
    }

    [Fact]
    public async Task After_the_data_is_wiped_an_old_cursor_gets_410_or_a_fresh_snapshot()
    {
        var data = Folder.New("data");
        string cursor;
        await using (var server = await TestServer.Start(data: data))
        {
            await using var sensor = await server.Device();
            await sensor.Say("sensor/distance", "5");
            cursor = (await server.Get("/log"))!["next"]!.GetValue<string>();
            Assert.Equal(200, (await server.Send(HttpMethod.Get, "/log?after=" + cursor)).Status);
        }
        TestServer.Wipe(data);
        await using var fresh = await TestServer.Start(data: data);
        var (status, problem) = await fresh.Send(HttpMethod.Get, "/log?after=" + cursor);
        Assert.Equal((410, "urn:gemeo:problem:cursor-gone"), (status, problem!["type"]!.GetValue<string>()));
        Assert.NotEmpty(problem["erro"]!.GetValue<string>());
        await using var client = await fresh.Live("?cursor=" + cursor);
        var snapshot = await client.Next();
        Assert.Equal(("snapshot", "cursor-gone"), (snapshot["type"]!.GetValue<string>(), snapshot["reason"]!.GetValue<string>()));
        await using var device = await fresh.Device();
        await device.Say("sensor/distance", "6");
        Assert.Equal(6, (await client.Entry("sensor"))["value"]!.GetValue<double>());
        Folder.Remove(data);
    }

    [Theory]
    [InlineData("rubbish", 400)]
    [InlineData("other:1", 410)]
    public async Task A_cursor_that_is_none_is_refused_by_the_log_and_answered_with_a_snapshot_on_the_socket(string cursor, int expected)
    {
        await using var server = await Feed.Server();
        Assert.Equal(expected, (await server.Send(HttpMethod.Get, "/log?after=" + cursor)).Status);
        await using var client = await server.Live("?cursor=" + cursor);
        Assert.Equal("cursor-gone", (await client.Next())["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_client_whom_retention_overtakes_while_it_is_slow_gets_a_fresh_snapshot_and_goes_on()
    {
        await using var server = await Feed.Server("--Gemeo:Live:SendTimeout=60", "--Gemeo:Live:MaxLag=10000000");
        var feed = new Feed(server);
        await using var slow = await server.Live();
        await slow.Snapshot();
        await feed.Write(150_000);
        var writer = server.Services.GetRequiredService<Gemeo.Log.LogWriter>();
        Assert.Equal(149_000, await writer.RunAsync(store => store.Prune(long.MaxValue, 149_000)));
        await feed.Write("load-1", "7");
        var seen = new List<long>();
        var snapshots = 0;
        for (var at = 0L; at < feed.Head;)
        {
            var text = await slow.Text() ?? throw new WebSocketException("closed by the server");
            at = Seen.Place(text);
            if (Seen.IsEntry(text)) seen.Add(at);
            else if (text.Contains("\"cursor-gone\"", StringComparison.Ordinal)) snapshots++;
        }
        Assert.Equal(seen.Order().Distinct(), seen);
        Assert.True(snapshots == 1 || seen.Count == 150_001, $"{snapshots} snapshots, {seen.Count} entries");
    }
}
