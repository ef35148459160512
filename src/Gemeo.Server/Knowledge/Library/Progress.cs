using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Gemeo.Knowledge.Library;

/// <summary>How far a document is, for those who watch.</summary>
/// <param name="Page">Pages read so far.</param>
/// <param name="Of">Pages in all; 0 while unknown.</param>
public sealed record Step(string Id, string Name, DocumentState State, int Page, int Of, string? Error, bool Deleted = false);

/// <summary>What is being read and how far it is. Whoever watches has a small queue; who does not take it misses early steps, never the last.</summary>
public sealed class Progress
{
    public const int MostWatchers = 100;
    const int Waiting = 256;

    readonly ConcurrentDictionary<Channel<Step>, byte> _watchers = new();
    readonly SemaphoreSlim _work = new(0, 1);
    readonly Lock _lock = new();
    (string Id, CancellationTokenSource Stop)? _reading;

    /// <summary>Why documents are not read at present; null while they are, or there are none.</summary>
    public string? Fault { get; set; }

    /// <summary>The document that is being read now.</summary>
    public Step? Now { get; private set; }

    /// <summary>From now on <see cref="Abandon"/> stops the reading of it.</summary>
    public void Begin(string id, CancellationTokenSource stop)
    {
        lock (_lock) _reading = (id, stop);
    }

    public void End()
    {
        lock (_lock) (_reading, Now) = (null, null);
    }

    /// <summary>Its file is another now, or gone: what is read of it would be for nobody.</summary>
    public void Abandon(string id)
    {
        lock (_lock)
            if (_reading is { } reading && reading.Id == id) _ = reading.Stop.CancelAsync();
    }

    public void At(Document document, int page, int of) => Tell(Now = new(document.Id, document.Name, DocumentState.Reading, page, of, null));

    public void Changed(Document document)
    {
        Tell(Of(document));
        if (document.State == DocumentState.Queued) Wake();
    }

    public void Gone(Document document) => Tell(Of(document) with { Deleted = true });

    public static Step Of(Document document) => new(document.Id, document.Name, document.State, document.Pages, document.Pages, document.Error);

    /// <summary>Null when too many watch already.</summary>
    public Watcher? Watch()
    {
        var mine = Channel.CreateBounded<Step>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest });
        if (_watchers.Count >= MostWatchers) return null;
        _watchers[mine] = 0;
        return new(mine.Reader, () => _watchers.TryRemove(mine, out _));
    }

    /// <summary>Ends when there is something to read.</summary>
    public Task WorkAsync(CancellationToken cancel) => _work.WaitAsync(cancel);

    void Tell(Step step)
    {
        foreach (var watcher in _watchers.Keys) watcher.Writer.TryWrite(step);
    }

    void Wake()
    {
        try { _work.Release(); }
        catch (SemaphoreFullException) { /* it will look anyway */ }
    }
}

/// <summary>Steps from the moment it was made.</summary>
public sealed class Watcher(ChannelReader<Step> steps, Action leave) : IDisposable
{
    /// <summary>The next step; null when none came within the time.</summary>
    public async Task<Step?> NextAsync(TimeSpan within, TimeProvider time, CancellationToken cancel)
    {
        if (steps.TryRead(out var ready)) return ready;
        using var late = new CancellationTokenSource(within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try { return await steps.ReadAsync(either.Token); }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { return null; }
    }

    public void Dispose() => leave();
}
