using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gemeo.Simulator;
using Gemeo.Simulator.Wire;
using Gemeo.Tests.Knowledge;
using Gemeo.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gemeo.Tests.Assistant.Chat;

/// <summary>The demo lab with its simulated devices, and somebody who talks to it.</summary>
sealed class ChatRig : IAsyncDisposable
{
    static readonly string _demo = Path.Combine(Repository.Root, "labs", "demo");
    readonly string _data = Folder.New("data"), _lab = Folder.New("lab");
    SimulatedLab? _devices;

    public TestServer Server { get; private set; } = null!;
    public SimulatedDevice Device(string id) => _devices![id];

    public static async Task<ChatRig> Start(params string[] args)
    {
        var rig = new ChatRig();
        foreach (var file in (string[])["lab.json", "simulator.json"]) File.Copy(Path.Combine(_demo, file), Path.Combine(rig._lab, file));
        await rig.Open(args);
        return rig;
    }

    /// <summary>With the demo lab's documents in its folder, read.</summary>
    public static async Task<ChatRig> StartWithDocuments(params string[] args)
    {
        var rig = await Start(args);
        await rig.Drop([.. Directory.EnumerateFiles(Path.Combine(_demo, "documents"), "*.pdf")]);
        return rig;
    }

    /// <summary>Puts files into the lab's folder of documents, and waits until they are read.</summary>
    public async Task Drop(params string[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_lab, "documents")).FullName;
        foreach (var file in files) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        await Documents.Until(async () => await Server.Http.All() is var all && files.All(f => all.Any(d => d!["name"]!.GetValue<string>() == Path.GetFileName(f) && d["state"]!.GetValue<string>() == "ready")), "the documents");
    }

    async Task Open(params string[] args)
    {
        Server = await TestServer.Start(_lab, _data, args);
        var file = await SimulatorFile.ReadAsync(_lab, default);
        _devices = await SimulatedLab.StartAsync(file, new Broker("127.0.0.1", Server.MqttPort, null, null), TimeProvider.System, NullLoggerFactory.Instance);
        await Server.Property("lampada-bancada", "ligada", _ => true);
        await Server.Property("ar-condicionado", "ligado", _ => true);
        await Server.Property("luz-teto-1", "ligada", _ => true);
        await Server.Property("luz-teto-2", "ligada", _ => true);
        await Server.Property("radio-5g", "ligado", v => v.GetValue<bool>());
    }

    public async Task Restart()
    {
        await _devices!.DisposeAsync();
        await Server.DisposeAsync();
        await Open();
    }

    /// <summary>The whole answer as one document.</summary>
    public async Task<JsonNode> Say(string message, string? conversation = null, string? room = null, string? language = null)
    {
        var (status, body) = await Server.Post("/chat", new { message, conversation, room, language }, ("Accept", "application/json"));
        Assert.True(status == 200, body?.ToJsonString());
        return body!;
    }

    /// <summary>The answer as it streams.</summary>
    public async Task<List<JsonNode>> Stream(string message, string? conversation = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = JsonContent.Create(new { message, conversation }) };
        using var answer = await Server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        return [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(e => e.Split('\n').FirstOrDefault(l => l.StartsWith("data: ", StringComparison.Ordinal))).OfType<string>().Select(l => JsonNode.Parse(l[6..])!)];
    }

    /// <summary>Every command so far.</summary>
    public async Task<List<JsonNode>> Commands() => [.. (await Server.Log()).Where(e => e["kind"]!.GetValue<string>() == "action")];

    public async Task<bool> Is(string thing, string property) => (await Server.Get($"/things/{thing}/properties/{property}"))!.GetValue<bool>();

    public async ValueTask DisposeAsync()
    {
        if (_devices is not null) await _devices.DisposeAsync();
        await Server.DisposeAsync();
        Folder.Remove(_data);
        Folder.Remove(_lab);
    }
}

static class Answers
{
    public static string Text(this JsonNode answer) => answer["text"]!.GetValue<string>();
    public static string Conversation(this JsonNode answer) => answer["conversation"]!.GetValue<string>();
    public static JsonNode Action(this JsonNode answer) => Assert.Single(answer["actions"]!.AsArray())!;
    public static string? State(this JsonNode answer) => answer.Action()["state"]?.GetValue<string>();
}
