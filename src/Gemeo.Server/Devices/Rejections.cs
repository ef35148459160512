using System.Text;
using System.Text.Json;
using Gemeo.Log;
using Gemeo.Security;
using Gemeo.Things;

namespace Gemeo.Devices;

/// <summary>Refused payloads of one topic.</summary>
public sealed record RejectedTopic(string Topic, string Thing, string Reason, string Payload, long Bytes, long Count, DateTimeOffset Last);

/// <summary>Counts every refused payload and puts it on record: the first of a topic at once, a flood as one entry with its count for each interval.
/// What is remembered, and what is written, is bounded however many topics there are; no count is lost.</summary>
public sealed class Rejections(ReadingInbox inbox, TimeProvider time, SecurityEvents? security = null)
{
    const int Limit = 1000, FirstsAtOnce = 100;
    const int Shown = 200;
    const string Many = "…";
    static readonly TimeSpan _interval = TimeSpan.FromSeconds(10);

    readonly Lock _lock = new();
    readonly Dictionary<string, Topic> _topics = [];
    // Topics that had to give way before their counts were written.
    readonly Topic _others = new() { Written = DateTimeOffset.MinValue };
    DateTimeOffset _firstsSince;
    int _firsts;
    long _total;

    /// <summary>How many messages were refused since the start.</summary>
    public long Total => Volatile.Read(ref _total);

    public IEnumerable<RejectedTopic> Newest
    {
        get
        {
            lock (_lock) return [.. _topics.Values.Select(t => t.Seen!).OrderByDescending(t => t.Last)];
        }
    }

    /// <summary>The inner task ends when the entry is on disk; at once when it is counted for a later one.</summary>
    public ValueTask<Task> NoteAsync(string thing, string topic, string reason, ReadOnlyMemory<byte> payload, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        topic = TopicName.Shown(topic);
        var excerpt = Encoding.UTF8.GetString(payload.Span[..Math.Min(Shown, payload.Length)]);
        security?.Note(SecurityKind.Rejected, topic, reason, thing, recorded: true);
        lock (_lock)
        {
            _total++;
            var entry = Find(topic, now);
            entry.Seen = new(topic, thing, reason, excerpt, payload.Length, (entry.Seen?.Count ?? 0) + 1, now);
            entry.Unwritten++;
            return now - entry.Written < _interval ? new(Task.CompletedTask) : WriteAsync(entry, now, cancel);
        }
    }

    Topic Find(string topic, DateTimeOffset now)
    {
        if (_topics.TryGetValue(topic, out var known)) return known;
        if (_topics.Count >= Limit) Forget(_topics.MinBy(t => t.Value.Seen!.Last));
        if (now - _firstsSince >= _interval) (_firstsSince, _firsts) = (now, 0);
        // Somebody who makes up topics is written down with the next flush, not each time.
        return _topics[topic] = new() { Written = ++_firsts > FirstsAtOnce ? now : DateTimeOffset.MinValue };
    }

    void Forget(KeyValuePair<string, Topic> oldest)
    {
        _topics.Remove(oldest.Key);
        if (oldest.Value.Unwritten == 0) return;
        _others.Unwritten += oldest.Value.Unwritten;
        _others.Seen = oldest.Value.Seen! with { Topic = Many, Thing = ThingRegistry.House };
    }

    /// <summary>Puts on record what was only counted since.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        Topic[] all;
        lock (_lock) all = [.. _topics.Values, _others];
        foreach (var topic in all)
        {
            ValueTask<Task> written;
            lock (_lock)
            {
                var now = time.GetUtcNow();
                if (topic.Unwritten == 0 || now - topic.Written < _interval) continue;
                written = WriteAsync(topic, now, cancel);
            }
            await await written;
        }
    }

    ValueTask<Task> WriteAsync(Topic topic, DateTimeOffset now, CancellationToken cancel)
    {
        var (seen, count, before) = (topic.Seen!, topic.Unwritten, topic.Written);
        (topic.Written, topic.Unwritten) = (now, 0);
        var value = JsonSerializer.SerializeToUtf8Bytes(new { topic = seen.Topic, reason = seen.Reason, payload = seen.Payload, bytes = seen.Bytes, count });
        return new(Put());

        async Task Put()
        {
            try { await await inbox.TakeAsync(seen.Thing, new(EntryKind.Security, "rejected", value, time.Now()), cancel); }
            catch
            {
                lock (_lock)
                {
                    topic.Unwritten += count;
                    if (topic.Written == now) topic.Written = before;
                }
                throw;
            }
        }
    }

    sealed class Topic
    {
        public RejectedTopic? Seen;
        public long Unwritten;
        public DateTimeOffset Written;
    }
}
