using System.Buffers;
using System.Text.Json;
using Gemeo.Devices.Codec;
using MQTTnet;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Gemeo.Devices.Broker;

/// <summary>What a client wants kept while it is away: its subscriptions, and what came for them.</summary>
sealed class KeptSession
{
    const int MostWaiting = 1000;
    public const long MostBytes = 4 << 20;
    // No filter is empty: under it lies for how many seconds the session is kept, where that is not for ever.
    const string ExpiryKey = "";

    readonly Lock _lock = new();
    // Filter → the subscription options of MQTT 5: two bits of QoS, no local, retain as published.
    readonly Dictionary<string, int> _filters;
    readonly LinkedList<(string Id, KeptMessage Message)> _waiting = [];

    long _bytes;

    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Since when its client is away.</summary>
    public long Since { get; set; }

    public KeptSession(Dictionary<string, int> filters, uint expiry = uint.MaxValue) => (_filters, Expiry) = (filters, expiry);

    /// <summary>For how many seconds it is kept without its client; the greatest is for ever.</summary>
    public uint Expiry { get; set; }

    public static KeptSession Read(byte[] json)
    {
        var filters = JsonSerializer.Deserialize<Dictionary<string, int>>(json)!;
        return new(filters, filters.Remove(ExpiryKey, out var expiry) ? (uint)expiry : uint.MaxValue);
    }

    public byte[] Json()
    {
        lock (_lock) return JsonSerializer.SerializeToUtf8Bytes(Expiry >= int.MaxValue ? _filters : new(_filters) { [ExpiryKey] = (int)Expiry });
    }

    /// <summary>True when that was news.</summary>
    public bool Subscribe(MqttTopicFilter filter)
    {
        var options = (int)filter.QualityOfServiceLevel | (filter.NoLocal ? 4 : 0) | (filter.RetainAsPublished ? 8 : 0);
        lock (_lock)
        {
            if (_filters.TryGetValue(filter.Topic, out var known) && known == options) return false;
            _filters[filter.Topic] = options;
            return true;
        }
    }

    public bool Unsubscribe(string filter)
    {
        lock (_lock) return _filters.Remove(filter);
    }

    // What was kept for a topic was sent when it was subscribed; a session that goes on does not get it again.
    public List<MqttTopicFilter> Filters()
    {
        lock (_lock)
            return [.. _filters.Select(f => new MqttTopicFilter
            {
                Topic = f.Key,
                QualityOfServiceLevel = (MqttQualityOfServiceLevel)(f.Value & 3),
                NoLocal = (f.Value & 4) != 0,
                RetainAsPublished = (f.Value & 8) != 0,
                RetainHandling = MqttRetainHandling.DoNotSendOnSubscribe,
            })];
    }

    /// <summary>With which QoS the message is for this session; 0 when it is not, or need not be kept.</summary>
    public int QosFor(MqttApplicationMessage message, bool own)
    {
        var most = 0;
        lock (_lock)
            foreach (var (filter, options) in _filters)
                if ((options & 3) > most && !(own && (options & 4) != 0) && TopicFilter.Matches(filter, message.Topic)) most = options & 3;
        return Math.Min(most, (int)message.QualityOfServiceLevel);
    }

    /// <summary>Adds a message; the oldest ones that had to give way, so that there are no more bytes than <paramref name="most"/>.</summary>
    public List<string> Add(string id, KeptMessage message, long most = MostBytes)
    {
        var gone = new List<string>();
        lock (_lock)
        {
            _waiting.AddLast((id, message));
            _bytes += message.Payload.Length;
            while (_waiting.Count > MostWaiting || (_bytes > most && _waiting.Count > 1))
            {
                gone.Add(_waiting.First!.Value.Id);
                Remove(_waiting.First);
            }
        }
        return gone;
    }

    void Remove(LinkedListNode<(string Id, KeptMessage Message)> node)
    {
        _waiting.Remove(node);
        _bytes -= node.Value.Message.Payload.Length;
    }

    public (string Id, KeptMessage Message)[] Waiting()
    {
        lock (_lock) return [.. _waiting];
    }

    /// <summary>The client has it: its id, when it was kept.</summary>
    public string? Take(string topic, ReadOnlySequence<byte> payload)
    {
        lock (_lock)
            for (var node = _waiting.First; node is not null; node = node.Next)
                if (node.Value.Message.Says(topic, payload))
                {
                    Remove(node);
                    return node.Value.Id;
                }
        return null;
    }
}
