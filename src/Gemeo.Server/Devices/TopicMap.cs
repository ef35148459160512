using System.Collections.Frozen;
using Gemeo.Devices.Codec;
using Gemeo.Labs;
using Gemeo.Log;

namespace Gemeo.Devices;

/// <summary>One way in: messages on this topic may be a value of this affordance (or, for <see cref="EntryKind.Availability"/>, tell who is there).</summary>
public sealed record Binding(ThingDescription Thing, EntryKind Kind, string Name, Form Form, DataSchema Schema, double? MaxChange = null);

/// <summary>Which affordances a topic feeds. Made anew when the things change; looked up without locks.</summary>
public sealed class TopicMap
{
    readonly FrozenDictionary<string, Binding[]> _exact;
    readonly (string Filter, Binding[] Bindings)[] _filters;
    readonly FrozenSet<string> _outbound;

    public TopicMap(IEnumerable<ThingDescription> things)
    {
        var all = things.ToArray();
        var byTopic = all.SelectMany(Bindings).GroupBy(b => b.Form.Topic).Select(g => (Topic: g.Key, Bindings: g.ToArray())).ToArray();
        _exact = byTopic.Where(t => !IsFilter(t.Topic)).ToFrozenDictionary(t => t.Topic, t => t.Bindings);
        _filters = [.. byTopic.Where(t => IsFilter(t.Topic))];
        _outbound = all.SelectMany(Outbound).ToFrozenSet();
    }

    /// <summary>What the topic feeds; empty when it belongs to no thing.</summary>
    public Binding[] Find(string topic)
    {
        var exact = _exact.GetValueOrDefault(topic);
        if (_filters.Length == 0) return exact ?? [];
        return [.. exact ?? [], .. _filters.Where(f => TopicFilter.Matches(f.Filter, topic)).SelectMany(f => f.Bindings)];
    }

    /// <summary>A topic on which we ourselves speak to a device: known, though nothing is read from it.</summary>
    public bool IsOutbound(string topic) => _outbound.Contains(topic);

    static bool IsFilter(string topic) => topic.AsSpan().IndexOfAny('+', '#') >= 0;

    static IEnumerable<Binding> Bindings(ThingDescription thing)
    {
        foreach (var property in thing.Properties.Values)
            if (property.Read is { } read) yield return new(thing, EntryKind.Property, property.Name, read, property.Schema, property.MaxChange);
        foreach (var happening in thing.Events.Values)
            yield return new(thing, EntryKind.Event, happening.Name, happening.Form, happening.Data ?? DataSchema.Any);
        if (thing.Availability is { } availability)
            yield return new(thing, EntryKind.Availability, "last-will", availability.Form, DataSchema.Any);
    }

    static IEnumerable<string> Outbound(ThingDescription thing) =>
        [.. thing.Properties.Values.Where(p => p.Write is not null).Select(p => p.Write!.Topic), .. thing.Actions.Values.Select(a => a.Form.Topic)];
}
