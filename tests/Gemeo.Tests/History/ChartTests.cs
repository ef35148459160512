using System.Globalization;
using System.Text.Json.Nodes;
using Gemeo.Log;
using static Gemeo.Tests.History.Written;

namespace Gemeo.Tests.History;

public sealed class ChartTests
{
    static readonly DateTimeOffset _day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Few_readings_are_points_of_their_own_and_what_held_before_is_told()
    {
        await using var server = await TestServer.Start();
        await new Written(server, "sensor").Say("distance", [(_day, "1"), (_day.AddHours(1), "2"), (_day.AddHours(1), "3"), (_day.AddHours(2), "4")]);
        var chart = await Chart(server, "sensor/history/distance", _day.AddMinutes(1), _day.AddHours(2), 3);
        Assert.Null(chart["step"]);
        Assert.Equal(["2 2 2 2 1", "3 3 3 3 1", "4 4 4 4 1"], Points(chart));
        Assert.Equal("""{"time":"2026-03-01T00:00:00.000000Z","value":1}""", chart["before"]!.ToJsonString());
        Assert.Equal(("2026-03-01T00:01:00.000000Z", "2026-03-01T02:00:00.000000Z"), (chart["from"]!.GetValue<string>(), chart["to"]!.GetValue<string>()));
        Assert.Null((await Chart(server, "sensor/history/distance", _day, _day.AddHours(2), 4))["before"]);
    }

    [Fact]
    public async Task A_spike_of_one_reading_in_a_year_is_seen()
    {
        await using var server = await TestServer.Start();
        var readings = Enumerable.Range(0, 365 * 24).Select(h => (_day.AddHours(h), h == 5000 ? "99999" : (h % 7).ToString(CultureInfo.InvariantCulture))).ToArray();
        var sensor = new Written(server, "sensor");
        foreach (var part in readings.Chunk(3000)) await sensor.Say("distance", part);
        var chart = await Chart(server, "sensor/history/distance", _day, _day.AddDays(365).AddTicks(-10), 100);
        var points = chart["points"]!.AsArray();
        Assert.InRange(points.Count, 2, 100);
        Assert.Equal(5 * 86400, chart["step"]!.GetValue<double>());
        Assert.Equal(readings.Length, points.Sum(p => p!["count"]!.GetValue<int>()));
        Assert.Equal(99999, points.Max(p => p!["max"]!.GetValue<double>()));
        Assert.Single(points, p => p!["max"]!.GetValue<double>() > 6);
        Assert.All(points, p => Assert.Equal(0, p!["min"]!.GetValue<double>()));
        Assert.EndsWith("T00:00:00.000000Z", points[1]!["time"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Truth_values_count_as_one_and_nothing_and_empty_buckets_are_left_out()
    {
        await using var server = await TestServer.Start();
        await new Written(server, "lamp").Say("ligada", [(_day, "true"), (_day.AddSeconds(1), "false"), (_day.AddSeconds(2), "true"), (_day.AddHours(23), "false")]);
        var chart = await Chart(server, "lamp/history/ligada", _day, _day.AddHours(24), 3);
        Assert.Equal(["0 1 0.6666666666666666 1 3", "0 0 0 0 1"], Points(chart));
    }

    [Fact]
    public async Task Words_are_told_by_their_changes_the_newest_ones()
    {
        await using var server = await TestServer.Start();
        await new Written(server, "porta").Say(EntryKind.Event, "aberta", [(_day, "\"a\""), (_day.AddHours(1), "\"b\""), (_day.AddHours(2), "\"c\""), (_day.AddHours(3), "\"d\"")]);
        var chart = await Chart(server, "porta/history/aberta", _day.AddHours(1), _day.AddHours(4), 2);
        Assert.Equal("""[{"time":"2026-03-01T02:00:00.000000Z","value":"c"},{"time":"2026-03-01T03:00:00.000000Z","value":"d"}]""", chart["points"]!.ToJsonString());
        Assert.True(chart["more"]!.GetValue<bool>());
        Assert.Equal("a", chart["before"]!["value"]!.GetValue<string>());
        var whole = await Chart(server, "porta/history/aberta", _day, _day.AddHours(4), 4);
        Assert.Equal(4, whole["points"]!.AsArray().Count);
        Assert.Null(whole["more"]);
    }

    [Theory]
    [InlineData("points=1")]
    [InlineData("points=5001")]
    [InlineData("points=many")]
    [InlineData("points=10&from=2026-03-02&to=2026-03-01")]
    [InlineData("points=10&from=yesterday")]
    public async Task What_cannot_be_drawn_is_refused(string query)
    {
        await using var server = await TestServer.Start();
        var (status, body) = await server.Send(HttpMethod.Get, "/things/sensor/history/distance?" + query);
        Assert.Equal((400, "urn:gemeo:problem:bad-query"), (status, body!["type"]!.GetValue<string>()));
        Assert.NotEmpty(body["erro"]!.GetValue<string>());
    }

    [Fact]
    public async Task All_of_time_may_be_asked_for()
    {
        await using var server = await TestServer.Start();
        await new Written(server, "sensor").Say("distance", [(_day, "1"), (_day.AddHours(1), "2"), (_day.AddHours(2), "3")]);
        var chart = (await server.Get("/things/sensor/history/distance?points=2&from=0001-01-01&to=9999-12-31"))!;
        Assert.Equal(3, chart["points"]!.AsArray().Sum(p => p!["count"]!.GetValue<int>()));
    }

    static async Task<JsonNode> Chart(TestServer server, string path, DateTimeOffset from, DateTimeOffset to, int points) =>
        (await server.Get($"/things/{path}?from={Iso(from)}&to={Iso(to)}&points={points}"))!;

    static IEnumerable<string> Points(JsonNode chart) =>
        chart["points"]!.AsArray().Select(p => $"{p!["min"]} {p["max"]} {p["mean"]} {p["last"]} {p["count"]}");
}
