namespace Gemeo.Knowledge.Dense;

/// <summary>How far embedding is, what keeps it, and the bell that calls it.</summary>
public sealed class EmbeddingState
{
    static readonly TimeSpan _first = TimeSpan.FromSeconds(1), _longest = TimeSpan.FromMinutes(5);

    readonly SemaphoreSlim _bell = new(0, 1);
    readonly Lock _lock = new();
    TimeSpan _next = _first;
    bool _doubted;

    /// <summary>Why nothing is found by meaning now; null when something is.</summary>
    public EmbeddingFault? Fault { get; private set; }

    /// <summary>Passages that have their vector.</summary>
    public int Done { get; private set; }

    /// <summary>Passages that are found.</summary>
    public int Of { get; private set; }

    /// <summary>Passages that the model cannot take.</summary>
    public int Skipped => IsReady ? Of - Done : 0;

    /// <summary>All that can have a vector has it, and the model answers.</summary>
    public bool IsReady { get; private set; }

    public string Name => Fault is not null ? "down" : IsReady ? "ready" : Of > 0 ? "embedding" : "waiting";

    /// <summary>How often passages came.</summary>
    public int Arrivals { get; private set; }

    /// <summary>Passages came.</summary>
    public void Came()
    {
        lock (_lock) (Arrivals, IsReady) = (Arrivals + 1, false);
        Ring();
    }

    /// <summary>There is something to look at.</summary>
    public void Ring()
    {
        try { _bell.Release(); }
        catch (SemaphoreFullException) { /* it will look anyway */ }
    }

    /// <summary>Ends when somebody rang.</summary>
    public Task RungAsync(CancellationToken cancel) => _bell.WaitAsync(cancel);

    public void Began(int done, int of)
    {
        lock (_lock) (Done, Of) = (done, of);
    }

    public void Went(int made)
    {
        lock (_lock) (Done, Fault, _next) = (Done + made, null, _first);
    }

    /// <param name="arrivals">As it was before the looking began: what came since is not seen to yet.</param>
    public void Ended(int arrivals)
    {
        lock (_lock) (IsReady, Fault, _next) = (arrivals == Arrivals, null, _first);
    }

    /// <summary>It failed once, and that may have been the text.</summary>
    public void Doubted() => Volatile.Write(ref _doubted, true);

    /// <summary>True once after each doubt.</summary>
    public bool TakeDoubt() => Interlocked.Exchange(ref _doubted, false);

    /// <summary>True when this is news.</summary>
    public bool Failed(EmbeddingFault fault)
    {
        lock (_lock)
        {
            var isNews = Fault != fault;
            (Fault, IsReady) = (fault, false);
            return isNews;
        }
    }

    /// <summary>How long to leave the model alone; longer each time, until it answers.</summary>
    public TimeSpan Rest()
    {
        lock (_lock)
        {
            var rest = _next;
            _next = rest * 2 < _longest ? rest * 2 : _longest;
            return rest;
        }
    }
}
