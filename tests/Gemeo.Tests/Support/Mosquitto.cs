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
            $"listener {broker.Port} 127.0.0.1\n{extra}\npersistence true\npersistence_location {broker._folder}/\nmax_queued_messages 0\nmax_queued_bytes 0\nuser root\n");
        await broker.Run();
        return broker;
    }

    public async Task Run()
    {
        _process = Process.Start(new ProcessStartInfo(Program, ["-c", Path.Combine(_folder, "mosquitto.conf")]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        // What nobody reads would hold it up once the pipe is full.
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
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

    /// <summary>In good order: it writes down what it keeps. <see cref="Run"/> brings it back.</summary>
    public async Task Stop()
    {
        using var term = Process.Start("kill", ["-TERM", $"{_process!.Id}"]);
        await _process.WaitForExitAsync();
    }

    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    // Below those that the system gives to whoever calls out (from 32768 on): between here and the bind nobody gets it.
    const int First = 16_000, Last = 32_000;
    static int _next = First + (Environment.ProcessId * 37 % (Last - First));

    /// <summary>Each is given once.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref _next) % (Last - First));
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException) { /* taken */ }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await Kill();
        _process?.Dispose();
        Folder.Remove(_folder);
    }
}
