using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using Gemeo.Live;
using Gemeo.Log;
using Gemeo.Log.Postgres;
using Gemeo.Tests.Live;
using Gemeo.Tests.Support;
using Gemeo.Things;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Gemeo.Tests.Crash;

/// <summary>The database or the broker goes away under a thousand readings a second and comes back: nothing that was acknowledged is lost, the order of each thing
/// is kept, nobody who follows misses anything, no order is carried out twice, and all goes on by itself.</summary>
public sealed class OutageTests(ITestOutputHelper output)
{
    // A moment each time; GEMEO_TEST_OUTAGE=20 for as many seconds.
    static readonly TimeSpan _away = TimeSpan.FromSeconds(double.TryParse(Environment.GetEnvironmentVariable("GEMEO_TEST_OUTAGE"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 1.5);

    [Fact]
    public async Task PostgreSQL_that_goes_away_twice_under_load_costs_no_reading_no_order_and_no_follower_anything()
    {
        await using var rig = await OutageRig.Start(null);
        foreach (var gently in (bool[])[false, true])
        {
            await rig.Database.Stop(gently);
            Assert.Contains("Gemeo:Database", await rig.Health(HttpStatusCode.ServiceUnavailable), StringComparison.Ordinal);
            await Task.Delay(_away);
            await rig.Database.Run();
            Tell($"PostgreSQL back ({(gently ? "SIGINT" : "SIGQUIT")})", await rig.Resumed());
            await rig.Health(HttpStatusCode.OK);
        }
        // Nothing between sensor and log went away, so nothing had to be sent again.
        await Check(rig, againAtMost: 0);
    }

    [MosquittoFact]
    public async Task Mosquitto_that_is_restarted_twice_and_PostgreSQL_that_goes_away_twice_cost_no_reading_no_order_and_no_follower_anything()
    {
        await using var rig = await OutageRig.Start(await Mosquitto.Start());
        for (var round = 0; round < 2; round++)
        {
            // Both: the broker is restarted while the database is away.
            await rig.Database.Stop(gently: round == 1);
            await Task.Delay(_away / 2);
            await rig.Broker!.Stop();
            await rig.Broker.Run();
            await Task.Delay(_away / 2);
            await rig.Database.Run();
            Tell("PostgreSQL back", await rig.Resumed());
            // Then the broker alone.
            await rig.Broker.Stop();
            Assert.Contains("broker", await rig.Health(HttpStatusCode.ServiceUnavailable), StringComparison.Ordinal);
            await Task.Delay(_away);
            await rig.Broker.Run();
            Tell("Mosquitto back", await rig.Resumed());
        }
        // What a connection had not acknowledged when it broke comes again, from sensor to Mosquitto and from there to the server: QoS 1 has no way to tell
        // whether the other side had it. No more than what was under way.
        await Check(rig, againAtMost: 4 * (OutageRig.Sensors * Sensor.Window + 1000));
    }

    [LongOutageFact]
    public async Task What_Mosquitto_loses_when_it_is_killed_had_not_come_to_the_server_yet()
    {
        await using var rig = await OutageRig.Start(await Mosquitto.Start());
        // With the database away Mosquitto holds more and more, in memory only.
        await rig.Database.Stop();
        await Task.Delay(_away / 2);
        await rig.Broker!.Kill();
        await rig.Broker.Run();
        await rig.Database.Run();
        Tell("both back", await rig.Resumed());
        var taken = await rig.Rest();
        using var store = new PostgresStore(rig.Connection);
        var log = store.Read(0, int.MaxValue).Where(e => e.Kind == EntryKind.Property).ToArray();
        var lost = rig.Devices.SelectMany(d => d.Acknowledged).Select(a => (a.Thing, Text(a.Value))).Except(log.Select(e => (e.Thing, Text(e)))).Count();
        output.WriteLine($"readings: {rig.Acknowledged} acknowledged by Mosquitto, {taken} came to the server, {log.Length} are in the log; {lost} were lost by Mosquitto");
        Assert.Equal(taken, log.Length);
    }

    [Fact]
    public async Task An_order_while_PostgreSQL_is_away_gets_503_and_reaches_nobody_and_one_after_it_is_obeyed()
    {
        await using var postgres = await Postgres.Start();
        await using var rig = await LampRig.Start(null, $"--Gemeo:Database={postgres.Schema()}");
        await rig.PlugIn();
        await postgres.Stop();
        var (status, problem) = await rig.Server.Post("/things/lamp/actions/ligar");
        Assert.Equal((503, "urn:gemeo:problem:log-unavailable"), (status, problem!["type"]!.GetValue<string>()));
        Assert.Empty(rig.Orders);
        // Who comes without a cursor needs the database: told to come again, and nothing is left behind.
        await using (var early = await rig.Server.Live())
        {
            var (texts, code, _, how) = await early.ToTheEnd();
            Assert.Empty(texts);
            Assert.Equal((WebSocketCloseStatus.EndpointUnavailable, ""), (code, how));
        }
        await Wait.Until(() => rig.Server.Services.GetRequiredService<LiveApi>().Clients == 0, "nobody to be counted");
        await postgres.Run();
        await Wait.For(async () => (await rig.Server.Post("/things/lamp/actions/ligar")).Status == 200 ? "" : null, "an order that is obeyed");
        Assert.Equal("ON", rig.Orders[^1]);
    }

    async Task Check(OutageRig rig, int againAtMost)
    {
        await rig.More(500);
        await rig.Finish();
        using var store = new PostgresStore(rig.Connection);
        var log = store.Read(0, int.MaxValue);
        var twice = CheckReadings(rig, log);
        foreach (var reader in rig.Readers) CheckReader(reader, log);
        CheckOrders(rig, log, store);
        output.WriteLine($"readings: {rig.Devices.Sum(d => d.Measured)} measured, {rig.Acknowledged} acknowledged, {log.Count(e => e.Name == "distance")} in the log, {rig.Devices.Sum(d => d.Again)} sent again, {twice} twice in the log");
        Assert.InRange(twice, 0, againAtMost);
    }

    int CheckReadings(OutageRig rig, Entry[] log)
    {
        Assert.Equal(Enumerable.Range(1, log.Length).Select(n => (long)n), log.Select(e => e.N));
        Assert.Equal(rig.Devices.Sum(d => d.Measured), rig.Acknowledged);
        Assert.Empty(rig.Devices.SelectMany(d => d.Acknowledged).Select(a => (a.Thing, Text(a.Value))).Except(log.Select(e => (e.Thing, Text(e)))));
        var twice = 0;
        foreach (var thing in log.Where(e => e.Name == "distance").GroupBy(e => e.Thing))
        {
            var values = thing.Select(e => long.Parse(Text(e), CultureInfo.InvariantCulture)).ToArray();
            // What comes again comes after; each value's first coming is in order.
            Assert.Equal(values.Distinct().Order(), values.Distinct());
            twice += values.Length - values.Distinct().Count();
        }
        foreach (var thing in log.GroupBy(e => e.Thing)) Assert.Equal(Enumerable.Range(1, thing.Count()).Select(v => (long)v), thing.Select(e => e.Version));
        return twice;
    }

    void CheckReader(Watcher reader, Entry[] log)
    {
        Assert.Equal(0, reader.Gone);
        Assert.Equal(Enumerable.Range((int)reader.Shown.First().N, reader.Shown.Count).Select(n => (long)n), reader.Shown.Select(s => s.N));
        Assert.All(reader.Shown, shown => Assert.Equal(new Pushed(log[shown.N - 1].N, log[shown.N - 1].Thing, log[shown.N - 1].Version, Text(log[shown.N - 1])), shown));
        Assert.Equal(log.Length, reader.Shown.Last().N);
        output.WriteLine($"a follower: {reader.Shown.Count} entries over {reader.Visits} connections");
    }

    void CheckOrders(OutageRig rig, Entry[] log, PostgresStore store)
    {
        var strokes = rig.Bell.Strokes.ToLookup(s => s.Number);
        // The broker itself may tell a stroke again when it does not know whether the bell had it, and says so; the server tells each once.
        Assert.All(strokes, s => Assert.Single(s, stroke => !stroke.Again || s.Count() == 1));
        var ends = log.Where(e => e.Kind == EntryKind.Action).Select(e => Command.Read(e.Value)).ToLookup(c => c.Id);
        foreach (var told in rig.Ringer.Answers)
        {
            Assert.True(told.Status is 200 || (told.Status, told.Code) is (503, "log-unavailable" or "not-sent" or "unrecorded") or (504, "no-answer"), $"{told}");
            if (told.Status == 200) Assert.Equal((1, CommandState.Confirmed), (strokes[told.Number].Select(s => s.Command).Distinct().Count(), ends[told.Command!].Last().State));
            if (told.Code is "log-unavailable" or "not-sent") Assert.False(strokes.Contains(told.Number), $"{told}, and it rang");
        }
        // None stays open, not even one of which nobody knew whether it was on record.
        Assert.Empty(store.OpenCommands(null));
        output.WriteLine("orders: " + string.Join(", ", rig.Ringer.Answers.GroupBy(a => $"{a.Status} {a.Code}").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}: {g.Count()}"))
            + $"; {rig.Bell.Strokes.Count} strokes, {rig.Bell.Strokes.Count(s => s.Again)} told again by the broker");
    }

    void Tell(string what, TimeSpan resumed) => output.WriteLine($"{what}: readings of after it were shown {resumed.TotalSeconds:F2} s later");

    static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    static string Text(Entry entry) => Encoding.UTF8.GetString(entry.Value);
}

[AttributeUsage(AttributeTargets.Method)]
sealed class LongOutageFactAttribute : FactAttribute
{
    public LongOutageFactAttribute() => Skip = !Mosquitto.Here ? "Mosquitto is not installed (./dev test installs it)"
        : Environment.GetEnvironmentVariable("GEMEO_TEST_OUTAGE") is null ? "only with GEMEO_TEST_OUTAGE=20" : null!;
}
