using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using System.Threading.Channels;
using Gemeo.Devices.Broker;
using Gemeo.Devices.Codec;
using Gemeo.Hosting;
using Gemeo.Log;
using Gemeo.Security;
using Gemeo.Things;
using Orleans.Runtime;
using Decoder = Gemeo.Devices.Codec.Decoder;

namespace Gemeo.Devices;

/// <summary>From an MQTT message to readings of things: found by topic, decoded by form, taken whole or refused whole.</summary>
public sealed class DeviceGateway(ThingRegistry registry, ReadingInbox inbox, Rejections rejections, Unmatched unmatched, TimeProvider time, SecurityEvents? security = null)
{
    sealed record Mapped(ThingRegistry.Things Things, TopicMap Topics);

    volatile Mapped? _mapped;

    readonly ConcurrentDictionary<string, Pace> _paces = new();
    readonly Jumps _jumps = new();

    /// <summary>At a broker that has our rights but not our limits: topics of nobody, and things that tell more than they may, are told of.</summary>
    public MqttLimits? Watched { get; set; }

    // Kept with the things that it was made of: whoever makes one while the things change cannot leave an old one behind.
    TopicMap Map
    {
        get
        {
            var now = registry.Now;
            if (_mapped is { } mapped && ReferenceEquals(mapped.Things, now)) return mapped.Topics;
            mapped = new(now, new(now.ById.Values.Select(l => l.Thing)));
            _mapped = mapped;
            return mapped.Topics;
        }
    }

    /// <summary>Takes a message; waits only while too much is outstanding. The inner task ends when what it told is on disk (at once when it told nothing).</summary>
    /// <param name="of">The things for which whoever sent it may speak, where that is known; null for all.</param>
    public ValueTask<Task> ReceiveAsync(string topic, ReadOnlySequence<byte> payload, bool retained, CancellationToken cancel, FrozenSet<string>? of = null)
    {
        var map = Map;
        var bindings = map.Find(topic);
        // Several things may share a topic: one device tells nothing of another's.
        if (of is not null && Array.Exists(bindings, b => !of.Contains(b.Thing.Id))) bindings = Array.FindAll(bindings, b => of.Contains(b.Thing.Id));
        if (bindings.Length == 0)
        {
            if (map.IsOutbound(topic)) return new(Task.CompletedTask);
            unmatched.Note(topic, payload, time.GetUtcNow());
            if (Watched is not null && topic[0] != '$' && !topic.StartsWith("simulator/", StringComparison.Ordinal)) security?.Note(SecurityKind.UnknownPublisher, Root(topic), "published on " + Reason.Quote(Encoding.UTF8.GetBytes(TopicName.Shown(topic)), 100));
            return new(Task.CompletedTask);
        }
        if (Watched is { } limits && bindings[0].Thing.Id is var id && !_paces.GetOrAdd(id, _ => new(limits.MessagesPerDevice, time)).TryTake())
            security?.Note(SecurityKind.Flood, id, "more messages in a second than a device may send", id);
        var bytes = payload.IsSingleSegment ? payload.First : payload.ToArray();
        if (bindings is [{ Kind: not EntryKind.Availability } only])
            return ReceiveOne(only, topic, bytes, retained, cancel);
        return ReceiveMany(bindings, topic, bytes, retained, cancel);
    }

    // The first two levels: what one device publishes mostly begins so.
    static string Root(string topic) => TopicName.Shown(string.Join('/', topic.Split('/', 3).Take(2)));

    /// <summary>Puts on record that a message could not be taken through a fault of ours, so that it does not stop those behind it.
    /// False when it has to come again: it is the log that cannot be written, or the server that closes.</summary>
    public async Task<bool> RefuseAsync(string topic, ReadOnlySequence<byte> payload, Exception why)
    {
        if (why is LogUnavailableException or LogFencedException or OperationCanceledException or ObjectDisposedException or ChannelClosedException or OrleansException) return false;
        try
        {
            await await rejections.NoteAsync(ThingRegistry.House, topic, "could not be taken: " + why.Message, payload.ToArray(), CancellationToken.None);
            return true;
        }
        catch (Exception) { return false; }
    }

