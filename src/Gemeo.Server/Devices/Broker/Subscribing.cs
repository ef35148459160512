using System.Collections;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Gemeo.Devices.Broker;

/// <summary>What the broker answers to those who subscribe and unsubscribe: for shared subscriptions too, and in the order in which was asked. MQTTnet's own answer
/// is in the order of QoS.</summary>
sealed class Subscribing(SharedSubscriptions shared, Func<string, Visitor?> visitorOf)
{
    public static void Ask(IDictionary session, MqttSubscribePacket packet)
    {
        if (packet.TopicFilters.Count > 1 || packet.TopicFilters.Exists(f => SharedSubscriptions.IsShared(f.Topic))) session[Key(packet)] = packet;
    }

    public static void Ask(IDictionary session, MqttUnsubscribePacket packet)
    {
        if (packet.TopicFilters.Exists(SharedSubscriptions.IsShared)) session[Key(packet)] = packet;
    }

    public void Answer(InterceptingPacketEventArgs outbound, MqttSubAckPacket answer)
    {
        if (Asked(outbound.SessionItems, answer) is not MqttSubscribePacket asked || asked.TopicFilters.Count != answer.ReasonCodes.Count) return;
        var codes = new MqttSubscribeReasonCode[asked.TopicFilters.Count];
        var order = Enumerable.Range(0, codes.Length).OrderByDescending(i => asked.TopicFilters[i].QualityOfServiceLevel).ToArray();
        for (var at = 0; at < order.Length; at++)
        {
            var filter = asked.TopicFilters[order[at]];
            codes[order[at]] = SharedSubscriptions.IsShared(filter.Topic) ? Join(outbound.ClientId, filter, asked.SubscriptionIdentifier) : answer.ReasonCodes[at];
        }
        answer.ReasonCodes = [.. codes];
    }

    MqttSubscribeReasonCode Join(string client, MqttTopicFilter filter, uint identifier)
    {
        // A device hears its own orders, and nothing else.
        if (visitorOf(client) is not { Device: null }) return MqttSubscribeReasonCode.UnspecifiedError;
        return shared.Join(filter.Topic, client, filter.QualityOfServiceLevel, identifier) ? (MqttSubscribeReasonCode)filter.QualityOfServiceLevel : MqttSubscribeReasonCode.TopicFilterInvalid;
    }

    public void Answer(InterceptingPacketEventArgs outbound, MqttUnsubAckPacket answer)
    {
        if (Asked(outbound.SessionItems, answer) is not MqttUnsubscribePacket asked || asked.TopicFilters.Count != answer.ReasonCodes.Count) return;
        for (var i = 0; i < asked.TopicFilters.Count; i++)
            if (shared.Leave(asked.TopicFilters[i], outbound.ClientId)) answer.ReasonCodes[i] = MqttUnsubscribeReasonCode.Success;
    }

    static string Key(MqttPacketWithIdentifier packet) => "gemeo.asked." + packet.PacketIdentifier;

    static object? Asked(IDictionary session, MqttPacketWithIdentifier answer)
    {
        var key = Key(answer);
        var asked = session[key];
        if (asked is not null) session.Remove(key);
        return asked;
    }
}
