using System.Collections.Concurrent;

namespace Gemeo.Things;

/// <summary>The door through which devices report. Readings of one thing keep their order and travel together:
/// while one call to its grain is being committed, the next ones wait and go in batches. What waits is bounded, in number and in bytes:
/// while the log is away it waits here, and when there is no more room, at the devices.</summary>
public sealed class ReadingInbox(IGrainFactory grains)
{
    const int OutstandingLimit = 50_000, AtOnce = 1000;
    // A long message takes the room of several: fifty megabytes of them are as much as fifty thousand readings.
    const int BytesOfOne = 1024;

    readonly ConcurrentDictionary<string, Box> _boxes = new();
    readonly SemaphoreSlim _room = new(OutstandingLimit);
    // Two who each had half of what they need would wait for each other.
    readonly SemaphoreSlim _long = new(1);
    volatile bool _closed;
    long _taken;

    /// <summary>How many readings came in since the start.</summary>
    public long Taken => Volatile.Read(ref _taken);

    /// <summary>Takes a reading, waiting only while too much is outstanding; the inner task ends when the reading is on disk.</summary>
    public async ValueTask<Task> TakeAsync(string thing, Reading reading, CancellationToken cancel = default)
    {
        var size = SizeOf(reading);
        if (size > 1) await EnterAsync(size, cancel);
        else if (!_room.Wait(0, CancellationToken.None))
        {
            if (_closed) throw new OperationCanceledException("the server is stopping");
            await _room.WaitAsync(cancel);
        }
        if (reading.Kind != Log.EntryKind.Security) Interlocked.Increment(ref _taken);
        return _boxes.GetOrAdd(thing, static (id, grains) => new(grains.GetGrain<IThing>(id)), grains).Put(reading, _room);
    }

    static int SizeOf(Reading reading) => Math.Min(1 + ((reading.Value.Length + (reading.Raw?.Payload.Length ?? 0)) / BytesOfOne), OutstandingLimit / 2);

    async Task EnterAsync(int size, CancellationToken cancel)
    {
        await _long.WaitAsync(cancel);
        var held = 0;
        try
        {
            for (; held < size; held++)
            {
                if (_closed) throw new OperationCanceledException("the server is stopping");
                await _room.WaitAsync(cancel);
            }
        }
        catch
        {
            if (held > 0) _room.Release(held);
            throw;
        }
        finally { _long.Release(); }
    }

    /// <summary>The house closes: nothing more is taken, and this ends when what was taken is on disk (or refused).
    /// Whoever holds all the room knows that nobody is inside.</summary>
    public async Task CloseAsync(CancellationToken cancel)
    {
        _closed = true;
        await _long.WaitAsync(cancel);
        for (var held = 0; held < OutstandingLimit; held++) await _room.WaitAsync(cancel);
    }

    sealed class Box(IThing thing)
    {
        readonly Lock _lock = new();
        readonly Queue<Batch> _waiting = [];
        Batch? _last;
        bool _busy;

        public Task Put(Reading reading, SemaphoreSlim room)
        {
            Task mine;
            lock (_lock)
            {
                if (_last is not { Readings.Count: < AtOnce }) _waiting.Enqueue(_last = new());
                _last.Readings.Add(reading);
                mine = _last.Done.Task;
                if (_busy) return mine;
                _busy = true;
            }
            _ = DrainAsync(room);
            return mine;
        }

        async Task DrainAsync(SemaphoreSlim room)
        {
            while (Next() is { } batch)
            {
                try
                {
                    await thing.Report([.. batch.Readings]).ConfigureAwait(false);
                    batch.Done.TrySetResult();
                }
                catch (Exception why)
                {
                    batch.Done.TrySetException(why);
                    _ = batch.Done.Task.Exception; // whoever cares awaits it; a QoS 0 reading has nobody to tell
                }
                room.Release(batch.Readings.Sum(SizeOf));
            }
        }

        Batch? Next()
        {
            lock (_lock)
            {
                _busy = _waiting.TryDequeue(out var next);
                if (next == _last) _last = null;
                return next;
            }
        }

        sealed class Batch
        {
            public List<Reading> Readings { get; } = [];
            public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
