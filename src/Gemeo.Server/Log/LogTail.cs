namespace Gemeo.Log;

/// <summary>The newest batches, as committed, in memory: what live followers read instead of the disk.
/// A ring, bounded by batches and by entries.</summary>
public sealed class LogTail(long head, int entryLimit = 65_536, int batchLimit = 2048)
{
    readonly Lock _lock = new();
    readonly LogBatch?[] _ring = new LogBatch?[batchLimit];
    int _start, _count, _entries;
    long _head = head;
    TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The last committed place.</summary>
    public long Head => Volatile.Read(ref _head);

    LogBatch this[int i] => _ring[(_start + i) % batchLimit]!;

    /// <summary>The batch that holds the entry after <paramref name="after"/>; null when it is no longer here or not yet.</summary>
    public LogBatch? Find(long after)
    {
        lock (_lock)
        {
            int low = 0, high = _count - 1;
            while (low <= high)
            {
                var middle = (low + high) / 2;
                if (after + 1 < this[middle].First) high = middle - 1;
                else if (after + 1 > this[middle].Last) low = middle + 1;
                else return this[middle];
            }
            return null;
        }
    }

    /// <summary>Ends when something is committed after <paramref name="after"/>, or at the next <see cref="Pulse"/>.</summary>
    public Task WaitAsync(long after)
    {
        var more = Volatile.Read(ref _more).Task;
        return Head > after ? Task.CompletedTask : more;
    }

    internal void Publish(LogBatch batch)
    {
        lock (_lock)
        {
            if (_count == batchLimit) DropOldest();
            _ring[(_start + _count++) % batchLimit] = batch;
            _entries += batch.Entries.Length;
            while (_count > 1 && _entries > entryLimit) DropOldest();
            Volatile.Write(ref _head, batch.Last);
        }
        Pulse();
    }

    /// <summary>The log is longer than was known: what was committed though nobody could tell is read from the disk.</summary>
    internal void Reach(long head)
    {
        lock (_lock)
        {
            if (head <= _head) return;
            Volatile.Write(ref _head, head);
        }
        Pulse();
    }

    /// <summary>Wakes everybody who waits, with or without news: heartbeats and departures need no timer of their own.</summary>
    public void Pulse() => Interlocked.Exchange(ref _more, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    void DropOldest()
    {
        _entries -= this[0].Entries.Length;
        _ring[_start] = null;
        _start = (_start + 1) % batchLimit;
        _count--;
    }
}
