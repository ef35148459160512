using System.Text.Json.Nodes;
using Gemeo.Knowledge.Dense;
using Gemeo.Tests.Assistant.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Gemeo.Tests.Knowledge.Dense;

/// <summary>A server whose passages are embedded by a scripted one.</summary>
sealed class DenseRig : IAsyncDisposable
{
    public const string Key = "sk-secret-of-the-lab-0123456789";

    /// <summary>No word of it is Portuguese or English.</summary>
    public const string German = "Wohin gehört Lötkolben?";

    static readonly string[][] _topics = [["solda", "lötkolben"], ["rede", "netzwerk"], ["fecha", "schließt"]];
    static readonly (string, byte[])[] _files = [("solda.txt", Documents.Text("A estação de solda fica na bancada três.")), ("rede.txt", Documents.Text("A rede sem fio tem dois roteadores.")), ("horas.txt", Documents.Text("O laboratório fecha às dezoito horas."))];

    readonly string _data = Folder.New("dense");

    public ScriptedModel Model { get; private init; } = null!;
    public string Protocol { get; private init; } = "";
    public TestServer Server { get; private set; } = null!;
    public HttpClient Http => Server.Http;
    public int InMemory => Server.Services.GetRequiredService<VectorIndex>().Count;

    /// <summary>What a text is about, and a little that all texts have.</summary>
    public static float[] Meant(string text) => [.. _topics.Select(words => words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)) ? 1f : 0), .3f];

    public static async Task<DenseRig> Start(string protocol = "openai", Action<ScriptedModel>? change = null, params string[] more)
    {
        var rig = new DenseRig { Model = await ScriptedModel.Start(protocol), Protocol = protocol };
        rig.Model.Vector = Meant;
        change?.Invoke(rig.Model);
        await rig.Open(more);
        return rig;
    }

    /// <summary>The same data once more.</summary>
    public async Task Restart(params string[] more)
    {
        await Server.DisposeAsync();
        Model.Embedded.Clear();
        await Open(more);
    }

    async Task Open(string[] more) => Server = await TestServer.Start(data: _data, args: [$"--Gemeo:Embeddings:Provider={Protocol}", $"--Gemeo:Embeddings:Endpoint={Model.Endpoint}", "--Gemeo:Embeddings:Model=m", $"--Gemeo:Embeddings:Key={Key}", .. more]);

    /// <summary>Three documents of a sentence each, read; their ids.</summary>
    public async Task<string[]> Add()
    {
        var ids = (await Http.Add(_files)).Select(i => i.Id()).ToArray();
        foreach (var id in ids) Assert.Equal("ready", (await Http.Ended(id)).State());
        return ids;
    }

    /// <summary>How far embedding is, once it is so far.</summary>
    public Task<JsonNode> Embeddings(string state) =>
        Documents.Until(async () => (await Server.Get("/documents"))!["embeddings"] is { } now && now["state"]!.GetValue<string>() == state ? now : null, $"embeddings to be {state}");

    public Task<JsonNode> Embedded(int passages = 3) => Documents.Until(async () => await Embeddings("ready") is var now && now["done"]!.GetValue<int>() == passages ? now : null, $"{passages} vectors");

    public async Task<JsonNode> Search(string question, bool trace = false) => (await Server.Get($"/search?q={Uri.EscapeDataString(question)}{(trace ? "&trace=true" : "")}"))!;

    public async Task<string[]> Found(string question) => [.. (await Search(question))["items"]!.AsArray().Select(i => i!["document"]!["name"]!.GetValue<string>())];

    public async Task<bool> IsComplete() => (await Search("onde fica a solda?"))["complete"]!.GetValue<bool>();

    public long Rows(string where = "1 = 1") => Documents.Rows(_data, "vectors", where);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Model.DisposeAsync();
        Folder.Remove(_data);
    }
}
