namespace Gemeo.Assistant.Model;

/// <summary>The language model that words answers, section <c>Gemeo:Assistant</c>. With none nothing leaves this machine.</summary>
public sealed class AssistantSettings
{
    /// <summary>Who speaks: <c>none</c>, <c>ollama</c>, or <c>openai</c> for every server of that protocol.</summary>
    public string Provider { get; set; } = "none";

    /// <summary>Where it listens; without one Ollama on this machine, or OpenAI.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The model's name at the provider.</summary>
    public string? Model { get; set; }

    /// <summary>The provider's key. Never logged, never shown.</summary>
    public string? Key { get; set; }

    /// <summary>Seconds for which the model may say nothing, before its first word and between words.</summary>
    public double Silence { get; set; } = 30;

    /// <summary>Seconds that a whole answer may take.</summary>
    public double Timeout { get; set; } = 120;

    /// <summary>Longest answer, in the model's tokens.</summary>
    public int MaxTokens { get; set; } = 1024;

    /// <summary>All that the model reads and writes for one answer, in its tokens.</summary>
    public int ContextTokens { get; set; } = 8192;

    /// <summary>Folder of prompt templates that take the shipped ones' place; default <c>prompts</c> in the lab's folder.</summary>
    public string? Prompts { get; set; }

    public bool IsOn() => !Provider.Equals("none", StringComparison.OrdinalIgnoreCase);
    public bool IsOllama() => Provider.Equals("ollama", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address that is called.</summary>
    public Uri Address() => new(Endpoint ?? (IsOllama() ? "http://127.0.0.1:11434" : "https://api.openai.com/v1"));
}
