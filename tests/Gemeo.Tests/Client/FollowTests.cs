using System.Collections.Concurrent;
using Gemeo.Client;
using Gemeo.Live;
using Gemeo.Tests.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Gemeo.Tests.Client;

/// <summary>The link comes back by itself, and what it tells is the log: nothing missed, nothing twice, in order.</summary>
public sealed class FollowTests
{
    const int Entries = 10_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Over_a_line_that_cuts_at_any_byte_10_000_entries_come_once_each_and_in_order(bool byHand)
    {
        await using var server = await Feed.Server();
        await using var line = BadLine.To(server);
        using var client = await Rig.Open(line.Url, o => o.DispatchByHand = byHand);
        var seen = Listen(client);
        var die = new Random(7);
        line.CutsAfter = () => die.Next(1, 60_000);
        line.CutAll();
        var feed = new Feed(server);
        await feed.Write(Entries);
        line.CutsAfter = () => die.Next(20_000, 60_000);
        await client.Until(() => seen.Count >= Entries, "all entries");
        Assert.Equal(Enumerable.Range(1, Entries), seen);
        Assert.InRange(line.Connections, 20, 10_000);
        Assert.Equal($"{feed.LogId}:{Entries}", client.Lab.Cursor);
        Assert.Empty(client.Failures);
    }

    [Fact]
    public async Task Under_a_server_that_restarts_10_000_entries_come_once_each_and_in_order()
    {
        const int Restarts = 4;
        var data = Folder.New("data");
        await using var line = BadLine.To(null);
        Rig? client = null;
        ConcurrentQueue<int>? seen = null;
        var written = 0;
        for (var life = 0; life < Restarts; life++)
        {
            await using var server = await TestServer.Start(Path.Combine(Repository.Root, "labs", "load"), data);
            line.Target = server.Url.Port;
            if (client is null) seen = Listen(client = await Rig.Open(line.Url));
            // Things that nobody wrote before: their counts begin at 1.
            var feed = new Feed(server, first: life * 20 + 1);
            await feed.Write(Entries / Restarts);
            written += Entries / Restarts;
            // Sometimes it stops while much is still on its way.
            if (life % 2 == 1) await client.Until(() => seen!.Count >= written, "the entries of this life");
        }
        await using var last = await TestServer.Start(Path.Combine(Repository.Root, "labs", "load"), data);
        line.Target = last.Url.Port;
        await client!.Until(() => seen!.Count >= Entries, "all entries");
        Assert.Equal(Enumerable.Range(1, Entries), seen);
        Assert.Contains(LinkState.Waiting, client.States);
        client.Dispose();
        Folder.Remove(data);
    }

    // Places in the log, as they are told.
    static ConcurrentQueue<int> Listen(Rig client)
    {
        var seen = new ConcurrentQueue<int>();
        client.Lab.EntryHeard += entry => seen.Enqueue(int.Parse(entry.Cursor.Split(':')[1]));
        return seen;
    }

    [Fact]
    public async Task A_cursor_that_is_no_longer_kept_gives_a_fresh_snapshot_and_says_that_there_is_a_gap()
    {
        await using var line = BadLine.To(null);
        var data = Folder.New("data");
        Rig client;
        await using (var server = await TestServer.Start(data: data))
        {
            line.Target = server.Url.Port;
            client = await Rig.Open(line.Url);
            await using var device = await server.Device();
            await device.Say("lamp/status", "online");
            await device.Say("lamp/state", "ON");
            await device.Say("sensor/distance", "5");
            await client.Until(() => client.Lab.Things["sensor"]["distance"].Value.Number == 5 && client.Lab.Things["lamp"]["ligada"].IsKnown, "what was reported");
        }
        var (gaps, told) = (0, new List<string>());
        client.Lab.GapFound += lab => gaps += lab.Things["lamp"].IsAvailable is null ? 1 : 100;
        client.Lab.Things["lamp"].Changed += property => told.Add(property.Name + (property.IsKnown ? " is known" : " is unknown"));
        client.Lab.Things["lamp"].AvailabilityChanged += thing => told.Add("available: " + thing.IsAvailable);
        Folder.Remove(data);
        await using (var fresh = await TestServer.Start(data: data))
        {
            await using var device = await fresh.Device();
            await device.Say("sensor/distance", "6");
            await fresh.Property("sensor", "distance", v => v.GetValue<double>() == 6);
            line.Target = fresh.Url.Port;
            await client.Until(() => gaps > 0, "the gap");
            var (lamp, sensor) = (client.Lab.Things["lamp"], client.Lab.Things["sensor"]);
            Assert.Equal((1, false, default(Value), (bool?)null, 0L), (gaps, lamp["ligada"].IsKnown, lamp["ligada"].Value, lamp.IsAvailable, lamp.Version));
            Assert.Equal(["available: ", "ligada is unknown"], told);
            Assert.Equal((6, true), (sensor["distance"].Value.Number, sensor.Version is 1 or 2));
            await device.Say("sensor/distance", "7");
            await client.Until(() => sensor["distance"].Value.Number == 7, "what comes after the gap");
        }
        client.Dispose();
        Folder.Remove(data);
    }

