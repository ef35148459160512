using Gemeo.Devices.Codec;
using Gemeo.Things;
using MQTTnet;
using MQTTnet.Protocol;

namespace Gemeo.Devices.Broker;

/// <summary>An order as an MQTT message.</summary>
static class OrderMessage
{
    public static MqttApplicationMessage Of(Plan plan, string commandId)
    {
        var form = plan.Form;
        var message = new MqttApplicationMessageBuilder().WithTopic(form.Topic).WithPayload(Encoder.Encode(form, plan.Value, commandId))
            .WithQualityOfServiceLevel((MqttQualityOfServiceLevel)form.Qos).WithRetainFlag(form.Retain);
        // A broker keeps what it cannot deliver. Nobody wants a lamp to go on an hour after the answer was that it did not.
        if (!form.Retain) message = message.WithMessageExpiryInterval((uint)Math.Max(1, Math.Ceiling(plan.Timeout.TotalSeconds)));
        return message.Build();
    }
}
