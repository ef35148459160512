using System.Globalization;
using Npgsql;

namespace Gemeo.Bench.Processes;

/// <summary>PostgreSQL on a free loopback port with its own defaults: <c>fsync</c> and <c>synchronous_commit</c> are on.</summary>
sealed class PostgresServer : IDisposable
{
    readonly TempFolder _folder;
    readonly Child _process;
    readonly int _port;

    PostgresServer(TempFolder folder, Child process, int port) => (_folder, _process, _port) = (folder, process, port);

    public static async Task<PostgresServer> StartAsync(CancellationToken cancel)
    {
        var (folder, port) = (new TempFolder(), Ports.Free());
        var programs = Directory.GetDirectories("/usr/lib/postgresql").Order().Select(d => Path.Combine(d, "bin")).Last();
        var data = Path.Combine(folder.Path, "data");
        await RunAsync("chown", ["postgres", folder.Path], cancel);
        await RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", Path.Combine(programs, "initdb"), "-D", data, "-U", "gemeo", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"], cancel);
        var process = Child.Start("postgres", "setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", Path.Combine(programs, "postgres"), "-D", data,
            "-p", port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=" + folder.Path]);
        var server = new PostgresServer(folder, process, port);
        await Until.TrueAsync(server.AnswersAsync, process, TimeSpan.FromSeconds(30), cancel);
        return server;
    }

    static async Task RunAsync(string file, string[] args, CancellationToken cancel)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(file, args) { RedirectStandardOutput = true, WorkingDirectory = "/" })!;
        await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{file} failed");
    }

    async Task<bool> AnswersAsync()
    {
        try
        {
            await using var db = new NpgsqlConnection(Schema("public") + ";Pooling=false");
            await db.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public string Schema(string name) => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Database=postgres;Username=gemeo;Search Path={name}");

    public string Version()
    {
        using var db = new NpgsqlConnection(Schema("public") + ";Pooling=false");
        db.Open();
        return db.ServerVersion;
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        _process.Dispose();
        _folder.Dispose();
    }
}
