using Gemeo.Assistant.Model;
using Gemeo.Hosting;
using Gemeo.Linguistics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gemeo.Tests.Assistant.Model;

public sealed class SettingTests
{
    static string[] Faults(Action<Settings> change)
    {
        var settings = new Settings { Lab = Path.Combine(Path.GetTempPath(), "no-such-lab") };
        (settings.Assistant.Provider, settings.Assistant.Model) = ("ollama", "m");
        change(settings);
        return [.. new AssistantSettingsCheck().Validate(null, settings).Failures ?? []];
    }

    [Fact]
    public void Without_a_provider_nothing_is_opened()
    {
        var settings = new Settings();
        Assert.Equal("none", settings.Assistant.Provider);
        Assert.Null(ModelClients.Chat(settings.Assistant));
        Assert.Empty(new AssistantSettingsCheck().Validate(null, settings).Failures ?? []);
    }

    [Theory]
    [InlineData("Provider", "gpt")]
    [InlineData("Model", "")]
    [InlineData("Endpoint", "localhost:11434")]
    [InlineData("Endpoint", "ftp://host/")]
    [InlineData("Endpoint", "http://me:secret@host/")]
    [InlineData("Endpoint", "http://host/?key=1")]
    [InlineData("Key", "with\nline")]
    [InlineData("Prompts", "/no/such/folder")]
    [InlineData("Silence", 0.0)]
    [InlineData("Timeout", double.NaN)]
    [InlineData("MaxTokens", 1)]
    [InlineData("ContextTokens", 100)]
    public void A_setting_that_cannot_work_is_refused_by_its_name(string name, object value)
    {
        var fault = Assert.Single(Faults(s => typeof(AssistantSettings).GetProperty(name)!.SetValue(s.Assistant, value)));
        Assert.StartsWith($"Gemeo:Assistant:{name}: ", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenAI_itself_asks_for_a_key_and_a_server_of_ones_own_does_not()
    {
        Assert.StartsWith("Gemeo:Assistant:Key: ", Assert.Single(Faults(s => s.Assistant.Provider = "openai")), StringComparison.Ordinal);
        Assert.Empty(Faults(s => (s.Assistant.Provider, s.Assistant.Endpoint) = ("openai", "http://127.0.0.1:8000/v1")));
    }

    [Fact]
    public async Task The_server_refuses_to_start_with_a_provider_it_does_not_know()
    {
        var why = await Assert.ThrowsAnyAsync<OptionsValidationException>(() => TestServer.Start(args: "--Gemeo:Assistant:Provider=gpt"));
        Assert.Contains("Gemeo:Assistant:Provider: expected 'none', 'ollama' or 'openai', got 'gpt'.", why.Failures);
    }

    [Fact]
    public async Task The_server_that_starts_has_no_model_by_default()
    {
        await using var server = await TestServer.Start();
        Assert.False(server.Services.GetRequiredService<LanguageModel>().IsOn);
    }

    [Fact]
    public void A_prompt_of_the_lab_takes_the_shipped_ones_place_and_is_read_again_when_it_changes()
    {
        var folder = Folder.New("prompts");
        var book = new PromptBook(Options.Create(new Settings { Assistant = new() { Prompts = folder } }), NullLogger<PromptBook>.Instance);
        Assert.StartsWith("Você é o assistente de Lab. Agora são hoje.", book.Of(Lang.Pt, "Lab", "hoje"), StringComparison.Ordinal);
        Assert.StartsWith("You are the assistant of Lab.", book.Of(Lang.En, "Lab", "today"), StringComparison.Ordinal);
        var file = Path.Combine(folder, "answer.pt.md");
        File.WriteAllText(file, "Somos {lab}. Cite [1].");
        Assert.Equal("Somos Lab. Cite [1].", book.Of(Lang.Pt, "Lab", "hoje"));
        File.WriteAllText(file, "Agora: {now}. Somos {lab}. Cite [1].");
        Assert.Equal("Agora: hoje. Somos Lab. Cite [1].", book.Of(Lang.Pt, "Lab", "hoje"));
        File.WriteAllText(file, "Meio {labb} escrito [1]");
        Assert.Equal("Agora: hoje. Somos Lab. Cite [1].", book.Of(Lang.Pt, "Lab", "hoje"));
        File.Delete(file);
        Assert.StartsWith("Você é o assistente", book.Of(Lang.Pt, "Lab", "hoje"), StringComparison.Ordinal);
        Folder.Remove(folder);
    }

    [Theory]
    [InlineData("answer.pt.md", "Somos {labb}. Cite [1].", "{labb}")]
    [InlineData("answer.en.md", "Say what you like.", "[1]")]
    [InlineData("answer.pt.md", "  ", "empty")]
    [InlineData("anwser.pt.md", "Cite [1].", "no prompt is called so")]
    public void A_prompt_that_cannot_work_is_refused_at_the_start_by_its_file(string file, string text, string why)
    {
        var folder = Folder.New("prompts");
        File.WriteAllText(Path.Combine(folder, file), text);
        var fault = Assert.Single(Faults(s => s.Assistant.Prompts = folder));
        Assert.Contains(file, fault, StringComparison.Ordinal);
        Assert.Contains(why, fault, StringComparison.Ordinal);
        Folder.Remove(folder);
    }

    [Fact]
    public void What_ships_is_what_is_asked_of_others()
    {
        var folder = Folder.New("prompts");
        foreach (var lang in (string[])["pt", "en"])
        {
            var shipped = Path.Combine(Repository.Root, "src", "Gemeo.Server", "Assistant", "Model", "Prompts", $"answer.{lang}.md");
            File.Copy(shipped, Path.Combine(folder, $"answer.{lang}.md"));
        }
        Assert.Empty(PromptBook.Faults(folder));
        Folder.Remove(folder);
    }
}
