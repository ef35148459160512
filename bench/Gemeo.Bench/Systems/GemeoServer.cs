using System.Globalization;
using Gemeo.Bench.Processes;

namespace Gemeo.Bench.Systems;

/// <summary>The server's Release build in a process of its own.</summary>
static class GemeoServer
{
    public static Child Start(string lab, string data, int port, params string[] settings) => Child.Start(
        "gemeo", "dotnet",
        [
            Repository.Built("src/Gemeo.Server", "Gemeo.Server"),
            "--Gemeo:Lab=" + lab, "--Gemeo:Data=" + data, .. settings,
            "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
        ],
        Repository.Root);

    public static async Task ReadyAsync(Child server, int port, CancellationToken cancel)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var health = new Uri($"http://127.0.0.1:{port}/health/ready");
        await Until.TrueAsync(() => Until.AnswersAsync(http, health, cancel), server, TimeSpan.FromSeconds(30), cancel);
    }
}
