using System.Globalization;

namespace Gemeo.Bench.Processes;

/// <summary>Mosquitto on a free loopback port, without limits of its own: what is lost is lost by who is measured.</summary>
sealed class Mosquitto : IDisposable
{
    readonly TempFolder _folder;

    Mosquitto(TempFolder folder, Child process, int port)
    {
        _folder = folder;
        Process = process;
        Port = port;
    }

    public Child Process { get; }

    public int Port { get; }

    public static async Task<Mosquitto> StartAsync(CancellationToken cancel)
    {
        var folder = new TempFolder();
        var port = Ports.Free();
        var config = Path.Combine(folder.Path, "mosquitto.conf");
        await File.WriteAllTextAsync(config, string.Create(CultureInfo.InvariantCulture, $"""
            listener {port} 127.0.0.1
            allow_anonymous true
            persistence false
            max_queued_messages 0
            max_queued_bytes 0
            max_inflight_messages 0
            set_tcp_nodelay true
            log_dest stderr
            log_type error

            """), cancel);
        var file = File.Exists("/usr/sbin/mosquitto") ? "/usr/sbin/mosquitto" : "mosquitto";
        var process = Child.Start("mosquitto", file, ["-c", config]);
        await Until.TrueAsync(() => Task.FromResult(Until.Listens(port)), process, TimeSpan.FromSeconds(10), cancel);
        return new Mosquitto(folder, process, port);
    }

    public void Dispose()
    {
        Process.Dispose();
        _folder.Dispose();
    }
}
