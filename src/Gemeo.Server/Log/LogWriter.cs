using System.Diagnostics;
using System.Threading.Channels;

namespace Gemeo.Log;

/// <summary>The one place where the log grows. Appends that wait while a commit runs go together into the next (group commit);
/// what is committed goes to the tail first, then everybody who waited is told.</summary>
public sealed partial class LogWriter : IAsyncDisposable
{
    const int GroupLimit = 4096;
    const int WaitingLimit = 65_536;

    readonly Channel<object> _waiting = Channel.CreateBounded<object>(new BoundedChannelOptions(WaitingLimit) { SingleReader = true });
    readonly ILogStore _store;
    readonly LogTail _tail;
    readonly ILogger<LogWriter> _log;
    readonly Task _loop;
    // Who holds it takes what waits and commits it: one writer at a time, in order.
    readonly Lock _writing = new();
    readonly Lock _health = new();
    bool _closed, _letGo;
    int _probing;
    volatile string? _fault;
    volatile TaskCompletionSource<bool>? _ill;

    public LogWriter(ILogStore store, LogTail tail, ILogger<LogWriter> log)
    {
        (_store, _tail, _log) = (store, tail, log);
        _loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Why the last commit failed, in one sentence; null while all is well.</summary>
    public string? Fault => _fault;

    /// <summary>Ends when the log can be written (at once while all is well). False when the house closes, and nobody should wait any longer.</summary>
    public Task<bool> WellAsync() => _ill?.Task ?? Task.FromResult(true);

    /// <summary>The house closes: whoever waits for the log to be well goes on without it.</summary>
    public void LetGo()
    {
        lock (_health)
        {
            _letGo = true;
            _ill?.TrySetResult(false);
        }
    }

    /// <summary>Told of each commit how long it took and how many entries it had; null while nobody wants to know.</summary>
    public Action<TimeSpan, int>? Measured { get; set; }

    /// <summary>Queues an append; waits only while the queue is full. Await <see cref="Append.Committed"/> for the disk.</summary>
    public ValueTask EnqueueAsync(Append append, CancellationToken cancel = default) => _waiting.Writer.WriteAsync(append, cancel);

    /// <summary>Appends and waits for the disk. Somebody waits for a command to end, so when nothing is before it, it is committed on the
    /// caller's own thread: that saves two changes of thread.</summary>
    public Task AppendAsync(Append append, CancellationToken cancel = default)
    {
        if (append.Commands.Count > 0 && CommitsHere(append)) return append.Committed;
        return AppendInTurnAsync(append, cancel);
    }

    async Task AppendInTurnAsync(Append append, CancellationToken cancel)
    {
        await EnqueueAsync(append, cancel);
        await append.Committed;
    }

    bool CommitsHere(Append append)
    {
        if (!_writing.TryEnter()) return false;
        try
        {
            if (_closed || append.Orphan || _waiting.Reader.Count > 0) return false;
            CommitGroup([append]);
            return true;
        }
        finally { _writing.Exit(); }
    }

    /// <summary>Runs other writing (retention, edited things) between two commits: one writer, no locks.</summary>
    public async Task<T> RunAsync<T>(Func<ILogStore, T> work, CancellationToken cancel = default)
    {
        var job = new Job<T>(work);
        await _waiting.Writer.WriteAsync(job, cancel);
        return await job.Done.Task;
    }

    /// <summary>Looks whether a log that could not be written can be again, for those who wait for that, and since nobody else may want to write.</summary>
    public async Task ProbeAsync(CancellationToken cancel = default)
    {
        if (_fault is null || Interlocked.Exchange(ref _probing, 1) == 1) return;
        try { await RunAsync(Probe, cancel); }
        catch (Exception why) when (why is LogUnavailableException or OperationCanceledException or ChannelClosedException) { /* still not */ }
        finally { Volatile.Write(ref _probing, 0); }
    }

    bool Probe(ILogStore store)
    {
        store.Put("probe", "log", []);
        Mend();
        return true;
    }

    void Loop()
    {
        var group = new List<Append>(GroupLimit);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            lock (_writing) WriteWaiting(group);
    }

    void WriteWaiting(List<Append> group)
    {
        var entries = 0;
        while (entries < GroupLimit && _waiting.Reader.TryRead(out var next))
        {
            if (next is Append { Orphan: true } orphan) orphan.Fail(new LogFencedException(orphan.Thing));
            else if (next is Append append)
            {
                group.Add(append);
                entries += append.Entries.Count;
            }
            else
            {
                CommitGroup(group);
                ((IJob)next).Run(_store);
            }
        }
        CommitGroup(group);
    }

    void CommitGroup(List<Append> group)
    {
        if (group.Count == 0) return;
        try
        {
            var began = Measured is null ? 0 : Stopwatch.GetTimestamp();
            _store.Commit(group);
            var kept = Kept(group);
            if (began != 0) Measured?.Invoke(Stopwatch.GetElapsedTime(began), kept.Length);
            if (kept.Length > 0) _tail.Publish(new LogBatch(kept));
            if (_fault is not null) Mend();
            foreach (var append in group) append.Complete();
        }
        catch (Exception why)
        {
            Ail(why.Message);
            var told = why as LogUnavailableException ?? new LogUnavailableException(why.Message, why);
            foreach (var append in group) append.Fail(told);
        }
        group.Clear();
    }

    void Ail(string why)
    {
        lock (_health)
        {
            if (_fault != why) CommitFailed(_log, why);
            _fault = why;
            _ill ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_letGo) _ill.TrySetResult(false);
        }
    }

    void Mend()
    {
        TaskCompletionSource<bool>? ill;
        lock (_health)
        {
            if (_fault is null) return;
            (_fault, ill, _ill) = (null, _ill, null);
        }
        Recovered(_log);
        _tail.Reach(_store.Head);
        ill?.TrySetResult(true);
    }

    static Entry[] Kept(List<Append> group)
    {
        var count = 0;
        foreach (var append in group) count += append.Fenced ? 0 : append.Entries.Count;
        var kept = new Entry[count];
        var at = 0;
        foreach (var append in group)
            if (!append.Fenced)
                foreach (var entry in append.Entries) kept[at++] = entry;
        return kept;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        // The store may be closed after this: nobody commits any more.
        lock (_writing) _closed = true;
    }

    interface IJob { void Run(ILogStore store); }

    sealed class Job<T>(Func<ILogStore, T> work) : IJob
    {
        public TaskCompletionSource<T> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Run(ILogStore store)
        {
            try { Done.TrySetResult(work(store)); }
            catch (Exception why) { Done.TrySetException(why); }
        }
    }

    [LoggerMessage(1, LogLevel.Critical, "The log cannot be written: {Why}. Readings are held and not acknowledged, and commands are refused, until it can.")]
    static partial void CommitFailed(ILogger log, string why);

    [LoggerMessage(2, LogLevel.Information, "The log can be written again.")]
    static partial void Recovered(ILogger log);
}
