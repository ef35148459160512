using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Gemeo.Devices.Broker;

/// <summary>What the broker told an MQTT 5 client that it takes, and whether the client keeps to it. MQTTnet takes without end:
/// of topic aliases 65,535 for each connection, each a topic as long as one likes.</summary>
sealed class Terms(int mostBytes, bool mayShare)
{
    public const ushort ReceiveMaximum = 1000, TopicAliases = 64;

    ulong _aliases;
    int _open;

    public void Tell(MqttConnAckPacket answer)
    {
        answer.MaximumPacketSize = (uint)mostBytes;
        answer.ReceiveMaximum = ReceiveMaximum;
        answer.TopicAliasMaximum = TopicAliases;
        answer.SharedSubscriptionAvailable = mayShare;
    }

    /// <summary>Why the connection must end; null when it need not.</summary>
    public MqttDisconnectReasonCode? BreachOf(MqttPublishPacket packet)
    {
        // What waits for us to put it on record is not the client's delay: at QoS 1 it is read more slowly instead.
        if (packet.QualityOfServiceLevel == MqttQualityOfServiceLevel.ExactlyOnce && Interlocked.Increment(ref _open) > ReceiveMaximum) return MqttDisconnectReasonCode.ReceiveMaximumExceeded;
        if (packet.TopicAlias == 0) return string.IsNullOrEmpty(packet.Topic) ? MqttDisconnectReasonCode.ProtocolError : null;
        if (packet.TopicAlias > TopicAliases) return MqttDisconnectReasonCode.TopicAliasInvalid;
        var alias = 1UL << (packet.TopicAlias - 1);
        if (string.IsNullOrEmpty(packet.Topic)) return (_aliases & alias) == 0 ? MqttDisconnectReasonCode.TopicAliasInvalid : null;
        _aliases |= alias;
        return null;
    }

    /// <summary>One of its QoS 2 messages is through.</summary>
    public void Close() => Interlocked.Decrement(ref _open);
}
