using Gemeo.Devices.Codec;
using MQTTnet;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Gemeo.Devices.Broker;

/// <summary>Groups of clients of which one gets each message (<c>$share/group/filter</c>), in turn; MQTTnet knows none. Whoever is away is passed over while
/// another is there.</summary>
sealed class SharedSubscriptions(Guests guests)
{
    sealed record Member(string Client, MqttQualityOfServiceLevel Qos, uint Identifier);

    sealed class Group
    {
        public List<Member> Members { get; } = [];
        public int Turn { get; set; }
    }

    const string Prefix = "$share/";

    readonly Lock _lock = new();
    readonly Dictionary<(string Name, string Filter), Group> _groups = [];
    volatile bool _any;
    MqttServer _server = null!;

    public void Attach(MqttServer server)
    {
        _server = server;
        server.SessionDeletedAsync += deleted =>
        {
            LeaveAll(deleted.Id);
            return Task.CompletedTask;
        };
    }

    public static bool IsShared(string filter) => filter.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>False when that is no shared subscription.</summary>
    public bool Join(string shared, string client, MqttQualityOfServiceLevel qos, uint identifier)
    {
        if (Read(shared) is not { } key) return false;
        lock (_lock)
        {
            if (!_groups.TryGetValue(key, out var group)) _groups[key] = group = new();
            group.Members.RemoveAll(m => m.Client == client);
            group.Members.Add(new(client, qos, identifier));
            _any = true;
        }
        return true;
    }

    /// <summary>False when it was not subscribed.</summary>
    public bool Leave(string shared, string client)
    {
        if (!_any || Read(shared) is not { } key) return false;
        lock (_lock) return _groups.TryGetValue(key, out var group) && Leave(key, group, client);
    }

    public void LeaveAll(string client)
    {
        if (!_any) return;
        lock (_lock)
            foreach (var (key, group) in _groups.ToArray()) Leave(key, group, client);
    }

    bool Leave((string, string) key, Group group, string client)
    {
        if (group.Members.RemoveAll(m => m.Client == client) == 0) return false;
        if (group.Members.Count == 0) _groups.Remove(key);
        _any = _groups.Count > 0;
        return true;
    }

    public async ValueTask DeliverAsync(MqttApplicationMessage message)
    {
        if (!_any) return;
        foreach (var member in Chosen(message.Topic))
            try { (await _server.GetSessionAsync(member.Client)).TryEnqueueApplicationMessage(For(member, message), out _); }
            catch (InvalidOperationException) { /* its session has just ended */ }
    }

    List<Member> Chosen(string topic)
    {
        lock (_lock) return [.. _groups.Where(g => TopicFilter.Matches(g.Key.Filter, topic)).Select(g => Next(g.Value))];
    }

    Member Next(Group group)
    {
        var members = group.Members;
        for (var i = 0; i < members.Count; i++)
        {
            var next = members[group.Turn = (group.Turn + 1) % members.Count];
            if (guests.At(next.Client) is not null) return next;
        }
        return members[group.Turn];
    }

    static MqttApplicationMessage For(Member member, MqttApplicationMessage m) => new()
    {
        Topic = m.Topic,
        Payload = m.Payload,
        QualityOfServiceLevel = m.QualityOfServiceLevel < member.Qos ? m.QualityOfServiceLevel : member.Qos,
        ContentType = m.ContentType,
        CorrelationData = m.CorrelationData,
        MessageExpiryInterval = m.MessageExpiryInterval,
        PayloadFormatIndicator = m.PayloadFormatIndicator,
        ResponseTopic = m.ResponseTopic,
        UserProperties = m.UserProperties,
        SubscriptionIdentifiers = member.Identifier > 0 ? [member.Identifier] : null,
    };

    static (string, string)? Read(string shared)
    {
        if (!IsShared(shared) || shared.IndexOf('/', Prefix.Length) is not (> 0 and var end)) return null;
        var (name, filter) = (shared[Prefix.Length..end], shared[(end + 1)..]);
        return name.Length > 0 && name.AsSpan().IndexOfAny('+', '#') < 0 && TopicFilter.IsValid(filter) ? (name, filter) : null;
    }
}
