using System.Text.RegularExpressions;

namespace Gemeo.Knowledge.Dense;

/// <summary>The model that finds passages by their meaning, section <c>Gemeo:Embeddings</c>. With none they are found by words alone.</summary>
public sealed partial class EmbeddingSettings
{
    /// <summary>Who embeds: <c>none</c>, <c>ollama</c>, <c>openai</c> for every server of that protocol, <c>onnx</c> for a file on this machine.</summary>
    public string Provider { get; set; } = "none";

    /// <summary>Where it listens; without one Ollama on this machine, or OpenAI.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The model's name at the provider; for <c>onnx</c> the folder with <c>model.onnx</c> and its tokenizer.</summary>
    public string? Model { get; set; }

    /// <summary>The provider's key. Never logged, never shown.</summary>
    public string? Key { get; set; }

    /// <summary>Put before a question; without one what the model's name asks for.</summary>
    public string? QuestionPrefix { get; set; }

    /// <summary>Put before a passage.</summary>
    public string? PassagePrefix { get; set; }

    /// <summary>What meaning has to say, of 1; the rest is the words'.</summary>
    public double Weight { get; set; } = 0.3;

    /// <summary>Seconds that a search waits for its question's vector.</summary>
    public double Timeout { get; set; } = 2;

    /// <summary>Seconds that some passages together may take.</summary>
    public double BatchTimeout { get; set; } = 120;

    public bool IsOn() => !Is("none");
    public bool IsOllama() => Is("ollama");
    public bool IsOnnx() => Is("onnx");

    /// <summary>The address that is called.</summary>
    public Uri Address() => new(Endpoint ?? (IsOllama() ? "http://127.0.0.1:11434" : "https://api.openai.com/v1"));

    /// <summary>The model's name as people know it; of a folder its last part.</summary>
    public string Name() => IsOnnx() ? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Model!))) : Model!;

    // The family of e5 was trained with these, and is the worse without.
    public string BeforeQuestion() => QuestionPrefix ?? (E5().IsMatch(Name()) ? "query: " : "");
    public string BeforePassage() => PassagePrefix ?? (E5().IsMatch(Name()) ? "passage: " : "");

    bool Is(string provider) => Provider.Equals(provider, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("(?<![a-z0-9])e5(?![a-z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex E5();
}
