using MQTTnet;
using MQTTnet.Protocol;

namespace Gemeo.Simulator.Wire;

/// <summary>What a device says. What matters is retained and acknowledged; a stream of readings is neither, as on real sensors.</summary>
public sealed record Message(string Topic, string Payload, bool Retain)
{
    internal MqttQualityOfServiceLevel Quality =>
        Retain ? MqttQualityOfServiceLevel.AtLeastOnce : MqttQualityOfServiceLevel.AtMostOnce;

    internal MqttApplicationMessage Packet() => new MqttApplicationMessageBuilder()
        .WithTopic(Topic).WithPayload(Payload).WithRetainFlag(Retain).WithQualityOfServiceLevel(Quality).Build();
}
