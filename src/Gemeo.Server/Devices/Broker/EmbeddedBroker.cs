using System.Collections;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Gemeo.Devices.Codec;
using Gemeo.Devices.Credentials;
using Gemeo.Hosting;
using Gemeo.Security;
using Gemeo.Things;
using Microsoft.Extensions.Options;
using MQTTnet;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Gemeo.Devices.Broker;

/// <summary>The broker inside the server. A QoS 1 publish is acknowledged when it is on disk: the outbound acknowledgement waits,
/// the connection's next packets do not.</summary>
public sealed partial class EmbeddedBroker : IBroker, IAsyncDisposable
{
    const string OwnId = "gemeo";
    const string PacketKey = "gemeo.packet", CommittingKey = "gemeo.committing";

    readonly MqttSettings _settings;
    readonly DeviceGateway _gateway;
    readonly RetainedMessages _retained;
    readonly KeptSessions _sessions;
    readonly KnownDevices _devices;
    readonly ThingRegistry _registry;
    readonly SecurityEvents _security;
    readonly Guests _guests;
    readonly Backlogs _backlogs;
    readonly Gatekeeper _gatekeeper;
    readonly TimeProvider _time;
    readonly ILogger<EmbeddedBroker> _log;
    readonly MqttServer _server;
    readonly Absences _absences;
    readonly SharedSubscriptions _shared;
    readonly Subscribing _subscribing;

    public EmbeddedBroker(IOptions<Settings> settings, DeviceGateway gateway, RetainedMessages retained, KeptSessions sessions,
        KnownDevices devices, ThingRegistry registry, SecurityEvents security, IServiceProvider services, TimeProvider time, ILogger<EmbeddedBroker> log)
    {
        (_settings, _gateway, _retained, _sessions, _time, _log) = (settings.Value.Mqtt, gateway, retained, sessions, time, log);
        (_devices, _registry, _security) = (devices, registry, security);
        _guests = new(_settings.Limits, security, time);
        _backlogs = new(client => _guests.Of(client) is not null);
        _gatekeeper = new(_settings, devices, _guests, registry, security, time);
        var door = new Door(_guests);
        var address = IPAddress.Parse(_settings.Address);
        Port = _settings.Port == 0 ? door.Reserve(address) : _settings.Port;
        TlsPort = _settings.TlsPort == 0 ? door.Reserve(_settings.TlsAddress is { } secure ? IPAddress.Parse(secure) : address) : _settings.TlsPort;
        _server = new MqttServerFactory().CreateMqttServer(Encrypted(services).WithDefaultEndpoint().WithDefaultEndpointPort(Port)
            .WithDefaultEndpointBoundIPAddress(address).WithDefaultEndpointBoundIPV6Address(IPAddress.None)
            .WithoutPacketFragmentation().WithPersistentSessions().WithMaxPendingMessagesPerClient(10_000).WithDefaultCommunicationTimeout(TimeSpan.FromSeconds(_settings.Limits.HandshakeSeconds)).Build(), [door]);
        _server.ValidatingConnectionAsync += Validate;
        _server.InterceptingInboundPacketAsync += NoteInbound;
        _server.InterceptingPublishAsync += Publish;
        _server.InterceptingOutboundPacketAsync += HoldOutbound;
        _server.InterceptingSubscriptionAsync += Subscribe;
        _server.InterceptingClientEnqueueAsync += Deliver;
        devices.Changed += Look;
        _retained.Attach(_server);
        _sessions.Attach(_server);
        Overflow.Attach(_server, _backlogs);
        _shared = new(_guests);
        _shared.Attach(_server);
        _subscribing = new(_shared, _guests.Of);
        _absences = new(_guests, registry, time) { Say = SayFor, End = ForgetSession };
        _absences.Attach(_server, _sessions.Away());
        _backlogs.Attach(_server);
    }

    public int Port { get; }

    /// <summary>Where MQTT is spoken over TLS; null where it is not.</summary>
    public int? TlsPort { get; }

    MqttServerOptionsBuilder Encrypted(IServiceProvider services)
    {
        var options = new MqttServerOptionsBuilder();
        return TlsPort is not { } port ? options : options.WithEncryptedEndpoint().WithEncryptedEndpointPort(port)
            .WithEncryptedEndpointBoundIPAddress(IPAddress.Parse(_settings.TlsAddress ?? _settings.Address)).WithEncryptedEndpointBoundIPV6Address(IPAddress.None)
            .WithEncryptionSslProtocol(System.Security.Authentication.SslProtocols.None).WithEncryptionCertificate(services.GetRequiredService<Hosting.Tls.Certificates>());
    }

    public BrokerStatus Status => new("embedded", new IPEndPoint(IPAddress.Parse(_settings.Address), Port).ToString(), _server.IsStarted, Clients: _server.IsStarted ? _server.GetClientsAsync().GetAwaiter().GetResult().Count : 0);

    /// <summary>As whom what runs in this process comes to the broker.</summary>
    internal (string User, string Password) Inside => _gatekeeper.Inside;

