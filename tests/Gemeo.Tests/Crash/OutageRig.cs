using System.Diagnostics;
using System.Globalization;
using System.Net;
using Gemeo.Log.Postgres;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Crash;

/// <summary>A server, its broker and its database as processes, under the load of a whole lab: a thousand readings a second, four who follow, one who gives orders.</summary>
sealed class OutageRig : IAsyncDisposable
{
    public const int Sensors = 10, ThingsOfEach = 5;
    const int PerSecond = 100;
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    readonly string _data = Folder.New("outage"), _lab = Folder.New("lab");
    readonly int _http = Mosquitto.FreePort(), _mqtt;
    readonly CancellationTokenSource _enough = new(), _over = new();
    readonly List<Task> _running = [];
    ServerProcess _server = null!;
    long _head = long.MaxValue;

    OutageRig(Postgres database, Mosquitto? broker)
    {
        (Database, Broker, _mqtt) = (database, broker, broker?.Port ?? Mosquitto.FreePort());
        Connection = database.Schema();
        Readers = [.. Enumerable.Range(0, 4).Select(_ => new Watcher(_http))];
        Ringer = new(_http);
    }

    public Postgres Database { get; }
    public Mosquitto? Broker { get; }
    public string Connection { get; }
    public Sensor[] Devices { get; } = [.. Enumerable.Range(0, Sensors).Select(i => new Sensor(i, ThingsOfEach, PerSecond))];
    public Watcher[] Readers { get; }
    public Bell Bell { get; } = new();
    public Ringer Ringer { get; }

    public int Acknowledged => Devices.Sum(d => d.Acknowledged.Count);

    public static async Task<OutageRig> Start(Mosquitto? broker)
    {
        var rig = new OutageRig(await Postgres.Start(), broker);
        await File.WriteAllTextAsync(Path.Combine(rig._lab, "lab.json"), Lab);
        rig._server = await ServerProcess.Start(rig._data, rig._http, $"--Gemeo:Lab={rig._lab}", $"--Gemeo:Database={rig.Connection}", "--Gemeo:Live:Heartbeat=1",
            broker is null ? $"--Gemeo:Mqtt:Port={rig._mqtt}" : $"--Gemeo:Mqtt:Broker=127.0.0.1:{broker.Port}");
        await rig.Load();
        return rig;
    }

    async Task Load()
    {
        // Two stay as long as they can, two come and go.
        var die = new Random(20);
        foreach (var (reader, i) in Readers.Select((r, i) => (r, i)))
            _running.Add(Task.Run(() => reader.FollowUntil(r => r.Place >= Volatile.Read(ref _head), () => i < 2 ? int.MaxValue : die.Next(1, 2000))));
        foreach (var reader in Readers) await reader.Began.WaitAsync(_patience);
        _running.AddRange(Devices.Select(d => Task.Run(() => d.Run(_mqtt, _enough.Token))));
        _running.Add(Task.Run(() => Ringer.Run(_enough.Token)));
        _ = Task.Run(() => Bell.Run(_mqtt, _over.Token));
        await More(500);
        await Until(() => Ringer.Answers.Any(a => a.Status == 200), "a bell that rings");
    }

    /// <summary>Waits for so many more acknowledged readings.</summary>
    public Task More(int readings)
    {
        var enough = Acknowledged + readings;
        return Until(() => Acknowledged >= enough, $"{readings} more readings");
    }

