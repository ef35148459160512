using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using SessionOptions = Microsoft.ML.OnnxRuntime.SessionOptions;

namespace Gemeo.Knowledge.Dense.Onnx;

/// <summary>An encoder that runs in this process. Of the words' vectors the mean is taken; a model that gives one for the whole text is believed.</summary>
sealed class OnnxEncoder : IEmbeddingGenerator<string, Embedding<float>>
{
    // Memory grows with texts × length², and more texts at once are hardly faster without a graphics card.
    const int Together = 4;
    const string Whole = "sentence_embedding";

    readonly InferenceSession _session;
    readonly OnnxTokenizer _tokenizer;
    readonly string _output;
    // Whoever waited for a run may have left; the library dies of a session that goes during one.
    readonly ReaderWriterLockSlim _running = new();

    OnnxEncoder(InferenceSession session, OnnxTokenizer tokenizer)
    {
        (_session, _tokenizer) = (session, tokenizer);
        _output = session.OutputNames.Contains(Whole) ? Whole : session.OutputNames[0];
        foreach (var (name, input) in session.InputMetadata)
            if (name is not ("input_ids" or "attention_mask" or "token_type_ids") || input.ElementDataType != TensorElementType.Int64)
                throw new NotSupportedException($"model.onnx asks for '{name}' ({input.ElementDataType}), which is not known here.");
        if (session.OutputMetadata[_output].ElementDataType != TensorElementType.Float) throw new NotSupportedException($"model.onnx gives '{_output}' not as 32-bit floats.");
    }

    public static OnnxEncoder Open(OnnxFolder folder)
    {
        // Half of the machine: devices, searches and reading go on meanwhile.
        using var options = new SessionOptions { IntraOpNumThreads = Math.Max(1, Environment.ProcessorCount / 2), LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        var tokenizer = OnnxTokenizer.Open(folder);
        var session = new InferenceSession(folder.ModelFile, options);
        try { return new(session, tokenizer); }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => new GeneratedEmbeddings<Embedding<float>>(values.Chunk(Together).SelectMany(texts => Run(texts, cancellationToken)).Select(v => new Embedding<float>(v))), cancellationToken);

    float[][] Run(string[] texts, CancellationToken cancel)
    {
        _running.EnterReadLock();
        try
        {
            cancel.ThrowIfCancellationRequested();
            return Encode(texts, cancel);
        }
        finally { _running.ExitReadLock(); }
    }

    float[][] Encode(string[] texts, CancellationToken cancel)
    {
        var read = texts.Select(_tokenizer.Read).ToArray();
        var shape = new long[] { read.Length, read.Max(r => r.Count) };
        var inputs = _session.InputNames.ToDictionary(name => name, name => OrtValue.CreateTensorValueFromMemory(Filled(name, read, (int)shape[1]), shape));
        using var ending = new RunOptions();
        using var told = cancel.Register(() => ending.Terminate = true);
        try
        {
            using var made = _session.Run(ending, inputs, [_output]);
            return Vectors(made[0], read);
        }
        finally
        {
            foreach (var input in inputs.Values) input.Dispose();
        }
    }

    long[] Filled(string name, IReadOnlyList<int>[] read, int width)
    {
        var all = new long[read.Length * width];
        for (var text = 0; text < read.Length; text++)
            for (var at = 0; at < width; at++)
            {
                var isThere = at < read[text].Count;
                all[(text * width) + at] = name switch { "input_ids" => isThere ? read[text][at] : _tokenizer.Padding, "attention_mask" => isThere ? 1 : 0, _ => 0 };
            }
        return all;
    }

    static float[][] Vectors(OrtValue made, IReadOnlyList<int>[] read)
    {
        var shape = made.GetTensorTypeAndShape().Shape;
        var values = made.GetTensorDataAsSpan<float>();
        var size = (int)shape[^1];
        var vectors = new float[read.Length][];
        for (var text = 0; text < vectors.Length; text++)
            vectors[text] = shape.Length == 2 ? values.Slice(text * size, size).ToArray() : Mean(values[(text * (int)shape[1] * size)..], read[text].Count, size);
        return vectors;
    }

    // What fills a text up says nothing.
    static float[] Mean(ReadOnlySpan<float> words, int count, int size)
    {
        var mean = new float[size];
        for (var word = 0; word < count; word++) TensorPrimitives.Add(mean, words.Slice(word * size, size), mean);
        TensorPrimitives.Divide(mean, (float)count, mean);
        return mean;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        _running.EnterWriteLock();
        _session.Dispose();
        _running.ExitWriteLock();
    }
}