    [Fact]
    public async Task With_the_cursor_of_an_earlier_run_one_hears_what_came_meanwhile_and_no_snapshot()
    {
        await using var server = await Feed.Server();
        var feed = new Feed(server);
        await feed.Write(100);
        string? cursor;
        using (var before = await Rig.Open(server)) cursor = before.Lab.Cursor;
        Assert.Equal($"{feed.LogId}:100", cursor);
        await feed.Write(50);
        using var client = Rig.Of(server, o => o.Cursor = cursor);
        var seen = Listen(client);
        client.Lab.Start();
        await client.Until(() => seen.Count >= 50, "what was missed");
        Assert.Equal(Enumerable.Range(101, 50), seen);
        Assert.False(client.Lab.IsKnown);
    }

    [Fact]
    public async Task The_cursor_counts_only_what_was_dispatched()
    {
        await using var server = await Feed.Server();
        using var client = await Rig.Open(server, o => o.DispatchByHand = true);
        var feed = new Feed(server);
        await feed.Write(10);
        var seen = Listen(client);
        await Wait.Until(() => client.Lab.Dispatch(1) == 1, "one of them");
        Assert.Equal([1], seen);
        Assert.Equal($"{feed.LogId}:1", client.Lab.Cursor);
    }

    [Fact]
    public async Task A_line_that_goes_deaf_is_noticed_and_another_one_is_taken()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Live:Heartbeat=0.2");
        await using var line = BadLine.To(server);
        using var client = await Rig.Open(line.Url, o => (o.Silence, o.Patience) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)));
        var lost = new ConcurrentQueue<LinkStatus>();
        client.Lab.StatusChanged += lost.Enqueue;
        line.IsDeaf = true;
        await client.Until(() => !lost.IsEmpty, "the silence");
        Assert.Equal((LinkState.Waiting, "silence", true), (lost.First().State, lost.First().Why, lost.First().RetryAt is not null));
        line.IsDeaf = false;
        await client.Is(LinkState.Open);
        await using var device = await server.Device();
        await device.Say("sensor/distance", "8");
        await client.Until(() => client.Lab.Things["sensor"]["distance"].Value.Number == 8, "what came then");
    }

    [Fact]
    public async Task Heartbeats_keep_a_quiet_line()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Live:Heartbeat=0.1");
        using var client = await Rig.Open(server, o => o.Silence = TimeSpan.FromSeconds(1));
        var hearing = server.Services.GetRequiredService<LiveApi>();
        var began = TimeProvider.System.GetTimestamp();
        await Wait.Until(() => TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromSeconds(2.5), "more than twice the silence");
        Assert.Equal((1, 0), (hearing.Clients, client.States.Count(s => s == LinkState.Waiting)));
    }

    [Fact]
    public async Task A_full_inbox_holds_up_the_reading_and_loses_nothing()
    {
        await using var server = await Feed.Server("--Gemeo:Live:SendTimeout=60");
        using var client = await Rig.Open(server, o => (o.DispatchByHand, o.InboxLimit, o.Silence) = (true, 100, TimeSpan.FromMilliseconds(400)));
        var seen = Listen(client);
        var written = new Feed(server).Write(50_000);
        var began = TimeProvider.System.GetTimestamp();
        await Wait.Until(() => TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromSeconds(1), "more than twice the silence, which is our own");
        await written;
        Assert.InRange(client.Lab.Dispatch(), 1, 202);
        await client.Until(() => seen.Count >= 50_000, "all of them");
        Assert.Equal(Enumerable.Range(1, 50_000), seen);
        Assert.Single(client.States, LinkState.Open);
    }

    [Fact]
    public async Task One_hears_only_what_one_asked_for()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        await device.Say("lamp/state", "ON");
        await server.Property("lamp", "ligada", v => v.GetValue<bool>());
        using var client = Rig.Of(server, o =>
        {
            o.Things.Add("sensor");
            o.Things.Add("vaga-1");
            o.Kinds.Add("property");
        });
        var seen = new ConcurrentQueue<string>();
        client.Lab.EntryHeard += entry => seen.Enqueue(entry.Thing);
        client.Lab.Start();
        await client.Until(() => client.Lab.IsKnown, "the snapshot");
        Assert.False(client.Lab.Things["lamp"]["ligada"].IsKnown);
        await device.Say("lamp/state", "OFF");
        await device.Say("parking/sensor", "1,Occupied");
        await device.Say("sensor/distance", "1");
        await client.Until(() => seen.Contains("sensor"), "the last one");
        Assert.Equal(["vaga-1", "sensor"], seen);
    }
}
