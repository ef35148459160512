using Gemeo.Hosting;
using Gemeo.Knowledge.Dense;
using Gemeo.Tests.Crash;
using Microsoft.Extensions.Options;

namespace Gemeo.Tests.Knowledge.Dense;

public sealed class EmbeddingSettingTests
{
    static string[] Faults(Action<EmbeddingSettings> change)
    {
        var settings = new Settings();
        (settings.Embeddings.Provider, settings.Embeddings.Model) = ("ollama", "m");
        change(settings.Embeddings);
        return [.. new EmbeddingSettingsCheck().Validate(null, settings).Failures ?? []];
    }

    [Theory]
    [InlineData("Provider", "bert")]
    [InlineData("Model", " ")]
    [InlineData("Endpoint", "localhost:11434")]
    [InlineData("Endpoint", "http://me:secret@host/")]
    [InlineData("Key", "with\nline")]
    [InlineData("Weight", 1.5)]
    [InlineData("Weight", double.NaN)]
    [InlineData("Timeout", 0.0)]
    [InlineData("BatchTimeout", double.PositiveInfinity)]
    public void A_setting_that_cannot_work_is_refused_by_its_name(string name, object value)
    {
        var fault = Assert.Single(Faults(s => typeof(EmbeddingSettings).GetProperty(name)!.SetValue(s, value)));
        Assert.StartsWith($"Gemeo:Embeddings:{name}: ", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenAI_itself_asks_for_a_key_and_a_server_of_ones_own_does_not()
    {
        Assert.StartsWith("Gemeo:Embeddings:Key: ", Assert.Single(Faults(s => s.Provider = "openai")), StringComparison.Ordinal);
        Assert.Empty(Faults(s => (s.Provider, s.Endpoint) = ("openai", "http://127.0.0.1:8000/v1")));
    }

    [Fact]
    public void A_folder_says_what_it_lacks()
    {
        Assert.Equal("Gemeo:Embeddings:Model: there is no folder '/no/such/folder'.", Assert.Single(Faults(s => (s.Provider, s.Model) = ("onnx", "/no/such/folder"))));
        var folder = Folder.New("onnx");
        Assert.Equal($"Gemeo:Embeddings:Model: there is no model.onnx in '{folder}'.", Assert.Single(Faults(s => (s.Provider, s.Model) = ("onnx", folder))));
        File.WriteAllText(Path.Combine(folder, "model.onnx"), "");
        Assert.StartsWith("Gemeo:Embeddings:Model: there is no sentencepiece.bpe.model or vocab.txt in ", Assert.Single(Faults(s => (s.Provider, s.Model) = ("onnx", folder))), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "vocab.txt"), "");
        Assert.Empty(Faults(s => (s.Provider, s.Model) = ("onnx", folder)));
        Folder.Remove(folder);
    }

    [Fact]
    public async Task The_server_refuses_to_start_with_a_provider_it_does_not_know()
    {
        var why = await Assert.ThrowsAnyAsync<OptionsValidationException>(() => TestServer.Start(args: "--Gemeo:Embeddings:Provider=bert"));
        Assert.Contains("Gemeo:Embeddings:Provider: expected 'none', 'ollama', 'openai' or 'onnx', got 'bert'.", why.Failures);
    }

    [Theory]
    [InlineData("multilingual-e5-small", "query: ", "passage: ")]
    [InlineData("intfloat/e5-base-v2:latest", "query: ", "passage: ")]
    [InlineData("bge-m3", "", "")]
    [InlineData("e51", "", "")]
    public void Only_the_family_of_e5_asks_for_prefixes(string model, string question, string passage)
    {
        var settings = new EmbeddingSettings { Provider = "ollama", Model = model };
        Assert.Equal((question, passage), (settings.BeforeQuestion(), settings.BeforePassage()));
    }

    [Fact]
    public async Task Without_a_provider_nothing_of_it_is_loaded()
    {
        if (!OperatingSystem.IsLinux()) return;
        var (data, port) = (Folder.New("lean"), Mosquitto.FreePort());
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        await using (var server = await ServerProcess.Start(data, port, "--Gemeo:Mqtt:Port=0"))
        {
            await http.Read("a.txt", Documents.Text("A bancada tem doze tomadas."));
            Assert.True(await http.Finds("A bancada tem doze tomadas."));
            var mapped = await File.ReadAllTextAsync($"/proc/{server.Id}/maps");
            Assert.Contains("Gemeo.Server", mapped, StringComparison.Ordinal);
            foreach (var library in (string[])["onnxruntime", "OnnxRuntime", "Microsoft.ML.", "OllamaSharp"]) Assert.DoesNotContain(library, mapped, StringComparison.Ordinal);
        }
        Folder.Remove(data);
    }
}
