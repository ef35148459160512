namespace Gemeo.Log;

/// <summary>The only way to read what happened: from a cursor, then on as it grows. Live push and catching up are this one path;
/// whether a batch comes from memory or from the disk is nobody's business.</summary>
public sealed class Follower(ILogStore store, LogTail tail)
{
    const int ReadLimit = 2048;

    public string LogId => store.LogId;
    public long Head => tail.Head;

    /// <summary>True when everything after the cursor is still kept, and it is of this log.</summary>
    public bool Knows(Cursor cursor) => store.Gave(cursor) && cursor.N >= store.Oldest - 1 && (cursor.N <= tail.Head || IsOnDisk(cursor.N));

    // A snapshot may be a moment ahead of the tail.
    bool IsOnDisk(long n) => store.Read(n - 1, 1) is [var entry] && entry.N == n;

    public Cursor At(long n) => new(store.LogId, n);

    /// <summary>The run of entries that holds the one after <paramref name="after"/>; null when there is none yet. The run may begin before it.
    /// Throws <see cref="CursorGoneException"/> when that entry was forgotten meanwhile.</summary>
    public LogBatch? Next(long after)
    {
        if (after >= tail.Head) return null;
        if (tail.Find(after) is { } live) return live;
        var stored = store.Read(after, ReadLimit);
        if (stored.Length == 0 || stored[0].N != after + 1) throw new CursorGoneException(At(after));
        return new LogBatch(stored);
    }

    /// <summary>As <see cref="Next"/>, but from memory only, where entries still have the messages they came from; null when they are gone from there.</summary>
    public LogBatch? Newest(long after) => tail.Find(after);

    /// <summary>Ends when <see cref="Next"/> has something, and at every pulse (about each second): look again, or leave.</summary>
    public Task WaitAsync(long after) => tail.WaitAsync(after);
}

/// <summary>Retention has overtaken the reader: what follows its cursor is forgotten.</summary>
public sealed class CursorGoneException(Cursor cursor) : Exception($"what follows {cursor} is no longer kept");