    /// <summary>How long it takes until somebody who follows is shown a reading that was taken after now.</summary>
    public async Task<TimeSpan> Resumed()
    {
        var began = Stopwatch.GetTimestamp();
        var measured = Devices.ToDictionary(d => d, d => d.Measured);
        await Until(() => measured.All(d => Enumerable.Range(1, 5).Any(later => Readers[0].Saw(d.Key.ThingOf(d.Value + later), (d.Value + later).ToString(CultureInfo.InvariantCulture)))), "what was measured after the return");
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>Waits until <c>/health/ready</c> says so, and gives what it says.</summary>
    public async Task<string> Health(HttpStatusCode status)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_http}") };
        var said = "";
        await Until(async () =>
        {
            using var answer = await http.GetAsync("/health/ready");
            said = await answer.Content.ReadAsStringAsync();
            return answer.StatusCode == status;
        }, $"/health/ready to be {status}");
        return said;
    }

    /// <summary>No more load: all is acknowledged, all who follow see the end, and the server goes.</summary>
    public async Task Finish()
    {
        await _enough.CancelAsync();
        await Task.WhenAll(_running.Skip(Readers.Length)).WaitAsync(_patience);
        await Until(() => Devices.All(d => d.Acknowledged.All(a => Readers[0].Saw(a.Thing, a.Value.ToString(CultureInfo.InvariantCulture)))), "all of it to be shown");
        using (var database = new PostgresDatabase(Connection))
        {
            // An order whose end could not be written gets it a second later.
            await Until(() => database.Use(db => db.Long("select count(*) from command where open")) == 0, "every order to have its end on record");
            Volatile.Write(ref _head, database.Use(db => db.Long("select n from head")));
        }
        await Task.WhenAll(_running).WaitAsync(_patience);
        await _over.CancelAsync();
        await _server.Kill();
    }

    /// <summary>No more load, and nothing more comes: how many readings the server took. What a broker lost is not waited for.</summary>
    public async Task<long> Rest()
    {
        await _enough.CancelAsync();
        await Task.WhenAll(_running.Skip(Readers.Length)).WaitAsync(_patience);
        var (seen, since) = (-1L, Stopwatch.GetTimestamp());
        await Until(() =>
        {
            if (Readers[0].Place != seen) (seen, since) = (Readers[0].Place, Stopwatch.GetTimestamp());
            return Stopwatch.GetElapsedTime(since) > TimeSpan.FromSeconds(3);
        }, "silence");
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_http}") };
        var figures = await http.GetStringAsync("/metrics");
        Volatile.Write(ref _head, 0);
        await Task.WhenAll(_running).WaitAsync(_patience);
        await _over.CancelAsync();
        await _server.Kill();
        return long.Parse(figures.Split('\n').First(l => l.StartsWith("gemeo_readings_total ", StringComparison.Ordinal)).Split(' ')[1], CultureInfo.InvariantCulture);
    }

    public static Task Until(Func<bool> look, string what) => Until(() => Task.FromResult(look()), what);

    static async Task Until(Func<Task<bool>> look, string what)
    {
        var began = Stopwatch.GetTimestamp();
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await look())
        {
            if (Stopwatch.GetElapsedTime(began) > _patience) throw new TimeoutException($"waited {_patience.TotalSeconds} s for {what}");
            await again.WaitForNextTickAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        await _over.CancelAsync();
        if (_server is not null) await _server.DisposeAsync();
        await Database.DisposeAsync();
        if (Broker is not null) await Broker.DisposeAsync();
        Folder.Remove(_data);
        Folder.Remove(_lab);
    }

    // The bell's order may be given once only: each one is another stroke.
    const string Lab = """
        {
          "name": "Falta", "language": "pt-BR", "timeZone": "America/Sao_Paulo",
          "@context": ["https://www.w3.org/2022/wot/td/v1.1", { "gemeo": "urn:gemeo:td#", "mqv": "http://www.example.org/mqtt-binding#" }],
          "securityDefinitions": { "none": { "scheme": "nosec" } }, "security": "none", "base": "mqtt://broker/",
          "things": [
            { "id": "bell", "title": "Sino",
              "properties": { "last": { "type": "integer", "readOnly": true, "forms": [{ "href": "bell/last", "contentType": "text/plain", "op": "readproperty" }] } },
              "actions": { "ring": { "input": { "type": "integer" }, "gemeo:confirmedBy": { "property": "last" }, "forms": [{ "href": "bell/set", "contentType": "text/plain", "gemeo:template": "{{id}} {{value}}" }] } } } ],
          "models": [ { "for": { "n": "1..50" }, "model": { "@type": "tm:ThingModel", "id": "load-{{n}}", "title": "Sensor {{n}}",
            "properties": { "distance": { "type": "integer", "readOnly": true, "forms": [{ "href": "load/{{n}}/distance", "contentType": "text/plain", "op": "readproperty" }] } } } } ]
        }
        """;
}
