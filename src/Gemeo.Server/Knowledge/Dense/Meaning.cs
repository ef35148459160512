using Gemeo.Hosting;
using Microsoft.Extensions.Options;

namespace Gemeo.Knowledge.Dense;

/// <summary>The question's side: what it means, when the model can be asked; otherwise words alone, at once.</summary>
public sealed partial class Meaning(IOptions<Settings> settings, VectorIndex vectors, EmbeddingState state, ILogger<Meaning> log)
{
    readonly EmbeddingSettings _settings = settings.Value.Embeddings;
    Encoder? _encoder;

    public bool IsOn { get; } = settings.Value.Embeddings.IsOn();

    public double Weight => _settings.Weight;

    public EmbeddingState State => state;

    /// <summary>The model's name as people know it; null when there is none.</summary>
    public string? Model => IsOn ? _settings.Name() : null;

    /// <summary>What it made is in the index, so it may be asked; null takes it away.</summary>
    public void Use(Encoder? encoder) => Volatile.Write(ref _encoder, encoder);

    /// <summary>The question's vector; null when it is not to be had, or there is nothing to compare it with.</summary>
    public async Task<float[]?> OfAsync(string question, CancellationToken cancel)
    {
        if (Volatile.Read(ref _encoder) is not { } encoder || state.Fault is not null || vectors.Count == 0) return null;
        try { return await encoder.QuestionAsync(question, cancel); }
        catch (EmbeddingException why)
        {
            Failed(why);
            return null;
        }
    }

    /// <summary>How like it passages are; null when that cannot be told.</summary>
    public Likeness? Ask(float[] question, int most, IEnumerable<int> also)
    {
        try { return vectors.Ask(question, most, also); }
        catch (EmbeddingException why)
        {
            Failed(why);
            return null;
        }
    }

    /// <summary>The model is left alone until it has been seen to work again; unless it may be only this question that it cannot take.</summary>
    void Failed(EmbeddingException why)
    {
        if (why.MayBeTheText) state.Doubted();
        else if (state.Failed(why.Fault)) WordsAlone(log, why.Fault.Code);
        state.Ring();
    }

    [LoggerMessage(1, LogLevel.Warning, "The embedding model did not take a question: {Code}. Passages are found by words alone until it does.")]
    static partial void WordsAlone(ILogger log, string code);
}
