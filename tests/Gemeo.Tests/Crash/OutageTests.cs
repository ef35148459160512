using System.Globalization;
using System.Net;
using System.Text;
using Gemeo.Log;
using Gemeo.Log.Postgres;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Crash;

/// <summary>The database goes away under load and comes back: nothing that was acknowledged is lost, nobody who follows misses anything, and all goes on by itself.</summary>
public sealed class OutageTests : IDisposable
{
    const int Publishers = 4, Things = 5, Outages = 2, Many = 500;

    readonly string _data = Folder.New("outage");
    readonly int _http = Mosquitto.FreePort();
    readonly int _mqtt = Mosquitto.FreePort();
    readonly Publisher[] _publishers = [.. Enumerable.Range(0, Publishers).Select(i => new Publisher(i, Things))];

    int Acknowledged => _publishers.Sum(p => p.Acknowledged.Count);

    [Fact]
    public async Task PostgreSQL_that_goes_away_twice_costs_nothing_that_was_acknowledged_and_no_follower_a_gap()
    {
        await using var postgres = await Postgres.Start();
        var database = postgres.Schema();
        var watcher = new Watcher(_http);
        await using (var server = await ServerProcess.Start(_data, _http, $"--Gemeo:Mqtt:Port={_mqtt}", $"--Gemeo:Database={database}"))
        {
            using var stop = new CancellationTokenSource();
            var following = Task.Run(watcher.Follow);
            await watcher.Began.WaitAsync(TimeSpan.FromSeconds(20));
            var publishing = _publishers.Select(p => Task.Run(() => Publish(p, stop.Token))).ToArray();
            for (var outage = 0; outage < Outages; outage++)
            {
                await More("readings before the outage");
                await postgres.Stop();
                await Refused();
                await postgres.Run();
                await More("readings after the outage");
            }
            await stop.CancelAsync();
            await Task.WhenAll(publishing);
            await Wait.Until(() => _publishers.All(p => p.Acknowledged.All(a => watcher.Saw(a.Thing, Text(a.Value)))), "the follower to have all of it");
            await server.Kill();
            await following;
        }
        Check(watcher, database);
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
        await postgres.Run();
        await Wait.For(async () => (await rig.Server.Post("/things/lamp/actions/ligar")).Status == 200 ? "" : null, "an order that is obeyed");
        Assert.Equal("ON", rig.Orders[^1]);
    }

    async Task More(string what)
    {
        var enough = Acknowledged + Many;
        await Wait.Until(() => Acknowledged >= enough, what);
    }

    // A device comes back when its connection is cut, as devices do.
    async Task Publish(Publisher publisher, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try { await publisher.Publish(_mqtt, stop); }
            catch (MQTTnet.Exceptions.MqttCommunicationException) { await Task.Yield(); }
        }
    }

    async Task Refused()
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_http}") };
        await Wait.For(async () => (await http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.ServiceUnavailable ? "" : null, "the server to say that it is ill");
        var ill = await (await http.GetAsync("/health/ready")).Content.ReadAsStringAsync();
        Assert.Contains("Gemeo:Database", ill, StringComparison.Ordinal);
    }

    void Check(Watcher watcher, string database)
    {
        using var store = new PostgresStore(database);
        var log = store.Read(0, int.MaxValue);
        Assert.Equal(Enumerable.Range(1, log.Length).Select(n => (long)n), log.Select(e => e.N));
        Assert.Empty(_publishers.SelectMany(p => p.Acknowledged).Select(a => (a.Thing, Text(a.Value))).Except(log.Select(e => (e.Thing, Text(e)))));
        Assert.Equal(0, watcher.Gone);
        Assert.Equal(Enumerable.Range((int)watcher.Shown.First().N, watcher.Shown.Count).Select(n => (long)n), watcher.Shown.Select(s => s.N));
        Assert.All(watcher.Shown, shown => Assert.Equal(shown, new Pushed(log[shown.N - 1].N, log[shown.N - 1].Thing, log[shown.N - 1].Version, Text(log[shown.N - 1]))));
        foreach (var thing in log.Where(e => e.Kind == EntryKind.Property).GroupBy(e => e.Thing))
        {
            var values = thing.Select(e => long.Parse(Text(e), CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(values.Order(), values);
        }
    }

    static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    static string Text(Entry entry) => Encoding.UTF8.GetString(entry.Value);

    public void Dispose() => Folder.Remove(_data);
}
