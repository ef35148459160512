using System.Globalization;
using System.Text;
using Gemeo.Log;
using Gemeo.Log.Postgres;
using Gemeo.Log.Sqlite;
using Gemeo.Tests.Support;
using Xunit;

namespace Gemeo.Tests.Crash;

/// <summary><c>kill -9</c> under load, again and again: what was acknowledged or pushed is there, in each thing's order.</summary>
public sealed class KillTests : IDisposable
{
    const int Publishers = 4, Things = 5;
    // A handful each time; GEMEO_TEST_KILLS=20 when the log or the brokers were worked on.
    static readonly int _kills = int.TryParse(Environment.GetEnvironmentVariable("GEMEO_TEST_KILLS"), out var kills) ? kills : 5;

    readonly string _data = Folder.New("kill");
    readonly int _http = Mosquitto.FreePort();
    readonly Publisher[] _publishers = [.. Enumerable.Range(0, Publishers).Select(i => new Publisher(i, Things))];
    readonly Random _die = new(20);

    [Fact]
    public async Task With_the_embedded_broker_all_that_was_acknowledged_or_pushed_survives_kill_after_kill()
    {
        var mqtt = Mosquitto.FreePort();
        var watcher = new Watcher(_http);
        for (var round = 0; round < _kills; round++)
        {
            await using var server = await ServerProcess.Start(_data, _http, $"--Gemeo:Mqtt:Port={mqtt}");
            await LoadAndKill(server, watcher, mqtt, () => _publishers.Sum(p => p.Acknowledged.Count));
        }
        Check(watcher, sentAgain: false);
    }

    [Fact]
    public async Task With_PostgreSQL_all_that_was_acknowledged_or_pushed_survives_kill_after_kill()
    {
        await using var postgres = await Postgres.Start();
        var (mqtt, database) = (Mosquitto.FreePort(), postgres.Schema());
        var watcher = new Watcher(_http);
        for (var round = 0; round < _kills; round++)
        {
            await using var server = await ServerProcess.Start(_data, _http, $"--Gemeo:Mqtt:Port={mqtt}", $"--Gemeo:Database={database}");
            await LoadAndKill(server, watcher, mqtt, () => _publishers.Sum(p => p.Acknowledged.Count));
        }
        Check(watcher, sentAgain: false, new PostgresStore(database));
    }

    [MosquittoFact]
    public async Task With_Mosquitto_all_that_it_took_or_was_pushed_survives_kill_after_kill()
    {
        await using var broker = await Mosquitto.Start();
        var watcher = new Watcher(_http);
        string[] args = [$"--Gemeo:Mqtt:Broker=127.0.0.1:{broker.Port}"];
        for (var round = 0; round < _kills; round++)
        {
            await using var server = await ServerProcess.Start(_data, _http, args);
            if (round == 0) await Subscribed(broker.Port);
            await LoadAndKill(server, watcher, broker.Port, () => watcher.Shown.Count);
        }
        await using (var last = await ServerProcess.Start(_data, _http, args))
        {
            var following = watcher.Follow();
            await Wait.Until(() => _publishers.All(p => p.Acknowledged.All(a => watcher.Saw(a.Thing, a.Value.ToString(CultureInfo.InvariantCulture)))), "what Mosquitto kept");
            await last.Kill();
            await following;
        }
        Check(watcher, sentAgain: true);
    }

    async Task LoadAndKill(ServerProcess server, Watcher watcher, int mqtt, Func<int> progress)
    {
        using var stop = new CancellationTokenSource();
        var enough = progress() + _die.Next(1, 1500);
        var following = Task.Run(() => watcher.Follow());
        await watcher.Began.WaitAsync(TimeSpan.FromSeconds(20));
        var all = _publishers.Select(p => Task.Run(() => p.Publish(mqtt, stop.Token))).Append(following).ToArray();
        await Wait.Until(() => progress() >= enough, "load");
        await server.Kill();
        await stop.CancelAsync();
        await Task.WhenAll(all);
    }

    // Mosquitto keeps messages for a session only once it has subscribed.
    async Task Subscribed(int port)
    {
        await using var probe = await Device.Connect(port, "probe");
        using var http = new HttpClient();
        await Wait.For(async () =>
        {
            await probe.Say("load/1000/distance", "0");
            return (await http.GetAsync(new Uri($"http://127.0.0.1:{_http}/things/load-1000/properties/distance"))).IsSuccessStatusCode ? "" : null;
        }, "the subscription");
    }

    (string, string)[] Missing(IEnumerable<(string, string)> there) =>
        [.. _publishers.SelectMany(p => p.Acknowledged).Select(a => (a.Thing, a.Value.ToString(CultureInfo.InvariantCulture))).Except(there)];

    void Check(Watcher watcher, bool sentAgain, ILogDatabase? other = null)
    {
        using var store = other ?? new SqliteStore(_data);
        var log = store.Read(0, int.MaxValue);
        Assert.Equal(Enumerable.Range(1, log.Length).Select(n => (long)n), log.Select(e => e.N));
        Assert.Empty(Missing(log.Select(e => (e.Thing, Text(e)))));
        Assert.Equal(0, watcher.Gone);
        Assert.All(watcher.Shown, shown => Assert.Equal(shown, new Pushed(log[shown.N - 1].N, log[shown.N - 1].Thing, log[shown.N - 1].Version, Text(log[shown.N - 1]))));
        Assert.Equal(Enumerable.Range((int)watcher.Shown.First().N, watcher.Shown.Count).Select(n => (long)n), watcher.Shown.Select(s => s.N));
        foreach (var thing in log.GroupBy(e => e.Thing)) CheckThing([.. thing], sentAgain, store);
        Assert.InRange(_publishers.Sum(p => p.Acknowledged.Count), _kills, int.MaxValue);
    }

    static void CheckThing(Entry[] entries, bool sentAgain, ILogStore store)
    {
        Assert.Equal(Enumerable.Range(1, entries.Length).Select(v => (long)v), entries.Select(e => e.Version));
        Assert.Equal(entries.Length, store.LoadState(entries[0].Thing)!.Version);
        var values = entries.Where(e => e.Kind == EntryKind.Property).Select(e => long.Parse(Text(e), CultureInfo.InvariantCulture)).ToArray();
        // A broker sends again what was not acknowledged when the server died; each value's first coming is in order.
        Assert.Equal(values.Distinct().Order(), sentAgain ? values.Distinct() : values);
    }

    static string Text(Entry entry) => Encoding.UTF8.GetString(entry.Value);

    public void Dispose() => Folder.Remove(_data);
}

[AttributeUsage(AttributeTargets.Method)]
sealed class MosquittoFactAttribute : FactAttribute
{
    public MosquittoFactAttribute() => Skip = Mosquitto.Here ? null! : "Mosquitto is not installed (./dev test installs it)";
}
