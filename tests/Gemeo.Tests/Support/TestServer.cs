using System.Data.Common;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gemeo.Devices.Broker;
using Gemeo.Hosting;
using Gemeo.Log;
using Gemeo.Log.Postgres;
using Gemeo.Log.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gemeo.Tests.Support;

/// <summary>The real server in this process, on ports of its own, with its own lab and data. Nothing is shared.</summary>
public sealed class TestServer : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly bool _keepFolders, _madeLab;

    TestServer(WebApplication app, string lab, string data, bool keepFolders, bool madeLab)
    {
        (_app, Lab, Data, _keepFolders, _madeLab) = (app, lab, data, keepFolders, madeLab);
        Url = new Uri(app.Urls.First());
        // A session that one request begins is not everybody's.
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Url, Timeout = TimeSpan.FromSeconds(60) };
        MqttPort = app.Services.GetRequiredService<IBroker>().Port;
    }

    public string Lab { get; }
    public string Data { get; }
    public Uri Url { get; }
    public HttpClient Http { get; }
    public int MqttPort { get; }
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts with a lab written as JSON text (or the folder of one), and any more settings as on the command line.</summary>
    public static async Task<TestServer> Start(string lab = TestLab.Lamp, string? data = null, params string[] args)
    {
        var folder = Directory.Exists(lab) ? lab : Folder.New("lab");
        if (folder != lab) await File.WriteAllTextAsync(Path.Combine(folder, "lab.json"), lab);
        var home = data ?? Folder.New("data");
        if (OnPostgres && !args.Any(a => a.StartsWith("--Gemeo:Database", StringComparison.Ordinal))) args = [.. args, $"--Gemeo:Database={Database(home)}"];
        var app = Server.Build(["--urls=http://127.0.0.1:0", "--Gemeo:Mqtt:Port=0", $"--Gemeo:Lab={folder}", $"--Gemeo:Data={home}", "--Gemeo:Simulator=false", "--Logging:LogLevel:Default=Error", .. args]);
        try { await app.StartAsync(); }
        catch (Exception)
        {
            // Threads and files of a server that did not start would stay as long as all tests do.
            await app.DisposeAsync();
            throw;
        }
        return new(app, folder, home, data is not null, folder != lab);
    }

    /// <summary>GEMEO_TEST_DATABASE=postgres runs whatever starts a server over PostgreSQL: the same tests, the other database.</summary>
    static bool OnPostgres { get; } = Environment.GetEnvironmentVariable("GEMEO_TEST_DATABASE") == "postgres";

    // Each data folder has its schema, so that a server that comes back finds its own.
    static string Database(string data) => Postgres.Shared.Schema("d" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data)))[..16]);

    /// <summary>The log of a server that is not running.</summary>
    public static ILogDatabase OpenLog(string data) => OnPostgres ? new PostgresStore(Database(data)) : new SqliteStore(data);

    /// <summary>Forgets all that a server had there.</summary>
    public static void Wipe(string data)
    {
        Folder.Remove(data);
        if (OnPostgres) Postgres.Drop(Database(data));
    }

    /// <summary>A connection to a server's log, or to another of its files or what stands for it, beside it.</summary>
    public static DbConnection Beside(string data, string file = "gemeo.db") => OnPostgres
        ? new NpgsqlConnection(Database(data) + ";Pooling=false")
        : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, file), Pooling = false }.ToString());

    public async Task<JsonNode?> Get(string path) => await Http.GetFromJsonAsync<JsonNode>(path);

    public async Task<(int Status, JsonNode? Body)> Send(HttpMethod method, string path, object? body = null, params (string, string)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public Task<(int Status, JsonNode? Body)> Post(string path, object? body = null, params (string, string)[] headers) => Send(HttpMethod.Post, path, body, headers);

    /// <summary>The whole log, oldest first.</summary>
    public async Task<List<JsonNode>> Log()
    {
        var all = new List<JsonNode>();
        for (var next = ""; ;)
        {
            var page = (await Get("/log?limit=1000" + next))!;
            var items = page["items"]!.AsArray();
            if (items.Count == 0) return all;
            all.AddRange(items.Select(i => i!.DeepClone()));
            next = "&after=" + Uri.EscapeDataString(page["next"]!.GetValue<string>());
        }
    }

    public Task<JsonNode> Property(string thing, string name, Func<JsonNode, bool> until) =>
        Wait.For(async () => await Http.GetAsync($"/things/{thing}/properties/{name}") is { IsSuccessStatusCode: true } answer
            && JsonNode.Parse(await answer.Content.ReadAsStringAsync()) is { } value && until(value) ? value : null, $"{thing}/{name}");

    public Task<LiveClient> Live(string query = "") => LiveClient.Connect(new Uri($"ws://127.0.0.1:{Url.Port}/ws{query}"));

    public Task<Device> Device(string id = "device") => Support.Device.Connect(MqttPort, id);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_keepFolders) return;
        Wipe(Data);
        if (_madeLab) Folder.Remove(Lab);
    }
}

/// <summary>Folders of one test.</summary>
public static class Folder
{
    public static string New(string what) => Directory.CreateTempSubdirectory($"gemeo-{what}-").FullName;

    public static void Remove(string folder)
    {
        try { Directory.Delete(folder, true); }
        catch (IOException) { /* the system cleans its temporary folder */ }
    }
}

/// <summary>Waiting for a condition, never for a time.</summary>
public static class Wait
{
    static readonly TimeSpan _limit = TimeSpan.FromSeconds(20);

    public static async Task<T> For<T>(Func<Task<T?>> look, string what) where T : class
    {
        var began = Stopwatch.GetTimestamp();
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (Stopwatch.GetElapsedTime(began) < _limit)
        {
            if (await look() is { } found) return found;
            await again.WaitForNextTickAsync();
        }
        throw new TimeoutException($"waited {_limit.TotalSeconds} s for {what}");
    }

    public static Task Until(Func<bool> look, string what) => For(() => Task.FromResult(look() ? "" : null), what);
}
