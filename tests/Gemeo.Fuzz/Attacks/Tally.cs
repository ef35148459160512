using System.Collections.Concurrent;

namespace Gemeo.Fuzz.Attacks;

/// <summary>What was sent, and what came of it, by class.</summary>
public sealed class Tally
{
    readonly ConcurrentDictionary<string, long> _classes = new();
    long _cases, _bytes;

    public long Cases => Interlocked.Read(ref _cases);

    public long Bytes => Interlocked.Read(ref _bytes);

    public IEnumerable<(string Class, long Count)> Classes => _classes.OrderByDescending(c => c.Value).Select(c => (c.Key, c.Value));

    public void Add(Outcome outcome, long bytes)
    {
        Interlocked.Increment(ref _cases);
        Interlocked.Add(ref _bytes, bytes);
        _classes.AddOrUpdate(outcome.Class, 1, (_, n) => n + 1);
    }
}