    public async Task StartAsync(CancellationToken cancel)
    {
        await _devices.LoadAsync(cancel);
        try { await _server.StartAsync(); }
        catch (SocketException why)
        {
            throw new StartException($"The MQTT port {Port} on {_settings.Address} is taken or not allowed; set another with --Gemeo:Mqtt:Port=1884 (0 takes a free one){(TlsPort is { } tls ? $"; or the TLS port {tls} is, set by --Gemeo:Mqtt:TlsPort" : "")}.", why);
        }
    }

    Task Validate(ValidatingConnectionEventArgs connection)
    {
        _gatekeeper.Check(connection, OwnId);
        return connection is { ReasonCode: MqttConnectReasonCode.Success, ChannelAdapter: Guest guest } ? _absences.BackAsync(guest) : Task.CompletedTask;
    }

    // A last will, some time after its client is gone.
    async Task SayFor(Visitor visitor, MqttApplicationMessage message)
    {
        await _gateway.ReceiveAsync(message.Topic, message.Payload, retained: false, CancellationToken.None, visitor.Things);
        if (_server.IsStarted) await _server.InjectApplicationMessage(new InjectedMqttApplicationMessage(message) { SenderClientId = OwnId });
    }

    Task Subscribe(InterceptingSubscriptionEventArgs asked)
    {
        if (_guests.Of(asked.ClientId) is not { Device: { } device } visitor || visitor.MaySubscribe(asked.TopicFilter.Topic, _registry)) return Task.CompletedTask;
        _security.Note(SecurityKind.ForeignSubscription, device.User, "asked to hear " + Shown(asked.TopicFilter.Topic));
        asked.ProcessSubscription = false;
        asked.Response.ReasonCode = MqttSubscribeReasonCode.UnspecifiedError; // the one refusal that both versions know
        return Task.CompletedTask;
    }

    Task Deliver(InterceptingClientApplicationMessageEnqueueEventArgs delivery)
    {
        if (_guests.Of(delivery.ReceiverClientId) is { } visitor) delivery.AcceptEnqueue = visitor.MayHear(delivery.ApplicationMessage.Topic, _registry);
        if (delivery.AcceptEnqueue) delivery.AcceptEnqueue = _backlogs.Take(delivery.ReceiverClientId, delivery.ApplicationMessage);
        return Task.CompletedTask;
    }

    /// <summary>Refuses what somebody may not say; true when it did.</summary>
    bool IsForeign(InterceptingPublishEventArgs published, Visitor? visitor)
    {
        if (published.ClientId == OwnId || visitor?.MaySay(published.ApplicationMessage.Topic, _registry) == true) return false;
        if (visitor?.Device is { } device) _security.Note(SecurityKind.ForeignTopic, device.User, "published on " + Shown(published.ApplicationMessage.Topic));
        published.ProcessPublish = false;
        published.Response.ReasonCode = MqttPubAckReasonCode.NotAuthorized;
        return true;
    }

    static string Shown(string topic) => "'" + Reason.Quote(System.Text.Encoding.UTF8.GetBytes(TopicName.Shown(topic)), 100) + "'";

    // Whoever may not be here any more goes, and what was kept for it with it.
    void Look(KnownDevice? changed)
    {
        _gatekeeper.Look(changed);
        if (changed is { ClientId.Length: > 0 }) _ = ForgetSession(changed.ClientId);
    }

    async Task ForgetSession(string client)
    {
        try { await (await _server.GetSessionAsync(client)).DeleteAsync(); }
        // It has none, or only one from before the server started.
        catch (InvalidOperationException) { await _sessions.ForgetAsync(client); }
    }

    static Task NoteInbound(InterceptingPacketEventArgs packet)
    {
        if (packet.Packet is MqttPublishPacket publish)
        {
            if (publish.QualityOfServiceLevel != MqttQualityOfServiceLevel.AtMostOnce) packet.SessionItems[PacketKey] = publish.PacketIdentifier;
        }
        else if (packet.Packet is MqttSubscribePacket subscribe) Subscribing.Ask(packet.SessionItems, subscribe);
        else if (packet.Packet is MqttUnsubscribePacket unsubscribe) Subscribing.Ask(packet.SessionItems, unsubscribe);
        return Task.CompletedTask;
    }

    async Task Publish(InterceptingPublishEventArgs published)
    {
        // Taken away at once: a last will has no packet, and must not be held for that of another message.
        var packet = published.SessionItems[PacketKey] as ushort?;
        published.SessionItems.Remove(PacketKey);
        var message = published.ApplicationMessage;
        if (string.IsNullOrEmpty(message.Topic)) return; // an alias that means nothing; MQTTnet refuses it
        var visitor = published.ClientId == OwnId ? null : _guests.Of(published.ClientId);
        if (IsForeign(published, visitor) || ComesAgain(published, packet)) return;
        if (message.MessageExpiryInterval > 0 && message.UserProperties is not Expiry) Expiry.Set(message, _time.GetUtcNow().AddSeconds(message.MessageExpiryInterval));
        var kept = Keep(message, published.ClientId);
        await _shared.DeliverAsync(message);
        if (published.ClientId == OwnId) return;
        var committed = await _gateway.ReceiveAsync(message.Topic, message.Payload, retained: false, published.CancellationToken, visitor?.Things);
        if (packet is not { } number || (committed.IsCompletedSuccessfully && kept.IsCompletedSuccessfully)) return;
        Committing(published.SessionItems)[number] = (kept.IsCompletedSuccessfully ? committed : Task.WhenAll(committed, kept), message);
    }

