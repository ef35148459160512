using System.Collections.Frozen;
using Gemeo.Devices.Codec;
using Gemeo.Labs;

namespace Gemeo.Devices.Credentials;

/// <summary>What one device may say and hear, from the Thing Descriptions of its things alone: it publishes where they are read from, and hears
/// where they are told. Pure; made anew when the lab changes.</summary>
public sealed class DeviceRights
{
    readonly FrozenSet<string> _said, _presence;
    readonly string[] _saidFilters, _presenceFilters, _foreign;

    DeviceRights(string[] said, string[] presence, string[] heard, string[] foreign)
    {
        (Said, Heard) = (said, heard.ToFrozenSet());
        (_said, _saidFilters) = (said.Where(t => !IsFilter(t)).ToFrozenSet(), [.. said.Where(IsFilter)]);
        (_presence, _presenceFilters) = (presence.Where(t => !IsFilter(t)).ToFrozenSet(), [.. presence.Where(IsFilter)]);
        _foreign = foreign;
    }

    public static DeviceRights None { get; } = new([], [], [], []);

    /// <summary>Topics (or filters, where a form has one) on which it may publish.</summary>
    public IReadOnlyList<string> Said { get; }

    /// <summary>Topics of its orders.</summary>
    public FrozenSet<string> Heard { get; }

    /// <param name="lab">All things of the lab.</param>
    /// <param name="own">Ids of those that the device speaks for; one that the lab does not have gives nothing.</param>
    public static DeviceRights Of(IEnumerable<ThingDescription> lab, IReadOnlySet<string> own)
    {
        var things = lab.ToArray();
        var (mine, others) = (things.Where(t => own.Contains(t.Id)).ToArray(), things.Where(t => !own.Contains(t.Id)).ToArray());
        var (said, heard) = (mine.SelectMany(Spoken).Where(NotTheBrokers).Distinct().Order(StringComparer.Ordinal).ToArray(), mine.SelectMany(Told).Where(NotTheBrokers).Distinct().ToArray());
        var presence = mine.Select(t => t.Availability?.Form.Topic).OfType<string>().Where(NotTheBrokers).ToArray();
        return new(said, presence, heard, [.. others.SelectMany(t => Spoken(t).Concat(Told(t))).Except(heard).Distinct()]);
    }

    /// <summary>May it publish there: readings, events, and who is there.</summary>
    public bool MaySay(string topic) => IsName(topic) && (_said.Contains(topic) || Array.Exists(_saidFilters, f => TopicFilter.Matches(f, topic)));

    /// <summary>Is it a topic that says only whether the device is there: the one last will of a device whose rights are gone.</summary>
    public bool MayTellPresence(string topic) => IsName(topic) && (_presence.Contains(topic) || Array.Exists(_presenceFilters, f => TopicFilter.Matches(f, topic)));

    /// <summary>May a message on this topic be delivered to it.</summary>
    public bool MayHear(string topic) => Heard.Contains(topic);

    /// <summary>May it subscribe: to topics of its orders, or to a filter that reaches one of them and nothing of any other thing
    /// (Tasmota asks for <c>cmnd/plug/#</c>). What such a filter matches besides is still not delivered.</summary>
    public bool MaySubscribe(string filter)
    {
        if (!TopicFilter.IsValid(filter) || filter[0] is '$' or '+' or '#') return false;
        if (!IsFilter(filter)) return Heard.Contains(filter);
        return Heard.Any(t => TopicFilter.Matches(filter, t)) && !Array.Exists(_foreign, f => TopicFilter.Overlap(filter, f));
    }

    static IEnumerable<string> Spoken(ThingDescription thing) =>
    [
        .. thing.Properties.Values.Select(p => p.Read?.Topic).OfType<string>(),
        .. thing.Events.Values.Select(e => e.Form.Topic),
        .. thing.Availability is { } availability ? (string[])[availability.Form.Topic] : [],
    ];

    static IEnumerable<string> Told(ThingDescription thing) =>
        [.. thing.Properties.Values.Select(p => p.Write?.Topic).OfType<string>(), .. thing.Actions.Values.Select(a => a.Form.Topic)];

    static bool NotTheBrokers(string topic) => topic[0] != '$';

    static bool IsFilter(string topic) => topic.AsSpan().IndexOfAny('+', '#') >= 0;

    static bool IsName(string topic) => topic.Length > 0 && topic[0] != '$' && !topic.Contains('\0') && !IsFilter(topic);
}
