using System.Buffers;
using Gemeo.Log;
using MQTTnet;
using MQTTnet.Server;

namespace Gemeo.Devices.Broker;

/// <summary>The embedded broker's retained messages, on disk before whoever sent them is told so. Bounded.</summary>
public sealed partial class RetainedMessages(ILogStore store, LogWriter writer, TimeProvider time, ILogger<RetainedMessages> log)
{
    public const int MostTopics = 50_000;
    public const long MostBytes = 64 << 20;

    readonly Lock _lock = new();
    readonly Dictionary<string, KeptMessage> _kept = [];
    // Of the messages that MQTTnet holds.
    readonly Dictionary<string, Expiry> _expiries = [];
    readonly Documents _documents = new(store, writer, "retained");
    long _bytes;
    bool _full;

    public void Attach(MqttServer server) => server.LoadingRetainedMessageAsync += Load;

    Task Load(LoadingRetainedMessagesEventArgs loading)
    {
        foreach (var (topic, document) in _documents.All()) Put(topic, KeptMessage.Read(document));
        loading.LoadedRetainedMessages = [.. _kept.Values.Select(k => k.Message(time.GetUtcNow(), retain: true)).OfType<MqttApplicationMessage>()];
        foreach (var message in loading.LoadedRetainedMessages) Expire(message, isHeld: false);
        return Task.CompletedTask;
    }

    /// <summary>Keeps a retained message, or forgets its topic when it is empty; ends when that is on disk. Null when there is no more room.</summary>
    public Task? Keep(MqttApplicationMessage message)
    {
        lock (_lock)
        {
            var known = _kept.GetValueOrDefault(message.Topic);
            if (message.Payload.IsEmpty)
            {
                if (known is null) return _documents.Settled(message.Topic);
                Put(message.Topic, null);
                _expiries.Remove(message.Topic);
                return _documents.Set(message.Topic, null);
            }
            var isHeld = known is not null && known.Qos == (int)message.QualityOfServiceLevel && known.Says(message.Topic, message.Payload);
            if (isHeld && known!.Until is null) return _documents.Settled(message.Topic);
            if (!HasRoom(message, known)) return null;
            Expire(message, isHeld);
            var kept = KeptMessage.Of(message, (int)message.QualityOfServiceLevel, time.GetUtcNow());
            Put(message.Topic, kept);
            return _documents.Set(message.Topic, kept.Json());
        }
    }

    // What says the same again MQTTnet does not take in place of what it holds: that then lives on.
    void Expire(MqttApplicationMessage message, bool isHeld)
    {
        var expiry = message.UserProperties as Expiry;
        if (isHeld && _expiries.TryGetValue(message.Topic, out var held)) held.Until = expiry?.Until ?? DateTimeOffset.MaxValue;
        else if (expiry is not null) _expiries[message.Topic] = expiry;
        else _expiries.Remove(message.Topic);
    }

    bool HasRoom(MqttApplicationMessage message, KeptMessage? known)
    {
        var fits = (known is not null || _kept.Count < MostTopics) && _bytes + message.Payload.Length - (known?.Payload.Length ?? 0) <= MostBytes;
        if (!fits && !_full) Full(log, message.Topic, MostTopics, MostBytes >> 20);
        _full = !fits;
        return fits;
    }

    void Put(string topic, KeptMessage? message)
    {
        _bytes += (message?.Payload.Length ?? 0) - (_kept.TryGetValue(topic, out var known) ? known.Payload.Length : 0);
        if (message is null) _kept.Remove(topic);
        else _kept[topic] = message;
    }

    [LoggerMessage(1, LogLevel.Warning, "No room for more retained messages ({Topics} topics, {Megabytes} MB): what comes on {Topic} is passed on, but not kept.")]
    static partial void Full(ILogger log, string topic, int topics, long megabytes);
}
