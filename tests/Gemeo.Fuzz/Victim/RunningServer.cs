using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Gemeo.Fuzz.Attacks;

namespace Gemeo.Fuzz.Victim;

/// <summary>The real server, a process of its own in a folder of its own, whose every word is read.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    static readonly TimeSpan _ready = TimeSpan.FromSeconds(60);
    readonly Process _process;
    readonly string _folder;
    readonly Findings _findings;
    readonly ConcurrentQueue<string> _said = new();
    int _following;
    string _fault = "";

    RunningServer(Process process, string folder, Target target, Findings findings)
    {
        (_process, _folder, Target, _findings) = (process, folder, target, findings);
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Target Target { get; }

    public int Id => _process.Id;

    public IEnumerable<string> Said => _said;

    /// <param name="program">The server's Gemeo.Server.dll.</param>
    /// <param name="lab">A lab's folder, which is copied.</param>
    public static async Task<RunningServer> StartAsync(string program, string lab, bool documents, Findings findings, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("gemeo-fuzz-").FullName;
        CopyLab(lab, Path.Combine(folder, "lab"), documents);
        var (http, mqtt) = (FreePort(), FreePort());
        var process = Process.Start(new ProcessStartInfo("dotnet",
        [
            program, $"--urls=http://127.0.0.1:{http}", $"--Gemeo:Mqtt:Port={mqtt}", $"--Gemeo:Lab={folder}/lab", $"--Gemeo:Data={folder}/data",
            $"--Gemeo:Key={Target.Key}", $"--Gemeo:Mqtt:Users:{Target.User}={Target.Password}", "--Gemeo:RequestsPerSecond=100000",
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!;
        var server = new RunningServer(process, folder, new Target(http, mqtt, () => !process.HasExited), findings);
        try { await server.ReadyAsync(cancel); }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
        return server;
    }

    async Task ReadyAsync(CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = Target.Url };
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(50, cancel))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(began) > _ready) throw new InvalidOperationException("The server did not start: " + string.Join('\n', _said));
            try
            {
                if ((await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancel)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) { /* not yet */ }
        }
    }

    // The line that tells of a fault, and the next two, which say what it was.
    void Hear(string? line)
    {
        if (line is null) return;
        _said.Enqueue(line);
        while (_said.Count > 5000) _said.TryDequeue(out _);
        if (line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal) || line.Contains("Unhandled", StringComparison.Ordinal)) (_following, _fault) = (3, "");
        if (_following == 0) return;
        _fault += (_fault.Length > 0 ? " | " : "") + line.Trim();
        if (--_following == 0) _findings.Add("said: " + _fault);
    }

    static void CopyLab(string from, string to, bool documents)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(from, file);
            if (name.StartsWith("documents", StringComparison.Ordinal) && (!documents || !name.EndsWith(".pdf", StringComparison.Ordinal))) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, name))!);
            File.Copy(file, Path.Combine(to, name));
        }
    }

    static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try { Directory.Delete(_folder, recursive: true); }
        catch (IOException) { /* a reading process that is just ending may hold it; the system empties its temporary folder */ }
    }
}
