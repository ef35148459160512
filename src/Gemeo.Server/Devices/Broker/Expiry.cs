using MQTTnet;
using MQTTnet.Packets;

namespace Gemeo.Devices.Broker;

/// <summary>Until when a message is of use. It travels as the list of the message's user properties, which MQTTnet hands on to every packet that it makes of
/// the message: MQTTnet itself knows nothing of time, and delivers hours later what was meant for a second.</summary>
sealed class Expiry : List<MqttUserProperty>
{
    Expiry(DateTimeOffset until, List<MqttUserProperty>? properties) : base(properties?.Count ?? 0)
    {
        Until = until;
        if (properties is not null) AddRange(properties);
    }

    public DateTimeOffset Until { get; set; }

    public static void Set(MqttApplicationMessage message, DateTimeOffset until) => message.UserProperties = new Expiry(until, message.UserProperties);

    /// <summary>Tells whoever gets it how long it still is of use; false when it is of none any more.</summary>
    public static bool IsLive(MqttPublishPacket packet, TimeProvider time)
    {
        if (packet.UserProperties is not Expiry expiry) return true;
        var left = expiry.Until - time.GetUtcNow();
        if (left <= TimeSpan.Zero) return false;
        packet.MessageExpiryInterval = expiry.Until == DateTimeOffset.MaxValue ? 0 : (uint)Math.Ceiling(left.TotalSeconds);
        return true;
    }
}
