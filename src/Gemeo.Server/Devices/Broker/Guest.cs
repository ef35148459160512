using System.Collections.Concurrent;
using System.Net;
using MQTTnet;
using MQTTnet.Adapter;
using MQTTnet.Exceptions;
using MQTTnet.Formatter;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Gemeo.Devices.Broker;

/// <summary>One connection at the embedded broker, from its first byte on: who it turned out to be, how fast it may go on, and on which terms.</summary>
sealed class Guest(IMqttChannelAdapter inner, FramedChannel bytes, IPAddress address, Guests guests) : PassingChannel(inner)
{
    // As many as may wait for a client, and as many again on their way.
    const int MostUnacknowledged = 20_000;

    Pace[] _paces = [];
    int _unacknowledged;
    // Of MQTT 5 only.
    Terms? _terms;
    Outbox? _outbox;
    ConcurrentQueue<ushort>? _leftOut;
    volatile bool _cut, _tooLong;

    public IPAddress Address => address;
    public Visitor? Visitor { get; private set; }

    /// <summary>The id under which it came, once it was let in.</summary>
    public string? ClientId { get; private set; }

    /// <summary>It came without an id, and was given one.</summary>
    public bool IsNamed { get; private set; }

    public MqttConnectPacket? Connect { get; private set; }

    /// <summary>A last will that is to be said some time after it is gone.</summary>
    public MqttApplicationMessage? Will { get; set; }

    /// <summary>It ended its session when it went.</summary>
    public bool EndsSession => _terms is not null && bytes.Farewell?.EndsSession() == true;

    /// <summary>Where <see cref="Guests"/> holds it until it is let in.</summary>
    public LinkedListNode<Guest>? Waiting { get; set; }

    /// <summary>It is let in: longer packets, and the pace of its like.</summary>
    public void Enter(Visitor visitor, string clientId, Pace[] paces, int mostBytes)
    {
        (Visitor, ClientId, _paces, bytes.MostBytes) = (visitor, clientId, paces, mostBytes);
        if (Connect is { } connect && PacketFormatterAdapter.ProtocolVersion == MqttProtocolVersion.V500) (_terms, _outbox) = (new(mostBytes, visitor.Device is null), Outbox.For(connect, Pass, LeaveOut));
        guests.Entered(this);
    }

    /// <summary>Ends the connection at once.</summary>
    public void Cut()
    {
        _cut = true;
        bytes.Dispose();
    }

    public void TooLong(long length)
    {
        _tooLong = true;
        guests.TooLong(address, this, length);
    }

    public override async Task<MqttPacket> ReceivePacketAsync(CancellationToken cancellationToken)
    {
        // For MQTTnet it is as if the client had them.
        if (Volatile.Read(ref _leftOut) is { } leftOut && leftOut.TryDequeue(out var id)) return new MqttPubAckPacket { PacketIdentifier = id };
        MqttPacket packet;
        try { packet = await Receive(cancellationToken).ConfigureAwait(false); }
        // MQTTnet wraps it when the bytes were there already.
        catch (Exception why) when (_terms is not null && !_cut && why.GetBaseException() is MqttProtocolViolationException)
        {
            await Dismiss(_tooLong ? MqttDisconnectReasonCode.PacketTooLarge : MqttDisconnectReasonCode.ProtocolError).ConfigureAwait(false);
            throw;
        }
        if (_cut) return null!;
        // Every packet counts: a subscription costs more than a message.
        if (_paces.Length > 0) await Keep(cancellationToken).ConfigureAwait(false);
        else if (packet is MqttConnectPacket connect && Connect is null) Connect = Named(connect);
        if (packet is MqttPubAckPacket or MqttPubCompPacket) Interlocked.Decrement(ref _unacknowledged);
        return _terms is null || await Keeps(_terms, packet, cancellationToken).ConfigureAwait(false) ? packet : null!;
    }

    public override Task SendPacketAsync(MqttPacket packet, CancellationToken cancellationToken)
    {
        if (packet is MqttPublishPacket publish)
        {
            if (_outbox is not null) return _outbox.Send(publish, cancellationToken);
            if (Expiry.IsLive(publish, guests.Time)) return Sent(publish, cancellationToken);
            LeaveOut(publish);
            return Task.CompletedTask;
        }
        if (_terms is null) return base.SendPacketAsync(packet, cancellationToken);
        if (packet is MqttConnAckPacket answer) _terms.Tell(answer);
        else if (packet is MqttPubCompPacket or MqttPubRecPacket { ReasonCode: >= MqttPubRecReasonCode.UnspecifiedError }) _terms.Close();
        return base.SendPacketAsync(packet, cancellationToken);
    }

    // MQTTnet holds all that is not acknowledged: whoever acknowledges nothing goes.
    Task Sent(MqttPublishPacket packet, CancellationToken cancel)
    {
        if (packet.QualityOfServiceLevel != MqttQualityOfServiceLevel.AtMostOnce && Interlocked.Increment(ref _unacknowledged) > MostUnacknowledged) Cut();
        return base.SendPacketAsync(packet, cancel);
    }

    // From the outbox; false when it was of no more use.
    async Task<bool> Pass(MqttPublishPacket packet, CancellationToken cancel)
    {
        if (Expiry.IsLive(packet, guests.Time))
        {
            await base.SendPacketAsync(packet, cancel).ConfigureAwait(false);
            return true;
        }
        LeaveOut(packet);
        return false;
    }

    /// <summary>A message that this one does not get: MQTTnet need not hold it until it is acknowledged.</summary>
    public void LeaveOut(MqttPublishPacket packet)
    {
        if (packet.QualityOfServiceLevel != MqttQualityOfServiceLevel.AtMostOnce) LazyInitializer.EnsureInitialized(ref _leftOut, () => new()).Enqueue(packet.PacketIdentifier);
    }

    // False when the connection is at its end.
    async Task<bool> Keeps(Terms terms, MqttPacket? packet, CancellationToken cancel)
    {
        if (packet is MqttPublishPacket publish && terms.BreachOf(publish) is { } breach)
        {
            await Dismiss(breach).ConfigureAwait(false);
            return false;
        }
        if (packet is MqttPubAckPacket or MqttPubCompPacket) _outbox?.Close(cancel);
        // It goes, and wants its last will said: MQTTnet says it for those who are gone without a word.
        return packet is not MqttDisconnectPacket { ReasonCode: MqttDisconnectReasonCode.DisconnectWithWillMessage };
    }

    async Task Dismiss(MqttDisconnectReasonCode why)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2), guests.Time);
        try
        {
            await base.SendPacketAsync(new MqttDisconnectPacket { ReasonCode = why }, limit.Token).ConfigureAwait(false);
            await bytes.DrainAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception) { /* it is to end anyway */ }
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

    // MQTT 3.1.1 allows to come without an id with a clean session (mosquitto_pub does), MQTT 5 always; MQTTnet would turn such a client away.
    MqttConnectPacket Named(MqttConnectPacket connect)
    {
        if (!string.IsNullOrEmpty(connect.ClientId) || !(connect.CleanSession || PacketFormatterAdapter.ProtocolVersion == MqttProtocolVersion.V500)) return connect;
        connect.ClientId = "auto-" + Guid.NewGuid().ToString("n");
        IsNamed = true;
        return connect;
    }
}
