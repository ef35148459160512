using System.Net.Sockets;
using Gemeo.Devices.Credentials;
using Gemeo.Hosting;
using Gemeo.Security;
using Gemeo.Things;
using Microsoft.Extensions.Options;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Implementations;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Gemeo.Devices.Broker;

/// <summary>A client of a broker such as Mosquitto: persistent session, back-off, and an acknowledgement only after the commit, in order.</summary>
public sealed partial class ExternalBroker : IBroker, IAsyncDisposable
{
    static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(250), _longestPause = TimeSpan.FromSeconds(5), _patience = TimeSpan.FromSeconds(10);

    // The library asks the system for 8 KB, where a burst of small packets ends in a window of nothing and pauses of seconds.
    const int SocketBuffer = 1 << 20;

    readonly MqttSettings _settings;
    readonly BrokerAddress _address;
    readonly DeviceGateway _gateway;
    readonly BrokerFileWriter _files;
    readonly SecurityEvents _security;
    readonly TimeProvider _time;
    readonly ILogger<ExternalBroker> _log;
    readonly Tap _tap;
    readonly IMqttClient _client;
    readonly Acknowledgements _acknowledgements;
    readonly CancellationTokenSource _stop = new();
    volatile TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    volatile Line _line = new();
    volatile string? _fault = "not connected yet";
    Task _loop = Task.CompletedTask;

    public ExternalBroker(IOptions<Settings> settings, DeviceGateway gateway, BrokerFileWriter files, SecurityEvents security, TimeProvider time, ILogger<ExternalBroker> log)
    {
        (_settings, _gateway, _files, _security, _time, _log) = (settings.Value.Mqtt, gateway, files, security, time, log);
        _address = BrokerAddress.Read(_settings.Broker!)!;
        if (_settings.Files is not null) gateway.Watched = _settings.Limits;
        _tap = new(options => new MqttTcpChannel(options), Receive);
        _client = new MqttClientFactory().CreateMqttClient(_tap);
        _acknowledgements = new(gateway, log);
    }

    public BrokerStatus Status => new("external", _settings.Broker!, _connected.Task.IsCompleted, _connected.Task.IsCompleted ? null : _fault, Files: _files.Status);

    public int Port => _address.Port;

    public async Task StartAsync(CancellationToken cancel)
    {
        if (_address.Encrypts) _ = BrokerTls.Read(_settings);
        await _files.StartAsync(cancel);
        _loop = Task.WhenAll(StayConnected(), _acknowledgements.RunAsync(_stop.Token), _settings.BrokerLog is { } file ? new MosquittoLogFile(file, _time).RunAsync(Note, _stop.Token) : Task.CompletedTask);
    }

