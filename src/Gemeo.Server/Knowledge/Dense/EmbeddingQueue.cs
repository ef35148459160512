using System.Numerics.Tensors;
using Gemeo.Hosting;
using Gemeo.Knowledge.Intake;
using Microsoft.Extensions.Options;

namespace Gemeo.Knowledge.Dense;

/// <summary>
/// Gives each passage that can be found its vector, some at a time, behind everything else. What is on record is not made again; a model
/// that fails is left alone for longer and longer, and looked at again before it is trusted.
/// </summary>
public sealed partial class EmbeddingQueue(
    VectorStore store, VectorIndex vectors, Meaning meaning, KnowledgeIndex index, EmbeddingState state,
    IOptions<Settings> settings, IHostApplicationLifetime life, TimeProvider time, ILogger<EmbeddingQueue> log) : BackgroundService
{
    const int MostTogether = 64;
    const string Word = "Gêmeo";
    // The same text through the same model, on whatever machine, is nearer than this; through another one it is not.
    const float Same = .95f;
    // A question waits behind what is under way, so that should not be long.
    static readonly TimeSpan _short = TimeSpan.FromSeconds(.25), _long = TimeSpan.FromSeconds(1);

    readonly HashSet<int> _refused = [];
    int _together = 8;
    Encoder? _encoder;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!meaning.IsOn) return;
        index.Added += state.Came;
        index.Removed += Removed;
        await life.StartedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try { await RunAsync(stoppingToken); }
            catch (Exception why) when (!stoppingToken.IsCancellationRequested)
            {
                var fault = (why as EmbeddingException)?.Fault ?? EmbeddingFault.Unkept;
                // Not the message: providers repeat the key in it.
                if (state.Failed(fault)) Resting(log, meaning.Model!, fault.Code, (why.InnerException ?? why).GetType().Name);
                await Task.Delay(state.Rest(), time, stoppingToken);
            }
        }
    }

    void Removed(IReadOnlyCollection<int> chunks)
    {
        vectors.Remove(chunks);
        state.Ring();
    }

    async Task RunAsync(CancellationToken cancel)
    {
        // Without documents the model is not even opened.
        while (_encoder is null && !await store.AnyAsync(cancel)) await state.RungAsync(cancel);
        var encoder = _encoder ??= await Task.Run(() => Encoder.Open(settings.Value.Embeddings, time), cancel);
        await MeetAsync(encoder, cancel);
        while (true)
        {
            await PassAsync(encoder, cancel);
            await state.RungAsync(cancel);
            // A question was not taken.
            if (state.Fault is { } fault) throw new EmbeddingException(fault);
            if (state.TakeDoubt()) await MeetAsync(encoder, cancel);
        }
    }

    /// <summary>Whether it answers, and is the one whose vectors are on record.</summary>
    async Task MeetAsync(Encoder encoder, CancellationToken cancel)
    {
        var known = await store.AnyOfAsync(encoder.Model, cancel);
        var now = (await encoder.PassagesAsync([known?.Text ?? Word], cancel))[0];
        if (known is { } before && (before.Unit.Length != now.Length || TensorPrimitives.Dot(before.Unit, now) < Same))
        {
            meaning.Use(null);
            await store.ForgetAsync(encoder.Model, cancel);
            _refused.Clear();
            Another(log, meaning.Model!);
        }
        if (vectors.Count == 0) await store.LoadAsync(encoder.Model, cancel);
        meaning.Use(encoder);
    }

    /// <summary>Every passage that has none gets its vector.</summary>
    async Task PassAsync(Encoder encoder, CancellationToken cancel)
    {
        var (before, arrivals) = (_refused.Count, state.Arrivals);
        var (done, of) = await store.CountAsync(encoder.Model, cancel);
        state.Began(done, of);
        for (var last = 0; await store.MissingAsync(encoder.Model, last, _together, cancel) is { Count: > 0 } batch; last = batch[^1].Id)
            await BatchAsync(encoder, [.. batch.Where(b => !_refused.Contains(b.Id))], cancel);
        state.Ended(arrivals);
        if (_refused.Count > before) LeftOut(log, _refused.Count);
    }

    async Task BatchAsync(Encoder encoder, Embeddable[] batch, CancellationToken cancel)
    {
        if (batch.Length == 0) return;
        var began = time.GetTimestamp();
        var made = await EmbedAsync(encoder, [.. batch.Select(b => b.Text)], cancel);
        _together = time.GetElapsedTime(began) is var took && took > _long ? Math.Max(1, _together / 2) : took < _short ? Math.Min(MostTogether, _together * 2) : _together;
        _refused.UnionWith(batch.Where((_, i) => made[i] is null).Select(b => b.Id));
        state.Went(await store.SaveAsync(encoder.Model, [.. batch.Zip(made).Where(p => p.Second is not null).Select(p => (p.First.Id, p.Second!))], cancel));
    }

    // One text that cannot be embedded must not keep the others from it.
    static async Task<float[]?[]> EmbedAsync(Encoder encoder, string[] texts, CancellationToken cancel)
    {
        try { return await encoder.PassagesAsync(texts, cancel); }
        catch (EmbeddingException why) when (why.MayBeTheText) { }
        var made = new float[]?[texts.Length];
        for (var i = 0; i < texts.Length; i++) made[i] = await AloneAsync(encoder, texts[i], cancel);
        return made;
    }

    static async Task<float[]?> AloneAsync(Encoder encoder, string text, CancellationToken cancel)
    {
        // It may be longer than the model can take.
        foreach (var part in (string[])[text, text[..(text.Length / 2)]])
        {
            try { return (await encoder.PassagesAsync([part], cancel))[0]; }
            catch (EmbeddingException why) when (why.MayBeTheText) { }
        }
        // Either it is the text, or this fails too.
        await encoder.PassagesAsync([Word], cancel);
        return null;
    }

    public override void Dispose()
    {
        base.Dispose();
        _encoder?.Dispose();
    }

    [LoggerMessage(1, LogLevel.Warning, "The embedding model {Model} gave no vectors: {Code} ({Kind}). Passages are found by words alone until it does; it will be tried again.")]
    static partial void Resting(ILogger log, string model, string code, string kind);

    [LoggerMessage(2, LogLevel.Warning, "{Model} is another model than the one that embedded the documents, so they are embedded again.")]
    static partial void Another(ILogger log, string model);

    [LoggerMessage(3, LogLevel.Warning, "{Count} passages were not taken by the embedding model; they are found by words alone.")]
    static partial void LeftOut(ILogger log, int count);
}
