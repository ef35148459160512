using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using Gemeo.Log;
using MQTTnet;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Gemeo.Devices.Broker;

/// <summary>The embedded broker's persistent sessions over a restart: MQTTnet keeps them in memory only.
/// While their client is away, what comes for it at QoS 1 and 2 lies on disk too, until the client has acknowledged it.</summary>
public sealed class KeptSessions(ILogStore store, LogWriter writer, TimeProvider time)
{
    /// <summary>Sessions whose client is away; beyond it the one that is away longest is forgotten.</summary>
    const int MostAway = 2000;
    // Of all together, in memory and on disk; beyond it a session keeps only its newest.
    const long MostOfAll = 128 << 20, Little = 16 << 10;
    const string ExpiryKey = "gemeo.expiry";

    readonly ConcurrentDictionary<string, KeptSession> _sessions = new(), _away = new();
    readonly ConcurrentDictionary<string, (uint Expiry, bool Fresh)> _asked = new();
    readonly Documents _filters = new(store, writer, "session"), _waiting = new(store, writer, "waiting");
    MqttServer _server = null!;
    long _last;

    public void Attach(MqttServer server)
    {
        _server = server;
        foreach (var (client, document) in _filters.All()) _away[client] = _sessions[client] = KeptSession.Read(document);
        foreach (var (id, document) in _waiting.All())
        {
            _last = Math.Max(_last, long.Parse(id.AsSpan(id.LastIndexOf('\n') + 1), CultureInfo.InvariantCulture));
            if (_sessions.TryGetValue(id[..id.LastIndexOf('\n')], out var session)) session.Add(id, KeptMessage.Read(document));
        }
        server.ValidatingConnectionAsync += NoteKind;
        server.InterceptingOutboundPacketAsync += Resume;
        server.ClientSubscribedTopicAsync += e => Remember(e.ClientId, e.SessionItems, session => session.Subscribe(e.TopicFilter));
        server.ClientUnsubscribedTopicAsync += e => Remember(e.ClientId, e.SessionItems, session => session.Unsubscribe(e.TopicFilter));
        server.ClientAcknowledgedPublishPacketAsync += Acknowledged;
        server.ClientDisconnectedAsync += Left;
        server.SessionDeletedAsync += e => ForgetAsync(e.Id);
    }

    Task NoteKind(ValidatingConnectionEventArgs connection)
    {
        if (connection.ReasonCode != MqttConnectReasonCode.Success) return Task.CompletedTask;
        var v5 = connection.ProtocolVersion == MQTTnet.Formatter.MqttProtocolVersion.V500;
        _asked[connection.ClientId] = (v5 ? connection.SessionExpiryInterval : connection.CleanSession == true ? 0 : uint.MaxValue, connection.CleanSession == true);
        return Task.CompletedTask;
    }

    async Task Resume(InterceptingPacketEventArgs outbound)
    {
        if (outbound.Packet is not MqttConnAckPacket { ReturnCode: MqttConnectReturnCode.ConnectionAccepted } answer || !_asked.TryRemove(outbound.ClientId, out var asked)) return;
        outbound.SessionItems[ExpiryKey] = asked.Expiry;
        if (asked.Fresh) await ForgetAsync(outbound.ClientId);
        else if (_sessions.TryGetValue(outbound.ClientId, out var session) && !answer.IsSessionPresent)
        {
            answer.IsSessionPresent = true;
            await _server.SubscribeAsync(outbound.ClientId, session.Filters());
            _away.TryRemove(outbound.ClientId, out _);
            await Deliver(outbound.ClientId, session);
        }
        _away.TryRemove(outbound.ClientId, out _);
        if (asked.Expiry > 0 && _sessions.TryGetValue(outbound.ClientId, out var kept) && kept.Expiry != asked.Expiry)
        {
            kept.Expiry = asked.Expiry;
            await _filters.Set(outbound.ClientId, kept.Json());
        }
    }

