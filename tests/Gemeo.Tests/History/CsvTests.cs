using System.Net.Http.Headers;
using Gemeo.Log;
using static Gemeo.Tests.History.Written;

namespace Gemeo.Tests.History;

public sealed class CsvTests
{
    static readonly DateTimeOffset _day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_file_has_every_reading_however_many()
    {
        await using var server = await TestServer.Start();
        var sensor = new Written(server, "sensor");
        foreach (var part in Enumerable.Range(0, 12_345).Chunk(4000)) await sensor.Say("distance", part.Select(n => (_day.AddSeconds(n / 3), $"{n}")));
        using var answer = await server.Http.GetAsync($"/things/sensor/history/distance?format=csv&from={Iso(_day)}&to={Iso(_day.AddDays(1))}");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("sensor-distance.csv", answer.Content.Headers.ContentDisposition!.FileName);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Equal(("time,value,device_time,changed", ""), (lines[0], lines[^1]));
        Assert.Equal(Enumerable.Range(0, 12_345).Select(n => $"{n}"), lines[1..^1].Select(l => l.Split(',')[1]));
        Assert.Equal("2026-03-01T00:00:00.000000Z,0,,true", lines[1]);
    }

    [Fact]
    public async Task Texts_are_quoted_and_are_no_formulas()
    {
        await using var server = await TestServer.Start();
        await new Written(server, "porta").Say(EntryKind.Event, "aberta", [(_day, "\"=1+1\""), (_day, "\"a, \\\"b\\\"\\r\\nc\""), (_day, "\"-2\""), (_day, "\"@SUM(A1)\""), (_day, "-2"), (_day, "null"), (_day, "{\"a\":1,\"b\":2}"), (_day, "\"olá\"")]);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/things/porta/history/aberta?from={Iso(_day)}&to={Iso(_day)}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        using var answer = await server.Http.SendAsync(request);
        var time = "2026-03-01T00:00:00.000000Z,";
        Assert.Equal($"time,value,device_time,changed\r\n{time}'=1+1,,true\r\n{time}\"a, \"\"b\"\"\r\nc\",,true\r\n{time}'-2,,true\r\n{time}'@SUM(A1),,true\r\n{time}-2,,true\r\n{time},,true\r\n{time}\"{{\"\"a\"\":1,\"\"b\"\":2}}\",,true\r\n{time}olá,,true\r\n",
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Points_are_lines_of_their_own()
    {
        await using var server = await TestServer.Start();
        await new Written(server, "sensor").Say("distance", [(_day, "1"), (_day.AddSeconds(1), "2.5"), (_day.AddHours(1), "7")]);
        Assert.Equal("time,min,max,mean,last,count\r\n2026-03-01T00:00:00.000000Z,1,2.5,1.75,2.5,2\r\n2026-03-01T01:00:00.000000Z,7,7,7,7,1\r\n",
            await server.Http.GetStringAsync($"/things/sensor/history/distance?format=csv&points=2&from={Iso(_day)}&to={Iso(_day.AddHours(1))}"));
        using var head = await server.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/things/sensor/history/distance?format=csv"));
        Assert.Equal(200, (int)head.StatusCode);
        Assert.Equal(400, (await server.Send(HttpMethod.Get, "/things/sensor/history/distance?format=xls")).Status);
    }

    [Fact]
    public async Task A_log_that_has_no_roll_ups_yet_gets_them_when_it_is_opened()
    {
        var data = Folder.New("data");
        using (var store = TestServer.OpenLog(data))
        {
            var sensor = new Gemeo.Tests.Log.Line("sensor");
            store.Commit([sensor.Next([.. Enumerable.Range(0, 5000).Select(n => sensor.Entry($"{n}", time: Instant.Of(_day.AddMinutes(n))))])]);
        }
        await using var server = await TestServer.Start(data: data);
        var rollups = (ILogRollups)server.Services.GetService(typeof(ILogRollups))!;
        await Wait.Until(() => rollups.Through == 5000, "the roll-ups");
        var pieces = new List<Piece>();
        rollups.Walk(new("sensor", "distance", EntryKind.Property, 0, long.MaxValue), Rollup.Hour, pieces.Add, default);
        Assert.Equal((84, 5000, 4999), (pieces.Count, pieces.Sum(p => p.Count), pieces.Max(p => p.Max)));
    }
}
