using System.Globalization;
using Gemeo.Hosting;
using Gemeo.Hosting.Providers;
using Microsoft.Extensions.Options;

namespace Gemeo.Assistant.Model;

/// <summary>Refuses what the model path cannot work with, by the setting's name, before anything starts.</summary>
sealed class AssistantSettingsCheck : IValidateOptions<Settings>
{
    public ValidateOptionsResult Validate(string? name, Settings options)
    {
        var faults = Faults(options.Assistant).Concat(Prompts(options)).ToArray();
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    static IEnumerable<string> Faults(AssistantSettings s)
    {
        if (s.Provider.ToLowerInvariant() is not ("none" or "ollama" or "openai")) yield return $"Gemeo:Assistant:Provider: expected 'none', 'ollama' or 'openai', got '{s.Provider}'.";
        else if (s.IsOn() && string.IsNullOrWhiteSpace(s.Model)) yield return "Gemeo:Assistant:Model: expected the model's name at the provider, as --Gemeo:Assistant:Model=qwen3:8b.";
        else if (s.IsOn() && !s.IsOllama() && s.Endpoint is null && string.IsNullOrWhiteSpace(s.Key)) yield return "Gemeo:Assistant:Key: api.openai.com asks for a key; another server is named with Gemeo:Assistant:Endpoint.";
        foreach (var fault in ProviderCheck.Faults("Gemeo:Assistant", s.Endpoint, s.Key)) yield return fault;
        if (s.Silence is not (>= 0.1 and <= 3600)) yield return $"Gemeo:Assistant:Silence: expected 0.1 to 3600 seconds, got {Text(s.Silence)}.";
        if (s.Timeout is not (>= 0.1 and <= 3600)) yield return $"Gemeo:Assistant:Timeout: expected 0.1 to 3600 seconds, got {Text(s.Timeout)}.";
        if (s.MaxTokens is < 16 or > 65536) yield return $"Gemeo:Assistant:MaxTokens: expected 16 to 65536, got {s.MaxTokens}.";
        if (s.ContextTokens is < 2048 or > 2_000_000) yield return $"Gemeo:Assistant:ContextTokens: expected 2048 to 2000000, got {s.ContextTokens}.";
        else if (s.ContextTokens < s.MaxTokens + 1024) yield return $"Gemeo:Assistant:ContextTokens: expected at least 1024 more than Gemeo:Assistant:MaxTokens, got {s.ContextTokens}.";
    }

    static IEnumerable<string> Prompts(Settings settings)
    {
        var folder = settings.Assistant.Prompts;
        if (folder is not null && !Directory.Exists(folder)) return [$"Gemeo:Assistant:Prompts: there is no folder '{folder}'."];
        return PromptBook.Faults(PromptBook.FolderOf(settings));
    }

    static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
