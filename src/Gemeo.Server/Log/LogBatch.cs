namespace Gemeo.Log;

/// <summary>Entries next to each other in the log, in order, without a gap. Everybody who follows shares one batch and one encoding of it.</summary>
public sealed class LogBatch(Entry[] entries)
{
    readonly Lock _lock = new();
    object? _view;

    public Entry[] Entries => entries;
    public long First => entries[0].N;
    public long Last => entries[^1].N;

    /// <summary>A thing made from this batch once, by whoever asks first (the encoded frames).</summary>
    public T View<T>(Func<LogBatch, T> make) where T : class
    {
        if (Volatile.Read(ref _view) is T made) return made;
        lock (_lock) return (T)(_view ??= make(this));
    }
}
