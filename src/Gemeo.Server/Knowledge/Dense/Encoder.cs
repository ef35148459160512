using System.Numerics.Tensors;
using Gemeo.Hosting.Providers;
using Gemeo.Knowledge.Dense.Onnx;
using Microsoft.Extensions.AI;
using OllamaSharp;

namespace Gemeo.Knowledge.Dense;

/// <summary>The embedding model as the rest of the house sees it: texts in; out come vectors of length 1, or a fault.</summary>
public sealed class Encoder : IDisposable
{
    const int MostDimensions = 8192;

    readonly EmbeddingSettings _settings;
    readonly TimeProvider _time;
    readonly IEmbeddingGenerator<string, Embedding<float>> _generator;

    Encoder(EmbeddingSettings settings, TimeProvider time, IEmbeddingGenerator<string, Embedding<float>> generator, string model)
    {
        (_settings, _time, _generator) = (settings, time, generator);
        // Vectors with and without what is put before a text are not to be compared either.
        Model = $"{settings.Provider.ToLowerInvariant()}:{model}{(settings.BeforePassage() is { Length: > 0 } before ? $" ({before.Trim()})" : "")}";
    }

    /// <summary>Under which its vectors are kept.</summary>
    public string Model { get; }

    /// <exception cref="EmbeddingException"/>
    public static Encoder Open(EmbeddingSettings settings, TimeProvider time)
    {
        if (settings.IsOnnx()) return OpenFile(settings, time);
        var generator = settings.IsOllama()
            ? new OllamaApiClient(ProviderClients.Http(settings.Address(), settings.Key), settings.Model!)
            : ProviderClients.OpenAi(settings.Address(), settings.Key, ProviderClients.Http(settings.Address(), around: inner => new NumbersAsBase64(inner))).GetEmbeddingClient(settings.Model!).AsIEmbeddingGenerator();
        return new(settings, time, generator, settings.Model!);
    }

    // A method of its own, so that the native library is not even looked for where nobody wants it.
    static Encoder OpenFile(EmbeddingSettings settings, TimeProvider time)
    {
        var folder = new OnnxFolder(settings.Model!);
        try { return new(settings, time, OnnxEncoder.Open(folder), $"{settings.Name()}:{folder.Hash()}"); }
        catch (Exception why) { throw new EmbeddingException(EmbeddingFault.Unusable, why); }
    }

    /// <exception cref="EmbeddingException"/>
    public async Task<float[]> QuestionAsync(string text, CancellationToken cancel) => (await AskAsync([_settings.BeforeQuestion() + text], _settings.Timeout, cancel))[0];

    /// <exception cref="EmbeddingException"/>
    public Task<float[][]> PassagesAsync(IEnumerable<string> texts, CancellationToken cancel) => AskAsync([.. texts.Select(t => _settings.BeforePassage() + t)], _settings.BatchTimeout, cancel);

    async Task<float[][]> AskAsync(string[] texts, double patience, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(patience), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            // Not all libraries come back when they are told to.
            var made = await _generator.GenerateAsync(texts, null, either.Token).WaitAsync(either.Token);
            return Checked(texts.Length, [.. made.Select(m => m.Vector)]);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested) { throw; }
        catch (Exception why) when (why is not EmbeddingException)
        {
            throw new EmbeddingException(either.IsCancellationRequested ? EmbeddingFault.Timeout : EmbeddingFault.Of(why), why);
        }
    }

    static float[][] Checked(int count, ReadOnlyMemory<float>[] made)
    {
        if (made.Length != count || made.Any(m => m.Length != made[0].Length) || made[0].Length is 0 or > MostDimensions) throw new EmbeddingException(EmbeddingFault.Garbled);
        return [.. made.Select(m => Unit(m.Span))];
    }

    static float[] Unit(ReadOnlySpan<float> vector)
    {
        // A number that is none, or no number at all, shows in the length.
        var length = TensorPrimitives.Norm(vector);
        if (!float.IsFinite(length) || length < 1e-12f) throw new EmbeddingException(EmbeddingFault.Garbled);
        var unit = new float[vector.Length];
        TensorPrimitives.Divide(vector, length, unit);
        return unit;
    }

    public void Dispose() => _generator.Dispose();
}
