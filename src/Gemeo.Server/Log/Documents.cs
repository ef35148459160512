namespace Gemeo.Log;

/// <summary>Small documents of one kind beside the log. What changes while a commit runs goes together into the next.</summary>
public sealed class Documents(ILogStore store, LogWriter writer, string kind)
{
    const int Tries = 5;
    static readonly TimeSpan _again = TimeSpan.FromMilliseconds(100);

    readonly Lock _lock = new();
    Dictionary<string, byte[]?> _changed = [];
    Task? _next;

    public IReadOnlyList<(string Id, byte[] Document)> All() => store.All(kind);

    /// <summary>Sets one, or removes it (null); ends when that is on disk.</summary>
    public Task Set(string id, byte[]? document)
    {
        lock (_lock)
        {
            _changed[id] = document;
            return _next ??= WriteAsync();
        }
    }

    /// <summary>Ends when what was set last for it is on disk; at once when it is.</summary>
    public Task Settled(string id)
    {
        lock (_lock) return _changed.ContainsKey(id) ? _next ??= WriteAsync() : Task.CompletedTask;
    }

    // While the log is away it is waited for: who set something is not told that it is on disk, and need not set it again.
    async Task WriteAsync()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await writer.RunAsync(Write);
                return;
            }
            catch (LogUnavailableException) when (tries < Tries)
            {
                await Task.Delay(_again);
                if (!await writer.WellAsync()) throw;
            }
        }
    }

    bool Write(ILogStore log)
    {
        Dictionary<string, byte[]?> changed;
        lock (_lock) (changed, _changed, _next) = (_changed, [], null);
        try
        {
            log.Put(kind, changed);
            return true;
        }
        catch
        {
            lock (_lock)
                foreach (var (id, document) in changed) _changed.TryAdd(id, document);
            throw;
        }
    }
}

public static class SingleDocument
{
    /// <summary>As <see cref="ILogStore.Put"/>, for one.</summary>
    public static void Put(this ILogStore store, string kind, string id, byte[]? document) => store.Put(kind, [new(id, document)]);
}
