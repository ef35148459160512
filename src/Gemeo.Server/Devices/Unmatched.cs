using System.Buffers;
using System.Collections.Concurrent;
using System.Text;

namespace Gemeo.Devices;

/// <summary>A topic that belongs to no thing, with the last that was said on it.</summary>
/// <param name="Payload">First 200 bytes as text.</param>
/// <param name="Bytes">Length of the whole payload.</param>
public sealed record UnmatchedTopic(string Topic, string Payload, long Bytes, long Count, DateTimeOffset Last);

/// <summary>Topics nobody claimed: what a person needs to see to connect a new device. In memory, the thousand most recent.</summary>
public sealed class Unmatched
{
    const int Limit = 1000;
    const int Shown = 200;

    readonly ConcurrentDictionary<string, UnmatchedTopic> _topics = new();

    long _total;

    /// <summary>How many such messages came since the start.</summary>
    public long Total => Volatile.Read(ref _total);

    public IEnumerable<UnmatchedTopic> Newest => _topics.Values.OrderByDescending(t => t.Last);

    public void Note(string topic, ReadOnlySequence<byte> payload, DateTimeOffset now)
    {
        // The broker's own statistics, and the simulator's switches, are nobody's device.
        if (topic.StartsWith('$') || topic.StartsWith("simulator/", StringComparison.Ordinal)) return;
        Interlocked.Increment(ref _total);
        topic = TopicName.Shown(topic);
        var text = Encoding.UTF8.GetString(payload.Slice(0, Math.Min(Shown, payload.Length)));
        _topics.AddOrUpdate(topic, t => new(t, text, payload.Length, 1, now), (t, before) => new(t, text, payload.Length, before.Count + 1, now));
        if (_topics.Count > Limit && _topics.Values.MinBy(t => t.Last) is { } oldest) _topics.TryRemove(oldest.Topic, out _);
    }
}