    /// <summary>Who is away, and for how many seconds each session is kept.</summary>
    public IEnumerable<(string Client, uint Seconds)> Away() => _away.Select(s => (s.Key, s.Value.Expiry));

    async Task Deliver(string client, KeptSession session)
    {
        var there = await _server.GetSessionAsync(client);
        foreach (var (id, kept) in session.Waiting())
            if (kept.Message(time.GetUtcNow(), retain: false) is { } message) there.TryEnqueueApplicationMessage(message, out _);
            else if (session.Take(kept.Topic, new(kept.Payload)) is not null) _ = _waiting.Set(id, null);
    }

    /// <summary>Keeps the message for those who are away; ends when it is on disk.</summary>
    public Task Hold(MqttApplicationMessage message, string sender)
    {
        if (_away.IsEmpty || message.QualityOfServiceLevel == MqttQualityOfServiceLevel.AtMostOnce) return Task.CompletedTask;
        var held = Task.CompletedTask;
        // One copy for all who hear it alike.
        var copies = new KeptMessage?[3];
        var most = _away.Sum(a => a.Value.Bytes) < MostOfAll ? KeptSession.MostBytes : Little;
        foreach (var (client, session) in _away)
        {
            if (session.QosFor(message, client == sender) is not (> 0 and var qos)) continue;
            var kept = copies[qos] ??= KeptMessage.Of(message, qos, time.GetUtcNow());
            var id = string.Create(CultureInfo.InvariantCulture, $"{client}\n{Next():D19}");
            foreach (var oldest in session.Add(id, kept, most)) _ = _waiting.Set(oldest, null);
            held = _waiting.Set(id, kept.Json());
        }
        return held;
    }

    // Rising over restarts too, so that the order of ids is the order of messages.
    long Next()
    {
        while (true)
        {
            var last = Volatile.Read(ref _last);
            var next = Math.Max(last + 1, time.Now());
            if (Interlocked.CompareExchange(ref _last, next, last) == last) return next;
        }
    }

    Task Acknowledged(ClientAcknowledgedPublishPacketEventArgs acknowledged)
    {
        if (_sessions.TryGetValue(acknowledged.ClientId, out var session) && session.Take(acknowledged.PublishPacket.Topic, acknowledged.PublishPacket.Payload) is { } id) _ = _waiting.Set(id, null);
        return Task.CompletedTask;
    }

    Task Left(ClientDisconnectedEventArgs left)
    {
        if (left.DisconnectType != MqttClientDisconnectType.Takeover && _sessions.TryGetValue(left.ClientId, out var session))
        {
            session.Since = time.Now();
            _away[left.ClientId] = session;
            if (_away.Count > MostAway) return ForgetLongestAway();
        }
        return Task.CompletedTask;
    }

    async Task ForgetLongestAway()
    {
        if (_away.Select(a => (a.Key, a.Value.Since)).DefaultIfEmpty().MinBy(a => a.Since).Key is not { } client) return;
        await ForgetAsync(client);
        try { await (await _server.GetSessionAsync(client)).DeleteAsync(); }
        catch (InvalidOperationException) { /* it was of before a restart */ }
    }

    /// <summary>The session is no more; ends when that is on disk.</summary>
    public Task ForgetAsync(string client)
    {
        _away.TryRemove(client, out _);
        if (!_sessions.TryRemove(client, out var session)) return Task.CompletedTask;
        foreach (var (id, _) in session.Waiting()) _ = _waiting.Set(id, null);
        return _filters.Set(client, null);
    }

    Task Remember(string client, IDictionary items, Func<KeptSession, bool> changes)
    {
        if (items[ExpiryKey] is not uint expiry || expiry == 0) return Task.CompletedTask;
        var session = _sessions.GetOrAdd(client, _ => new([], expiry));
        return changes(session) ? _filters.Set(client, session.Json()) : Task.CompletedTask;
    }
}