    // Sent again on a new connection while the first is still on its way to disk, or when nobody was there to be told that it is: it is the same message.
    bool ComesAgain(InterceptingPublishEventArgs published, ushort? packet)
    {
        if (packet is not { } number || !Committing(published.SessionItems).TryGetValue(number, out var known)) return false;
        var message = published.ApplicationMessage;
        if (message.Dup && known.Committed is { IsCompleted: false } or { IsCompletedSuccessfully: true } && known.Message.Topic == message.Topic && Payloads.Same(known.Message.Payload, message.Payload))
            published.ProcessPublish = false;
        else Committing(published.SessionItems).TryRemove(number, out _);
        return !published.ProcessPublish;
    }

    Task Keep(MqttApplicationMessage message, string sender)
    {
        var held = _sessions.Hold(message, sender);
        if (!message.Retain) return held;
        var retained = _retained.Keep(message);
        message.Retain = retained is not null;
        return retained is null ? held : Task.WhenAll(held, retained);
    }

    // With the session, so that it goes when that goes.
    static ConcurrentDictionary<ushort, (Task Committed, MqttApplicationMessage Message)> Committing(IDictionary session)
    {
        if (session[CommittingKey] is not ConcurrentDictionary<ushort, (Task, MqttApplicationMessage)> committing) session[CommittingKey] = committing = new();
        return committing;
    }

    async Task HoldOutbound(InterceptingPacketEventArgs outbound)
    {
        if (outbound.Packet is MqttPublishPacket order && _guests.At(outbound.ClientId) is { Visitor: { } visitor } guest && !visitor.MayHear(order.Topic, _registry))
        {
            guest.LeaveOut(order);
            outbound.ProcessPacket = false;
        }
        if (outbound.Packet is MqttPublishPacket { QualityOfServiceLevel: MqttQualityOfServiceLevel.AtMostOnce } sent) _backlogs.Gone(outbound.ClientId, sent);
        if (outbound.Packet is not (MqttPubAckPacket or MqttPubRecPacket))
        {
            Answer(outbound);
            return;
        }
        var (committing, number) = (Committing(outbound.SessionItems), ((MqttPacketWithIdentifier)outbound.Packet).PacketIdentifier);
        if (!committing.TryGetValue(number, out var held)) return;
        try
        {
            await held.Committed;
            // Nobody is there any more to be told: it comes again, and is known.
            if (!outbound.CancellationToken.IsCancellationRequested) committing.TryRemove(new(number, held));
        }
        catch (Exception why)
        {
            committing.TryRemove(new(number, held));
            NotRecorded(_log, outbound.ClientId, held.Message.Topic, why.Message);
            if (await _gateway.RefuseAsync(held.Message.Topic, held.Message.Payload, why)) return;
            // A client sends again what was not acknowledged only when it connects again, and in its order.
            outbound.ProcessPacket = false;
            await _server.DisconnectClientAsync(outbound.ClientId, new MqttServerClientDisconnectOptions { ReasonCode = MqttDisconnectReasonCode.ServerBusy, ReasonString = why.Message });
        }
    }

    void Answer(InterceptingPacketEventArgs outbound)
    {
        if (outbound.Packet is MqttSubAckPacket subscribed) _subscribing.Answer(outbound, subscribed);
        else if (outbound.Packet is MqttUnsubAckPacket unsubscribed) _subscribing.Answer(outbound, unsubscribed);
        else if (outbound.Packet is MqttConnAckPacket { IsSessionPresent: false }) _shared.LeaveAll(outbound.ClientId);
    }

    public async Task SendAsync(Plan plan, string commandId, CancellationToken cancel)
    {
        if (!_server.IsStarted) throw new DeviceLinkException("the embedded broker is not running");
        var message = OrderMessage.Of(plan, commandId);
        if (!message.Retain) Expiry.Set(message, _time.GetUtcNow() + plan.Timeout);
        await _server.InjectApplicationMessage(new InjectedMqttApplicationMessage(message) { SenderClientId = OwnId }, cancel);
    }

    public async Task StopAsync(CancellationToken cancel)
    {
        if (_server.IsStarted) await _server.StopAsync(new MqttServerStopOptions());
    }

    public async ValueTask DisposeAsync()
    {
        _devices.Changed -= Look;
        _absences.Dispose();
        await StopAsync(CancellationToken.None);
        _server.Dispose();
    }

    [LoggerMessage(2, LogLevel.Warning, "A message of MQTT client {Client} on {Topic} could not be put on record: {Why}")]
    static partial void NotRecorded(ILogger log, string client, string topic, string why);
}
