using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Gemeo.Log;
using Gemeo.Things;

namespace Gemeo.Devices;

/// <summary>Refused payloads of one topic.</summary>
public sealed record RejectedTopic(string Topic, string Thing, string Reason, string Payload, long Bytes, long Count, DateTimeOffset Last);

/// <summary>Counts every refused payload and puts it on record: the first at once, a flood as one entry with its count for each interval.</summary>
public sealed class Rejections(ReadingInbox inbox, TimeProvider time)
{
    const int Limit = 1000;
    const int Shown = 200;
    static readonly TimeSpan _interval = TimeSpan.FromSeconds(10);

    readonly ConcurrentDictionary<string, Topic> _topics = new();

    public IEnumerable<RejectedTopic> Newest => _topics.Values.Select(t => t.Seen).OfType<RejectedTopic>().OrderByDescending(t => t.Last);

    /// <summary>The inner task ends when the entry is on disk; at once when it is counted for a later one.</summary>
    public ValueTask<Task> NoteAsync(string thing, string topic, string reason, ReadOnlyMemory<byte> payload, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (_topics.Count > Limit && _topics.Values.MinBy(t => t.Seen?.Last) is { Seen: { } oldest }) _topics.TryRemove(oldest.Topic, out _);
        var entry = _topics.GetOrAdd(topic, static _ => new());
        var excerpt = Encoding.UTF8.GetString(payload.Span[..Math.Min(Shown, payload.Length)]);
        long count;
        lock (entry)
        {
            entry.Seen = new(topic, thing, reason, excerpt, payload.Length, (entry.Seen?.Count ?? 0) + 1, now);
            entry.Unwritten++;
            if (now - entry.Written < _interval) return new(Task.CompletedTask);
            (entry.Written, count, entry.Unwritten) = (now, entry.Unwritten, 0);
        }
        return WriteAsync(entry.Seen, count, cancel);
    }

    /// <summary>Puts on record what was only counted since.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        foreach (var topic in _topics.Values)
        {
            long count;
            lock (topic)
            {
                if (topic.Unwritten == 0 || time.GetUtcNow() - topic.Written < _interval) continue;
                (topic.Written, count, topic.Unwritten) = (time.GetUtcNow(), topic.Unwritten, 0);
            }
            await await WriteAsync(topic.Seen!, count, cancel);
        }
    }

    ValueTask<Task> WriteAsync(RejectedTopic seen, long count, CancellationToken cancel)
    {
        var value = JsonSerializer.SerializeToUtf8Bytes(new { topic = seen.Topic, reason = seen.Reason, payload = seen.Payload, bytes = seen.Bytes, count });
        return inbox.TakeAsync(seen.Thing, new(EntryKind.Security, "rejected", value, time.Now()), cancel);
    }

    sealed class Topic
    {
        public RejectedTopic? Seen;
        public long Unwritten;
        public DateTimeOffset Written = DateTimeOffset.MinValue;
    }
}
