using System.Diagnostics;
using Npgsql;

namespace Gemeo.Tests.Support;

/// <summary>A real PostgreSQL on a port of its own. <see cref="Shared"/> is one for the whole run, without fsync, in which each test has a schema of its own.</summary>
public sealed class Postgres : IAsyncDisposable
{
    static readonly Lazy<Postgres> _shared = new(() =>
    {
        var server = Start("-c fsync=off").GetAwaiter().GetResult();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return server;
    });

    readonly string _folder = Folder.New("postgres");
    readonly string _options;
    Process? _process;

    Postgres(string options) => _options = options;

    public static Postgres Shared => _shared.Value;

    public int Port { get; } = Mosquitto.FreePort();

    static string Programs => Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Order().LastOrDefault(Directory.Exists)
        ?? throw new InvalidOperationException("PostgreSQL is not installed; ./dev test installs it");

    public static async Task<Postgres> Start(string options = "")
    {
        var server = new Postgres(options);
        if (Environment.IsPrivilegedProcess) await Do("chown", "postgres", server._folder);
        await Do([.. AsItsUser, Path.Combine(Programs, "initdb"), "-D", server.Data, "-U", "gemeo", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        await server.Run();
        return server;
    }

    string Data => Path.Combine(_folder, "data");

    // It refuses to run as root.
    static string[] AsItsUser => Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];

    public async Task Run()
    {
        string[] line = [.. AsItsUser, Path.Combine(Programs, "postgres"), "-D", Data, "-p", $"{Port}", "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={_folder}", "-c", "max_connections=1000", .. _options.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        await Wait.For(() => Connects(line), "PostgreSQL");
    }

    /// <summary>Stops at once, as after a power cut (<c>SIGQUIT</c>), or as an operator stops it, who rolls back what is open (<c>SIGINT</c>); <see cref="Run"/> brings it back.</summary>
    public async Task Stop(bool gently = false)
    {
        await Do("kill", gently ? "-INT" : "-QUIT", $"{_process!.Id}");
        await _process.WaitForExitAsync();
    }

    /// <summary>A connection string with a schema of its own. Hundreds of servers come and go in this process: what none of them uses is closed soon.</summary>
    public string Schema(string? name = null) => $"Host=127.0.0.1;Port={Port};Database=postgres;Username=gemeo;Search Path={name ?? "t" + Guid.NewGuid().ToString("n")};Timeout=5;Connection Idle Lifetime=2;Connection Pruning Interval=1";

    public static void Drop(string connection)
    {
        using var db = new NpgsqlConnection(connection + ";Pooling=false");
        db.Open();
        using var drop = new NpgsqlCommand($"drop schema if exists {new NpgsqlConnectionStringBuilder(connection).SearchPath} cascade", db);
        drop.ExecuteNonQuery();
    }

    async Task<string?> Connects(string[] line)
    {
        // While something of the one before still lives, it does not begin.
        if (_process is null or { HasExited: true })
        {
            _process = Begin(line);
            _ = (_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
        }
        try
        {
            await using var db = new NpgsqlConnection(Schema("public") + ";Pooling=false");
            await db.OpenAsync();
            return "";
        }
        catch (NpgsqlException) { return null; }
    }

    static Process Begin(string[] line) => Process.Start(new ProcessStartInfo(line[0], line[1..]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" })!;

    static async Task Do(params string[] line)
    {
        using var process = Begin(line);
        var said = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{line[0]} failed: {said}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await Stop();
        _process?.Dispose();
        Folder.Remove(_folder);
    }
}
