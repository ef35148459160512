using System.Diagnostics;
using System.Runtime.InteropServices;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Crash;

/// <summary>The server as people start it: a process of its own, which can be killed without a word.</summary>
sealed class ServerProcess : IAsyncDisposable
{
    readonly Process _process;

    ServerProcess(Process process) => _process = process;

    public static async Task<ServerProcess> Start(string data, int http, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Gemeo.Server.dll"), $"--urls=http://127.0.0.1:{http}", $"--Gemeo:Lab={Path.Combine(Repository.Root, "labs", "load")}",
             $"--Gemeo:Data={data}", "--Gemeo:Simulator=false", "--Logging:LogLevel:Default=Error", .. more])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        return await Start(start, http);
    }

    /// <summary>By its own host, as it is handed out, on a machine whose PATH has no dotnet.</summary>
    public static Task<ServerProcess> StartAlone(string data, int http, params string[] more)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Gemeo.Server.exe" : "Gemeo.Server"),
            [$"--urls=http://127.0.0.1:{http}", $"--Gemeo:Data={data}", "--Gemeo:Simulator=false", "--Logging:LogLevel:Default=Error", .. more])
        { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = data };
        start.Environment["PATH"] = data;
        start.Environment.Remove("DOTNET_HOST_PATH");
        // The runtime of this build lies elsewhere; in an archive it lies beside.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Start(start, http);
    }

    static async Task<ServerProcess> Start(ProcessStartInfo start, int http)
    {
        // Compiled quickly rather than well: these servers live for a second.
        start.Environment["DOTNET_TieredPGO"] = "0";
        var server = new ServerProcess(Process.Start(start)!);
        var said = server._process.StandardError.ReadToEndAsync();
        _ = server._process.StandardOutput.ReadToEndAsync();
        using var client = new HttpClient();
        await Wait.For(async () =>
        {
            if (server._process.HasExited) throw new InvalidOperationException(await said);
            return await IsReady(client, http) ? "" : null;
        }, "the server's process");
        return server;
    }

    static async Task<bool> IsReady(HttpClient client, int http)
    {
        try { return (await client.GetAsync(new Uri($"http://127.0.0.1:{http}/health/ready"))).IsSuccessStatusCode; }
        catch (HttpRequestException) { return false; }
    }

    public int Id => _process.Id;

    /// <summary><c>kill -9</c>.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }
}
