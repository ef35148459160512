using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Gemeo.Tests.Support;

/// <summary>A real Mosquitto on a port of its own, with persistence.</summary>
public sealed class Mosquitto : IAsyncDisposable
{
    const string Program = "/usr/sbin/mosquitto";
    readonly string _folder = Folder.New("mosquitto");
    Process? _process;

    public static bool Here => File.Exists(Program);

    public int Port { get; private set; }

    public static async Task<Mosquitto> Start(string extra = "allow_anonymous true", int port = 0)
    {
        if (!Here) throw new InvalidOperationException($"{Program} is not installed; ./dev test installs it");
        var broker = new Mosquitto { Port = port == 0 ? FreePort() : port };
        await File.WriteAllTextAsync(Path.Combine(broker._folder, "mosquitto.conf"),
            $"listener {broker.Port} 127.0.0.1\n{extra}\npersistence true\npersistence_location {broker._folder}/\nmax_queued_messages 0\nuser root\n");
        await broker.Run();
        return broker;
    }

    public async Task Run()
    {
        _process = Process.Start(new ProcessStartInfo(Program, ["-c", Path.Combine(_folder, "mosquitto.conf")]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        await Wait.For(Connects, "Mosquitto");
    }

    async Task<string?> Connects()
    {
        using var probe = new TcpClient();
        try
        {
            await probe.ConnectAsync(IPAddress.Loopback, Port);
            return "";
        }
        catch (SocketException) { return null; }
    }

    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await Kill();
        _process?.Dispose();
        Folder.Remove(_folder);
    }
}