    ValueTask<Task> ReceiveOne(Binding binding, string topic, ReadOnlyMemory<byte> payload, bool retained, CancellationToken cancel)
    {
        var decoded = Decoder.Decode(binding.Form, binding.Schema, payload.Span);
        return decoded.Outcome switch
        {
            DecodeOutcome.Accepted => inbox.TakeAsync(binding.Thing.Id, ReadingOf(binding, decoded, new(topic, payload.ToArray()), retained), cancel),
            DecodeOutcome.Rejected => rejections.NoteAsync(binding.Thing.Id, topic, decoded.Reason!, payload, cancel),
            _ when binding.Form.Key is not null => rejections.NoteAsync(ThingRegistry.House, topic, "no thing answers to this key", payload, cancel),
            _ => new(Task.CompletedTask),
        };
    }

    // All of a message for one thing is taken, or none of it.
    async ValueTask<Task> ReceiveMany(Binding[] bindings, string topic, ReadOnlyMemory<byte> payload, bool retained, CancellationToken cancel)
    {
        var raw = new RawMessage(topic, payload.ToArray());
        var told = new List<Task>();
        var refusals = new List<(string Thing, string Reason)>();
        var mine = false;
        foreach (var thing in bindings.GroupBy(b => b.Thing))
        {
            var decoded = thing.Where(b => b.Kind != EntryKind.Availability).Select(b => (Binding: b, Decoded: Decode(b, payload.Span))).ToArray();
            mine |= decoded.Any(d => d.Decoded.Outcome != DecodeOutcome.NotMine);
            if (Array.Find(decoded, d => d.Decoded.Outcome == DecodeOutcome.Rejected) is { Binding: not null } bad)
            {
                refusals.Add((thing.Key.Id, bad.Decoded.Reason!));
                continue;
            }
            foreach (var (binding, value) in decoded)
                if (value.Outcome == DecodeOutcome.Accepted) told.Add(await inbox.TakeAsync(thing.Key.Id, ReadingOf(binding, value, raw, retained), cancel));
            foreach (var binding in thing.Where(b => b.Kind == EntryKind.Availability))
            {
                var (presence, fault) = AvailabilityOf(binding, payload.Span, retained);
                mine |= presence is not null;
                if (presence is not null) told.Add(await inbox.TakeAsync(thing.Key.Id, presence, cancel));
                // A topic may also carry values: what one of them understood is no rubbish.
                else if (fault is not null && !Array.Exists(decoded, d => d.Decoded.Outcome == DecodeOutcome.Accepted)) refusals.Add((thing.Key.Id, fault));
            }
        }
        if (!mine && bindings.All(b => b.Form.Key is not null)) refusals.Add((ThingRegistry.House, "no thing answers to this key"));
        // A message that nobody can read is one refusal, not one for each thing that shares the topic.
        if (refusals.Count > 0) told.Add(await rejections.NoteAsync(refusals.Count > 1 ? ThingRegistry.House : refusals[0].Thing, topic, refusals[0].Reason, payload, cancel));
        return Task.WhenAll(told);
    }

    static Decoded Decode(Binding binding, ReadOnlySpan<byte> payload) => Decoder.Decode(binding.Form, binding.Schema, payload);

    Reading ReadingOf(Binding binding, Decoded decoded, RawMessage raw, bool retained)
    {
        var now = time.Now();
        if (binding.MaxChange is not null) _jumps.Look(binding, decoded.Value!, decoded.DeviceTime ?? now, security);
        return new(binding.Kind, binding.Name, decoded.Value!, now, decoded.DeviceTime, retained, raw);
    }

    (Reading? Presence, string? Fault) AvailabilityOf(Binding binding, ReadOnlySpan<byte> payload, bool retained)
    {
        var decoded = Decode(binding, payload);
        if (decoded.Outcome != DecodeOutcome.Accepted) return (null, decoded.Reason);
        var word = Encoding.UTF8.GetString(decoded.Value!).Trim('"');
        var availability = binding.Thing.Availability!;
        var online = string.Equals(word, availability.Online, StringComparison.OrdinalIgnoreCase);
        if (!online && !string.Equals(word, availability.Offline, StringComparison.OrdinalIgnoreCase)) return (null, $"expected {availability.Online} or {availability.Offline}, got {Reason.Quote(decoded.Value)}");
        return (new(EntryKind.Availability, "last-will", online ? "true"u8.ToArray() : "false"u8.ToArray(), time.Now(), null, retained), null);
    }
}
