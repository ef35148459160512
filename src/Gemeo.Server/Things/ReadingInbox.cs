using System.Collections.Concurrent;

namespace Gemeo.Things;

/// <summary>The door through which devices report. Readings of one thing keep their order and travel together:
/// while one call to its grain is being committed, the next ones wait and go as one batch. What waits is bounded.</summary>
public sealed class ReadingInbox(IGrainFactory grains)
{
    const int OutstandingLimit = 50_000;

    readonly ConcurrentDictionary<string, Box> _boxes = new();
    readonly SemaphoreSlim _room = new(OutstandingLimit);
    volatile bool _closed;
    long _taken;

    /// <summary>How many readings came in since the start.</summary>
    public long Taken => Volatile.Read(ref _taken);

    /// <summary>Takes a reading, waiting only while too much is outstanding; the inner task ends when the reading is on disk.</summary>
    public async ValueTask<Task> TakeAsync(string thing, Reading reading, CancellationToken cancel = default)
    {
        if (!_room.Wait(0, CancellationToken.None))
        {
            if (_closed) throw new OperationCanceledException("the server is stopping");
            await _room.WaitAsync(cancel);
        }
        if (reading.Kind != Log.EntryKind.Security) Interlocked.Increment(ref _taken);
        return _boxes.GetOrAdd(thing, static (id, grains) => new(grains.GetGrain<IThing>(id)), grains).Put(reading, _room);
    }

    /// <summary>The house closes: nothing more is taken, and this ends when what was taken is on disk (or refused).
    /// Whoever holds all the room knows that nobody is inside.</summary>
    public async Task CloseAsync(CancellationToken cancel)
    {
        _closed = true;
        for (var held = 0; held < OutstandingLimit; held++) await _room.WaitAsync(cancel);
    }

    sealed class Box(IThing thing)
    {
        readonly Lock _lock = new();
        readonly List<Reading> _waiting = [];
        TaskCompletionSource _batch = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool _busy;

        public Task Put(Reading reading, SemaphoreSlim room)
        {
            Task mine;
            lock (_lock)
            {
                _waiting.Add(reading);
                mine = _batch.Task;
                if (_busy) return mine;
                _busy = true;
            }
            _ = DrainAsync(room);
            return mine;
        }

        async Task DrainAsync(SemaphoreSlim room)
        {
            while (Next() is (var readings, var batch))
            {
                try
                {
                    await thing.Report(readings).ConfigureAwait(false);
                    batch.TrySetResult();
                }
                catch (Exception why)
                {
                    batch.TrySetException(why);
                    _ = batch.Task.Exception; // whoever cares awaits it; a QoS 0 reading has nobody to tell
                }
                room.Release(readings.Length);
            }
        }

        (Reading[], TaskCompletionSource)? Next()
        {
            lock (_lock)
            {
                if (_waiting.Count == 0)
                {
                    _busy = false;
                    return null;
                }
                var taken = (_waiting.ToArray(), _batch);
                _waiting.Clear();
                _batch = new(TaskCreationOptions.RunContinuationsAsynchronously);
                return taken;
            }
        }
    }
}
