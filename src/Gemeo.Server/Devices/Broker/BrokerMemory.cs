using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using Gemeo.Log;
using MQTTnet;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Gemeo.Devices.Broker;

/// <summary>What the embedded broker remembers across a restart: retained messages, and which topics a persistent session had subscribed.</summary>
public sealed class BrokerMemory(ILogStore store, LogWriter writer)
{
    const string Retained = "retained", Session = "session", KeepKey = "gemeo.keep";

    readonly ConcurrentDictionary<string, ConcurrentDictionary<string, int>> _sessions = new();
    readonly ConcurrentDictionary<string, byte[]?> _dirty = new();
    MqttServer _server = null!;
    string _ownId = "";
    int _flushing;

    sealed record Kept(string Topic, byte[] Payload, int Qos);

    public void Attach(MqttServer server, string ownId)
    {
        (_server, _ownId) = (server, ownId);
        foreach (var (client, document) in store.All(Session)) _sessions[client] = new(JsonSerializer.Deserialize<Dictionary<string, int>>(document)!);
        server.LoadingRetainedMessageAsync += Load;
        server.RetainedMessageChangedAsync += Changed;
        server.ValidatingConnectionAsync += NoteKind;
        server.InterceptingOutboundPacketAsync += Resume;
        server.ClientSubscribedTopicAsync += e => Remember(e.ClientId, e.SessionItems, filters => filters[e.TopicFilter.Topic] = (int)e.TopicFilter.QualityOfServiceLevel);
        server.ClientUnsubscribedTopicAsync += e => Remember(e.ClientId, e.SessionItems, filters => filters.TryRemove(e.TopicFilter, out _));
    }

    Task Load(LoadingRetainedMessagesEventArgs loading)
    {
        loading.LoadedRetainedMessages = [.. store.All(Retained).Select(d => JsonSerializer.Deserialize<Kept>(d.Document)!).Select(k => new MqttApplicationMessageBuilder()
            .WithTopic(k.Topic).WithPayload(k.Payload).WithQualityOfServiceLevel((MqttQualityOfServiceLevel)k.Qos).WithRetainFlag().Build())];
        return Task.CompletedTask;
    }

    Task Changed(RetainedMessageChangedEventArgs changed)
    {
        var message = changed.ChangedRetainedMessage;
        _dirty[message.Topic] = message.Payload.IsEmpty ? null
            : JsonSerializer.SerializeToUtf8Bytes(new Kept(message.Topic, message.Payload.ToArray(), (int)message.QualityOfServiceLevel));
        return Flush();
    }

    // One job at a time takes all that is dirty: a chatty retained topic costs one row for each commit, not for each message.
    async Task Flush()
    {
        if (Interlocked.Exchange(ref _flushing, 1) == 1) return;
        await writer.RunAsync(log =>
        {
            Volatile.Write(ref _flushing, 0);
            foreach (var (topic, _) in _dirty)
                if (_dirty.TryRemove(topic, out var document)) log.Put(Retained, topic, document);
            return true;
        });
    }

    static Task NoteKind(ValidatingConnectionEventArgs connection)
    {
        connection.SessionItems[KeepKey] = connection.ProtocolVersion == MQTTnet.Formatter.MqttProtocolVersion.V500
            ? connection.SessionExpiryInterval > 0 : connection.CleanSession != true;
        if (connection.CleanSession == true) connection.SessionItems[KeepKey + ".fresh"] = true;
        return Task.CompletedTask;
    }

    async Task Resume(InterceptingPacketEventArgs outbound)
    {
        if (outbound.Packet is not MqttConnAckPacket { ReturnCode: MqttConnectReturnCode.ConnectionAccepted } answer || outbound.ClientId == _ownId) return;
        if (outbound.SessionItems.Contains(KeepKey + ".fresh")) await Forget(outbound.ClientId);
        else if (!answer.IsSessionPresent && _sessions.TryGetValue(outbound.ClientId, out var filters))
        {
            answer.IsSessionPresent = true;
            await _server.SubscribeAsync(outbound.ClientId, [.. filters.Select(f => new MqttTopicFilterBuilder().WithTopic(f.Key).WithQualityOfServiceLevel((MqttQualityOfServiceLevel)f.Value).Build())]);
        }
    }

    Task Forget(string client) =>
        _sessions.TryRemove(client, out _) ? writer.RunAsync(log => { log.Put(Session, client, null); return true; }) : Task.CompletedTask;

    Task Remember(string client, System.Collections.IDictionary items, Action<ConcurrentDictionary<string, int>> change)
    {
        if (items[KeepKey] is not true) return Task.CompletedTask;
        var filters = _sessions.GetOrAdd(client, _ => new());
        change(filters);
        var document = JsonSerializer.SerializeToUtf8Bytes(filters);
        return writer.RunAsync(log => { log.Put(Session, client, document); return true; });
    }
}
