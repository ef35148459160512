using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gemeo.Tests.Security;

/// <summary>paho in a process of its own, driven line by line.</summary>
sealed class Attacker : IAsyncDisposable
{
    readonly Process _process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-u", Path.Combine(Repository.Root, "tests", "Gemeo.Tests", "Security", "attacker.py")])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    public async Task<JsonNode> Do(object order, int seconds = 60)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order));
        await _process.StandardInput.FlushAsync();
        var answer = await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(seconds));
        return JsonNode.Parse(answer ?? throw new InvalidOperationException("the attacker ended"))!;
    }

    public async Task<int> Connect(int port, string id, string? user = null, string? password = null) =>
        (await Do(new { @do = "connect", port, id, user, password }))["code"]?.GetValue<int>() ?? -1;

    public Task<JsonNode> Publish(string topic, string payload, int qos = 1, bool retain = false) => Do(new { @do = "publish", topic, payload, qos, retain });

    public Task<JsonNode> Subscribe(string filter) => Do(new { @do = "subscribe", filter });

    public async Task<string[]> Heard() => [.. (await Do(new { @do = "silence" }))["heard"]!.AsArray().Select(h => h![0]!.GetValue<string>())];

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
