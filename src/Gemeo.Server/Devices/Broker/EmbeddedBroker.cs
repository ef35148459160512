using System.Collections;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gemeo.Hosting;
using Gemeo.Things;
using Microsoft.Extensions.Options;
using MQTTnet;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using MQTTnet.Server;
using MQTTnet.Server.Internal.Adapter;

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
    readonly TimeProvider _time;
    readonly ILogger<EmbeddedBroker> _log;
    readonly MqttServer _server;
    // Orders on their way, by the bytes that MQTTnet passes on: until when they may be obeyed.
    readonly ConditionalWeakTable<byte[], object> _orders = [];

    public EmbeddedBroker(IOptions<Settings> settings, DeviceGateway gateway, RetainedMessages retained, KeptSessions sessions, IServiceProvider services, TimeProvider time, ILogger<EmbeddedBroker> log)
    {
        (_settings, _gateway, _retained, _sessions, _time, _log) = (settings.Value.Mqtt, gateway, retained, sessions, time, log);
        Port = _settings.Port == 0 ? FreePort() : _settings.Port;
        TlsPort = _settings.TlsPort == 0 ? FreePort() : _settings.TlsPort;
        _server = new MqttServerFactory().CreateMqttServer(Encrypted(services).WithDefaultEndpoint().WithDefaultEndpointPort(Port)
            .WithDefaultEndpointBoundIPAddress(IPAddress.Parse(_settings.Address)).WithDefaultEndpointBoundIPV6Address(IPAddress.None)
            .WithoutPacketFragmentation().WithPersistentSessions().WithMaxPendingMessagesPerClient(10_000).WithDefaultCommunicationTimeout(TimeSpan.FromSeconds(15)).Build(), [new NamedClients(new MqttTcpServerAdapter())]);
        _server.ValidatingConnectionAsync += Validate;
        _server.InterceptingInboundPacketAsync += NoteInbound;
        _server.InterceptingPublishAsync += Publish;
        _server.InterceptingOutboundPacketAsync += HoldOutbound;
        _retained.Attach(_server);
        _sessions.Attach(_server);
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

    public BrokerStatus Status => new("embedded", $"{_settings.Address}:{Port}", _server.IsStarted, Clients: _server.IsStarted ? _server.GetClientsAsync().GetAwaiter().GetResult().Count : 0);

    public async Task StartAsync(CancellationToken cancel)
    {
        try { await _server.StartAsync(); }
        catch (SocketException why)
        {
            throw new StartException($"The MQTT port {Port} on {_settings.Address} is taken or not allowed; set another with --Gemeo:Mqtt:Port=1884 (0 takes a free one){(TlsPort is { } tls ? $"; or the TLS port {tls} is, set by --Gemeo:Mqtt:TlsPort" : "")}.", why);
        }
    }

    Task Validate(ValidatingConnectionEventArgs connection)
    {
        if (connection.ClientId == OwnId) connection.ReasonCode = MqttConnectReasonCode.ClientIdentifierNotValid;
        else if (!MayEnter(connection.UserName, connection.Password, connection.RemoteEndPoint))
        {
            Refused(_log, connection.ClientId, connection.RemoteEndPoint?.ToString() ?? "?");
            connection.ReasonCode = MqttConnectReasonCode.BadUserNameOrPassword;
        }
        return Task.CompletedTask;
    }

    bool MayEnter(string? user, string? password, EndPoint? from) =>
        string.IsNullOrEmpty(user)
            ? from is IPEndPoint { Address: var address } && IPAddress.IsLoopback(address)
            : _settings.Users.TryGetValue(user, out var expected) && Access.Secret.Same(expected, password ?? "");

    static Task NoteInbound(InterceptingPacketEventArgs packet)
    {
        if (packet.Packet is MqttPublishPacket { QualityOfServiceLevel: not MqttQualityOfServiceLevel.AtMostOnce } publish)
            packet.SessionItems[PacketKey] = publish.PacketIdentifier;
        return Task.CompletedTask;
    }

    async Task Publish(InterceptingPublishEventArgs published)
    {
        // Taken away at once: a last will has no packet, and must not be held for that of another message.
        var packet = published.SessionItems[PacketKey] as ushort?;
        published.SessionItems.Remove(PacketKey);
        var message = published.ApplicationMessage;
        if (string.IsNullOrEmpty(message.Topic)) return; // an alias that means nothing; MQTTnet refuses it
        var kept = Keep(message, published.ClientId);
        if (published.ClientId == OwnId) return;
        var committed = await _gateway.ReceiveAsync(message.Topic, message.Payload, retained: false, published.CancellationToken);
        if (packet is not { } number || (committed.IsCompletedSuccessfully && kept.IsCompletedSuccessfully)) return;
        Committing(published.SessionItems)[number] = (kept.IsCompletedSuccessfully ? committed : Task.WhenAll(committed, kept), message);
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
        if (outbound.Packet is MqttPublishPacket order && IsOver(order)) outbound.ProcessPacket = false;
        // A new connection of a kept session: its packets are other ones, whatever their numbers.
        if (outbound.Packet is MqttConnAckPacket) outbound.SessionItems.Remove(CommittingKey);
        if (outbound.Packet is not (MqttPubAckPacket or MqttPubRecPacket)) return;
        if (!Committing(outbound.SessionItems).TryRemove(((MqttPacketWithIdentifier)outbound.Packet).PacketIdentifier, out var held)) return;
        try { await held.Committed; }
        catch (Exception why)
        {
            NotRecorded(_log, outbound.ClientId, held.Message.Topic, why.Message);
            if (await _gateway.RefuseAsync(held.Message.Topic, held.Message.Payload, why)) return;
            // A client sends again what was not acknowledged only when it connects again, and in its order.
            outbound.ProcessPacket = false;
            await _server.DisconnectClientAsync(outbound.ClientId, new MqttServerClientDisconnectOptions { ReasonCode = MqttDisconnectReasonCode.ServerBusy, ReasonString = why.Message });
        }
    }

    bool IsOver(MqttPublishPacket packet) =>
        MemoryMarshal.TryGetArray(packet.Payload.First, out var bytes) && bytes.Array is { } array && _orders.TryGetValue(array, out var until) && (DateTimeOffset)until < _time.GetUtcNow();

    public async Task SendAsync(Plan plan, string commandId, CancellationToken cancel)
    {
        if (!_server.IsStarted) throw new DeviceLinkException("the embedded broker is not running");
        var message = OrderMessage.Of(plan, commandId);
        if (!message.Retain && MemoryMarshal.TryGetArray(message.Payload.First, out var bytes) && bytes is { Count: > 0, Array: { } array }) _orders.AddOrUpdate(array, _time.GetUtcNow() + plan.Timeout);
        await _server.InjectApplicationMessage(new InjectedMqttApplicationMessage(message) { SenderClientId = OwnId }, cancel);
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public async Task StopAsync(CancellationToken cancel)
    {
        if (_server.IsStarted) await _server.StopAsync(new MqttServerStopOptions());
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _server.Dispose();
    }

    [LoggerMessage(1, LogLevel.Warning, "MQTT client {Client} from {From} was refused: wrong user or password.")]
    static partial void Refused(ILogger log, string client, string from);

    [LoggerMessage(2, LogLevel.Warning, "A message of MQTT client {Client} on {Topic} could not be put on record: {Why}")]
    static partial void NotRecorded(ILogger log, string client, string topic, string why);
}
