using System.Globalization;
using Gemeo.Hosting;
using Gemeo.Hosting.Providers;
using Gemeo.Knowledge.Dense.Onnx;
using Microsoft.Extensions.Options;

namespace Gemeo.Knowledge.Dense;

/// <summary>Refuses what embedding cannot work with, by the setting's name, before anything starts.</summary>
sealed class EmbeddingSettingsCheck : IValidateOptions<Settings>
{
    public ValidateOptionsResult Validate(string? name, Settings options)
    {
        var faults = Faults(options.Embeddings).ToArray();
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    static IEnumerable<string> Faults(EmbeddingSettings s)
    {
        if (s.Provider.ToLowerInvariant() is not ("none" or "ollama" or "openai" or "onnx")) yield return $"Gemeo:Embeddings:Provider: expected 'none', 'ollama', 'openai' or 'onnx', got '{s.Provider}'.";
        else if (s.IsOnnx() && OnnxFolder.Fault(s.Model) is { } wrong) yield return $"Gemeo:Embeddings:Model: {wrong}";
        else if (s.IsOn() && string.IsNullOrWhiteSpace(s.Model)) yield return "Gemeo:Embeddings:Model: expected the model's name at the provider, as --Gemeo:Embeddings:Model=bge-m3.";
        else if (s.IsOn() && !s.IsOllama() && !s.IsOnnx() && s.Endpoint is null && string.IsNullOrWhiteSpace(s.Key)) yield return "Gemeo:Embeddings:Key: api.openai.com asks for a key; another server is named with Gemeo:Embeddings:Endpoint.";
        foreach (var fault in ProviderCheck.Faults("Gemeo:Embeddings", s.Endpoint, s.Key)) yield return fault;
        if (s.Weight is not (>= 0 and <= 1)) yield return $"Gemeo:Embeddings:Weight: expected 0 to 1, got {Text(s.Weight)}.";
        if (s.Timeout is not (>= 0.1 and <= 3600)) yield return $"Gemeo:Embeddings:Timeout: expected 0.1 to 3600 seconds, got {Text(s.Timeout)}.";
        if (s.BatchTimeout is not (>= 0.1 and <= 3600)) yield return $"Gemeo:Embeddings:BatchTimeout: expected 0.1 to 3600 seconds, got {Text(s.BatchTimeout)}.";
    }

    static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
