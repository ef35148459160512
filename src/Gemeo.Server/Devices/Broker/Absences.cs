using Gemeo.Things;
using MQTTnet;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Gemeo.Devices.Broker;

/// <summary>What happens while an MQTT 5 client is away: its last will after the delay that it asked for, and the end of its session after the time that it gave.
/// MQTTnet says every will at once, and keeps every session for ever.</summary>
sealed class Absences(Guests guests, ThingRegistry registry, TimeProvider time) : IDisposable
{
    const uint Never = uint.MaxValue;

    readonly Alarms _wills = new(time), _ends = new(time);

    /// <summary>Says a last will for somebody who is gone.</summary>
    public required Func<Visitor, MqttApplicationMessage, Task> Say { get; init; }

    /// <summary>Forgets a client's session.</summary>
    public required Func<string, Task> End { get; init; }

    public void Attach(MqttServer server, IEnumerable<(string Client, uint Seconds)> away)
    {
        server.ClientDisconnectedAsync += Left;
        // When they left is not on record: they have their time from now.
        foreach (var (client, seconds) in away) EndAfter(client, seconds);
    }

    /// <summary>Somebody is let in: the will is ours to say, and what was set for the time without them is off.</summary>
    public async Task BackAsync(Guest guest)
    {
        if (guest.Connect is not { } connect || guest.Visitor is null) return;
        _ends.CallOff(connect.ClientId);
        var will = _wills.CallOff(connect.ClientId);
        if (connect is { WillFlag: true, WillDelayInterval: > 0 })
        {
            guest.Will = Message(connect);
            connect.WillFlag = false;
        }
        // Who begins anew has ended what was before.
        if (will is not null && connect.CleanSession) await will();
    }

    async Task Left(ClientDisconnectedEventArgs left)
    {
        // Who was taken over is there, and so is who has come back already.
        if (left.DisconnectType == MqttClientDisconnectType.Takeover || guests.At(left.ClientId) is not { Connect: { } connect, Visitor: { } visitor } guest || !guest.RemoteEndPoint.Equals(left.RemoteEndPoint)) return;
        var session = guest.EndsSession ? 0 : left.SessionExpiryInterval > 0 ? left.SessionExpiryInterval : connect.SessionExpiryInterval;
        if (left.DisconnectType == MqttClientDisconnectType.NotClean && guest.Will is { } will)
        {
            Task Told() => visitor.MaySay(will.Topic, registry) ? Say(visitor, will) : Task.CompletedTask;
            if (session == 0) await Told();
            else _wills.Set(left.ClientId, TimeSpan.FromSeconds(Math.Min(connect.WillDelayInterval, session)), Told);
        }
        if (session == 0 && connect.SessionExpiryInterval > 0) await End(left.ClientId);
        else EndAfter(left.ClientId, session);
    }

    void EndAfter(string client, uint seconds)
    {
        if (seconds is 0 or Never) return;
        _ends.Set(client, TimeSpan.FromSeconds(seconds), () => guests.At(client) is null ? End(client) : Task.CompletedTask);
    }

    static MqttApplicationMessage Message(MqttConnectPacket connect) => new()
    {
        Topic = connect.WillTopic,
        Payload = new(connect.WillMessage ?? []),
        QualityOfServiceLevel = connect.WillQoS,
        Retain = connect.WillRetain,
        ContentType = connect.WillContentType,
        CorrelationData = connect.WillCorrelationData,
        MessageExpiryInterval = connect.WillMessageExpiryInterval,
        PayloadFormatIndicator = connect.WillPayloadFormatIndicator,
        ResponseTopic = connect.WillResponseTopic,
        UserProperties = connect.WillUserProperties,
    };

    public void Dispose()
    {
        _wills.Dispose();
        _ends.Dispose();
    }
}
