using Gemeo.Client;
using Gemeo.Tests.History;

namespace Gemeo.Tests.Client;

public sealed class HistoryTests
{
    static readonly DateTimeOffset _began = DateTimeOffset.UtcNow.AddHours(-20);

    static async Task<TestServer> Past(int readings)
    {
        var server = await TestServer.Start();
        await new Written(server, "sensor").Say("distance", Enumerable.Range(0, readings).Select(n => (_began.AddSeconds(n), $"{n % 100}")));
        return server;
    }

    [Fact]
    public async Task Readings_over_more_than_one_page_come_once_each_and_in_order()
    {
        const int Many = 25_000;
        await using var server = await Past(Many);
        using var client = Rig.Of(server);
        var read = new List<Reading>();
        await foreach (var reading in client.Lab.History.Readings("sensor", "distance")) read.Add(reading);
        Assert.Equal(Many, read.Count);
        Assert.Equal(Enumerable.Range(0, Many).Select(n => (double?)(n % 100)), read.Select(r => r.Value.Number));
        Assert.Equal(read.Select(r => r.Time).Distinct().Order(), read.Select(r => r.Time));
        Assert.All(read, r => Assert.True(r.Changed));
    }

    [Fact]
    public async Task Readings_between_two_times_hold_both_and_one_may_stop_taking()
    {
        await using var server = await Past(1000);
        using var client = Rig.Of(server);
        var (from, to) = (_began.AddSeconds(10), _began.AddSeconds(20));
        var read = new List<double?>();
        await foreach (var reading in client.Lab.History.Readings("sensor", "distance", from.ToOffset(TimeSpan.FromHours(-3)), to)) read.Add(reading.Value.Number);
        Assert.Equal(Enumerable.Range(10, 11).Select(n => (double?)n), read);
        await foreach (var reading in client.Lab.History.Readings("sensor", "distance"))
        {
            Assert.Equal(0, reading.Value.Number);
            break;
        }
    }

    [Fact]
    public async Task A_chart_keeps_the_least_and_the_most()
    {
        await using var server = await Past(7200);
        using var client = Rig.Of(server);
        var chart = await client.Lab.History.Chart("sensor", "distance", 50, _began.AddSeconds(3600), _began.AddSeconds(7199));
        Assert.InRange(chart.Points.Count, 10, 50);
        Assert.True(chart.Step >= TimeSpan.FromMinutes(1));
        Assert.Equal((0, 99, 3600), (chart.Points.Min(p => p.Least), chart.Points.Max(p => p.Most), chart.Points.Sum(p => p.Count)));
        Assert.All(chart.Points, p => Assert.InRange(p.Mean!.Value, p.Least!.Value, p.Most!.Value));
        Assert.Equal(99, chart.Before!.Value.Number);
        Assert.Equal(99, chart.Points[^1].Last.Number);
    }

    [Fact]
    public async Task A_chart_of_words_is_of_its_changes()
    {
        await using var server = await TestServer.Start();
        await new Written(server, "porta").Say(Gemeo.Log.EntryKind.Event, "aberta", [(_began, "\"Ana\""), (_began.AddMinutes(1), "\"Bia\"")]);
        using var client = Rig.Of(server);
        var chart = await client.Lab.History.Chart("porta", "aberta", 50);
        Assert.Equal(["Ana", "Bia"], chart.Points.Select(p => p.Last.Text));
        Assert.Null(chart.Step);
        Assert.Null(chart.Points[0].Mean);
    }

    [Fact]
    public async Task A_file_comes_in_pieces_and_whole()
    {
        await using var server = await Past(20_000);
        using var client = Rig.Of(server);
        var pieces = new List<string>();
        await client.Lab.History.Csv("sensor", "distance", pieces.Add);
        Assert.True(pieces.Count > 1);
        var lines = string.Concat(pieces).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(("time,value,device_time,changed", 20_001), (lines[0], lines.Length));
        var chart = new List<string>();
        await client.Lab.History.Csv("sensor", "distance", chart.Add, points: 10);
        Assert.StartsWith("time,min,max,mean,last,count", string.Concat(chart), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lab_is_told_as_it_was_at_an_instant_and_what_is_no_longer_kept_is_gone()
    {
        await using var server = await Past(100);
        await using var device = await server.Device();
        await device.Say("lamp/status", "online");
        await Wait.For(async () => (await server.Get("/things/lamp/state"))!["available"]?.GetValue<bool>() == true ? "" : null, "the lamp to be there");
        using var client = Rig.Of(server);
        var past = await client.Lab.History.At(_began.AddSeconds(40));
        Assert.Equal((40, ValueKind.Null, (bool?)null), (past["sensor", "distance"].Number, past["sensor", "nothing"].Kind, past.IsAvailable("lamp")));
        Assert.Equal((_began.AddSeconds(40).ToString("s"), true), (past.At.ToString("s"), past.Cursor is not null));
        Assert.Contains("sensor", past.Things);
        Assert.True((await client.Lab.History.At(DateTimeOffset.UtcNow)).IsAvailable("lamp"));
        Assert.Equal("bad-query", (await Assert.ThrowsAsync<RefusedException>(() => client.Lab.History.At(DateTimeOffset.UtcNow.AddHours(1)))).Code);
        var gone = await Assert.ThrowsAsync<GoneException>(() => client.Lab.History.At(_began.AddHours(-1)));
        Assert.Equal("past-gone", gone.Code);
        Assert.NotNull(gone.Refusal.Document.Time("oldest"));
        await Assert.ThrowsAsync<NotThereException>(() => client.Lab.History.Chart("sensor", "nothing", 10));
    }
}
