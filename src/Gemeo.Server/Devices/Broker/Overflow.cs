using System.Runtime.CompilerServices;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using MQTTnet.Server;
using MQTTnet.Server.Internal;

namespace Gemeo.Devices.Broker;

/// <summary>A message that had to give way in the queue of a client that is away or slow. MQTTnet goes on holding it as unacknowledged, for ever: a session
/// that is kept for a client that never comes back would grow without end, and one that does come back would get it later, out of order.</summary>
static class Overflow
{
    public static void Attach(MqttServer server, Backlogs backlogs) => server.QueuedApplicationMessageOverwrittenAsync += dropped =>
    {
        if (dropped.Packet is not MqttPublishPacket packet) return Task.CompletedTask;
        backlogs.Gone(dropped.ReceiverClientId, packet);
        return packet.QualityOfServiceLevel == MqttQualityOfServiceLevel.AtMostOnce ? Task.CompletedTask : Forget(server, dropped.ReceiverClientId, packet);
    };

    static async Task Forget(MqttServer server, string client, MqttPublishPacket packet)
    {
        // MQTTnet may hold its lock on sessions just now.
        await Task.Yield();
        try { Session(await server.GetSessionAsync(client)).AcknowledgePublishPacket(packet.PacketIdentifier); }
        catch (InvalidOperationException) { /* the session has ended */ }
    }

    // It has no other door.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_session")]
    static extern ref MqttSession Session(MqttSessionStatus status);
}