    async Task StayConnected()
    {
        var pause = _firstPause;
        while (!_stop.IsCancellationRequested)
        {
            var began = _time.GetTimestamp();
            var fault = await Hold(_line = new());
            await HangUp();
            if (_stop.IsCancellationRequested) return;
            if (_fault != fault) Lost(_log, _settings.Broker!, fault);
            _fault = fault;
            if (_connected.Task.IsCompleted) _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_time.GetElapsedTime(began) > _longestPause) pause = _firstPause;
            try { await Task.Delay(pause, _time, _stop.Token); }
            catch (OperationCanceledException) { return; }
            pause = pause * 2 < _longestPause ? pause * 2 : _longestPause;
        }
    }

    /// <summary>Connects and stays until the line is lost; why it was, in one sentence.</summary>
    async Task<string> Hold(Line line)
    {
        Task OnLost(MqttClientDisconnectedEventArgs _)
        {
            if (!_client.IsConnected) line.Break("the connection was lost");
            return Task.CompletedTask;
        }
        _client.DisconnectedAsync += OnLost;
        try
        {
            await Connect();
            return await line.Broken.WaitAsync(_stop.Token);
        }
        catch (Exception why) { return Told(why); }
        finally { _client.DisconnectedAsync -= OnLost; }
    }

    static string Told(Exception why) => why is OperationCanceledException or TimeoutException ? $"no answer within {_patience.TotalSeconds} s"
        : why.GetBaseException() is System.Security.Authentication.AuthenticationException tls ? $"no TLS: {tls.Message}; see Gemeo:Mqtt:BrokerCa" : why.Message;

    async Task Connect()
    {
        using var patience = new CancellationTokenSource(_patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _stop.Token);
        var options = new MqttClientOptionsBuilder().WithTcpServer(_address.Host, _address.Port).WithoutPacketFragmentation().WithClientId(_settings.ClientId)
            .WithProtocolVersion(MQTTnet.Formatter.MqttProtocolVersion.V500).WithCleanStart(false).WithSessionExpiryInterval(7 * 24 * 3600)
            .WithReceiveMaximum(1000).WithKeepAlivePeriod(TimeSpan.FromSeconds(15)).WithTimeout(_patience);
        if (_settings.User is not null) options = options.WithCredentials(_settings.User, _settings.Password ?? "");
        if (_address.Encrypts) options = options.WithTlsOptions(tls => BrokerTls.Read(_settings).Configure(tls, _address.Host));
        var built = options.Build();
        ((MqttClientTcpOptions)built.ChannelOptions).BufferSize = SocketBuffer;
        var answer = await _client.ConnectAsync(built, either.Token);
        if (answer.ResultCode != MqttClientConnectResultCode.Success) throw new DeviceLinkException($"refused: {answer.ResultCode}; see Gemeo:Mqtt:User and Gemeo:Mqtt:Password");
        if (!answer.IsSessionPresent) _acknowledgements.Forget();
        var subscribe = new MqttClientSubscribeOptionsBuilder()
            .WithTopicFilter(f => f.WithTopic(_settings.Filter).WithAtLeastOnceQoS().WithNoLocal().WithRetainAsPublished(false));
        if (_settings is { Files: not null, BrokerLog: null }) subscribe.WithTopicFilter(f => f.WithTopic(MosquittoLog.Topics));
        var granted = await Patiently(_client.SubscribeAsync(subscribe.Build(), _stop.Token));
        if (granted.Items.Any(i => i.TopicFilter.Topic == _settings.Filter && (int)i.ResultCode >= 128)) throw new DeviceLinkException($"the broker does not let this user read '{_settings.Filter}'; see Gemeo:Mqtt:Filter");
        _fault = null;
        Connected(_log, _settings.Broker!);
        _connected.TrySetResult();
    }

    // The answer comes behind all that the broker has kept for us: it is there as long as anything comes.
    async Task<MqttClientSubscribeResult> Patiently(Task<MqttClientSubscribeResult> answer)
    {
        while (true)
        {
            var received = _tap.Received;
            try { return await answer.WaitAsync(_patience, _time, _stop.Token); }
            catch (TimeoutException) when (_tap.Received != received) { }
        }
    }

    async Task HangUp()
    {
        if (!_client.IsConnected) return;
        using var patience = new CancellationTokenSource(_patience, _time);
        try { await _client.DisconnectAsync(new MqttClientDisconnectOptions(), patience.Token); }
        catch (Exception) { /* it is gone, then */ }
    }

    async Task Receive(Delivered message)
    {
        var (line, packet) = (_line, message.Packet);
        try
        {
            var committed = _acknowledgements.Known(packet) ?? await Take(packet);
            if (message.IsKept) await _acknowledgements.AddAsync(new(line, message, committed), _stop.Token);
        }
        catch (OperationCanceledException) { /* stopping: not acknowledged, so the broker keeps it */ }
    }

    // A fault of ours must not break the connection, on which the same message would come again.
    async ValueTask<Task> Take(MqttPublishPacket packet)
    {
        if (packet.Topic.StartsWith(MosquittoLog.Prefix, StringComparison.Ordinal)) return Note(packet);
        try { return await _gateway.ReceiveAsync(packet.Topic, packet.Payload, packet.Retain, _stop.Token); }
        catch (Exception why) when (why is not OperationCanceledException) { return Task.FromException(why); }
    }

    Task Note(MqttPublishPacket told)
    {
        Note(System.Text.Encoding.UTF8.GetString(System.Buffers.BuffersExtensions.ToArray(told.Payload)));
        return Task.CompletedTask;
    }

    void Note(string line)
    {
        if (MosquittoLog.Read(line) is var (kind, source, detail)) _security.Note(kind, source, detail);
    }

    public async Task SendAsync(Plan plan, string commandId, CancellationToken cancel)
    {
        var message = OrderMessage.Of(plan, commandId);
        while (true)
        {
            await _connected.Task.WaitAsync(cancel);
            if (await MayHave(message, plan.Idempotent, cancel)) return;
            await Task.Delay(TimeSpan.FromMilliseconds(50), _time, cancel);
        }
    }

    /// <summary>Publishes; false when it has to be done again.</summary>
    async Task<bool> MayHave(MqttApplicationMessage message, bool repeatable, CancellationToken cancel)
    {
        try
        {
            var answer = await _client.PublishAsync(message, cancel);
            return answer.IsSuccess ? true : throw new DeviceLinkException($"the broker {_settings.Broker} refused the order: {answer.ReasonCode}");
        }
        catch (MqttClientNotConnectedException) { return false; }
        catch (OperationCanceledException) { return true; } // the device's report tells
        catch (Exception why) when (why is not DeviceLinkException)
        {
            // A line that breaks on the way looks whole for a moment yet: the broker may have it.
            if (_client.IsConnected && why is not (MqttCommunicationException or IOException or SocketException or ObjectDisposedException)) throw new DeviceLinkException($"the broker {_settings.Broker} did not take the order: {why.Message}", why);
            return !repeatable;
        }
    }

    public async Task StopAsync(CancellationToken cancel)
    {
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        await _loop;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _client.Dispose();
        _stop.Dispose();
    }

    [LoggerMessage(1, LogLevel.Information, "Connected to the MQTT broker {Broker}.")]
    static partial void Connected(ILogger log, string broker);

    [LoggerMessage(2, LogLevel.Warning, "The MQTT broker {Broker} cannot be used ({Why}); trying again.")]
    static partial void Lost(ILogger log, string broker, string why);
}
