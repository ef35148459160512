using System.Net;
using MQTTnet.Adapter;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Gemeo.Devices.Broker;

/// <summary>One connection at the embedded broker, from its first byte on: who it turned out to be, and how fast it may go on.</summary>
sealed class Guest(IMqttChannelAdapter inner, FramedChannel bytes, IPAddress address, Guests guests) : PassingChannel(inner)
{
    Pace[] _paces = [];
    volatile bool _cut;

    public IPAddress Address => address;
    public Visitor? Visitor { get; private set; }

    /// <summary>The id under which it came, once it was let in.</summary>
    public string? ClientId { get; private set; }

    public MqttConnectPacket? Connect { get; private set; }

    /// <summary>Where <see cref="Guests"/> holds it until it is let in.</summary>
    public LinkedListNode<Guest>? Waiting { get; set; }

    /// <summary>It is let in: longer packets, and the pace of its like.</summary>
    public void Enter(Visitor visitor, string clientId, Pace[] paces, int mostBytes)
    {
        (Visitor, ClientId, _paces, bytes.MostBytes) = (visitor, clientId, paces, mostBytes);
        guests.Entered(this);
    }

    /// <summary>Ends the connection at once.</summary>
    public void Cut()
    {
        _cut = true;
        bytes.Dispose();
    }

    public override async Task<MqttPacket> ReceivePacketAsync(CancellationToken cancellationToken)
    {
        var packet = await Receive(cancellationToken).ConfigureAwait(false);
        if (_cut) return null!;
        // Every packet counts: a subscription costs more than a message.
        if (_paces.Length > 0) await Keep(cancellationToken).ConfigureAwait(false);
        else if (packet is MqttConnectPacket connect && Connect is null) Connect = Named(connect);
        return packet;
    }

    // Nothing more is read meanwhile: what comes waits where it comes from, and none of it here.
    async Task Keep(CancellationToken cancel)
    {
        var wait = TimeSpan.Zero;
        foreach (var pace in _paces)
            if (pace.Take() is var more && more > wait) wait = more;
        if (wait == TimeSpan.Zero) return;
        guests.HeldBack(this);
        // Shorter than a timer's tick is not waited for one by one: it adds up.
        if (wait > TimeSpan.FromMilliseconds(2)) await guests.Delay(wait, cancel).ConfigureAwait(false);
    }

    // MQTT 3.1.1 allows to come without an id, with a clean session (mosquitto_pub does); MQTTnet would turn such a client away.
    static MqttConnectPacket Named(MqttConnectPacket connect)
    {
        if (string.IsNullOrEmpty(connect.ClientId) && connect.CleanSession) connect.ClientId = "auto-" + Guid.NewGuid().ToString("n");
        return connect;
    }
}
