using System.Threading.Channels;
using Gemeo.Devices.Codec;
using Gemeo.Hosting;
using Gemeo.Labs;
using Gemeo.Things;
using Microsoft.Extensions.Options;
using MQTTnet;
using MQTTnet.Protocol;

namespace Gemeo.Devices.Broker;

/// <summary>A client of a broker such as Mosquitto: persistent session, back-off, and an acknowledgement only after the commit, in order.</summary>
public sealed partial class ExternalBroker : IBroker, IAsyncDisposable
{
    static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(250), _longestPause = TimeSpan.FromSeconds(30);

    readonly MqttSettings _settings;
    readonly DeviceGateway _gateway;
    readonly TimeProvider _time;
    readonly ILogger<ExternalBroker> _log;
    readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    readonly CancellationTokenSource _stop = new();
    readonly Channel<(MqttApplicationMessageReceivedEventArgs Message, Task Committed)> _unacknowledged =
        Channel.CreateBounded<(MqttApplicationMessageReceivedEventArgs, Task)>(4096);
    TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    string? _fault = "not connected yet";
    Task _loop = Task.CompletedTask;

    public ExternalBroker(IOptions<Settings> settings, DeviceGateway gateway, TimeProvider time, ILogger<ExternalBroker> log)
    {
        (_settings, _gateway, _time, _log) = (settings.Value.Mqtt, gateway, time, log);
        _client.ApplicationMessageReceivedAsync += Receive;
    }

    public BrokerStatus Status => new("external", _settings.Broker!, _client.IsConnected, _client.IsConnected ? null : _fault);

    public int Port => SettingsCheck.TryBroker(_settings.Broker!, out _, out var port) ? port : 0;

    public Task StartAsync(CancellationToken cancel)
    {
        _loop = Task.WhenAll(StayConnected(), Acknowledge());
        return Task.CompletedTask;
    }

    async Task StayConnected()
    {
        var pause = _firstPause;
        while (!_stop.IsCancellationRequested)
        {
            var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Task OnLost(MqttClientDisconnectedEventArgs _) { lost.TrySetResult(); return Task.CompletedTask; }
            _client.DisconnectedAsync += OnLost;
            try
            {
                await Connect();
                pause = _firstPause;
                await lost.Task.WaitAsync(_stop.Token);
                Lost(_log, _settings.Broker!);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested) { return; }
            catch (Exception why)
            {
                if (_fault != why.Message) NotConnected(_log, _settings.Broker!, why.Message);
                _fault = why.Message;
            }
            finally { _client.DisconnectedAsync -= OnLost; }
            if (_connected.Task.IsCompleted) _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
            try { await Task.Delay(pause, _time, _stop.Token); }
            catch (OperationCanceledException) { return; }
            pause = pause * 2 < _longestPause ? pause * 2 : _longestPause;
        }
    }

    async Task Connect()
    {
        SettingsCheck.TryBroker(_settings.Broker!, out var host, out var port);
        var options = new MqttClientOptionsBuilder().WithTcpServer(host, port).WithoutPacketFragmentation().WithClientId(_settings.ClientId)
            .WithProtocolVersion(MQTTnet.Formatter.MqttProtocolVersion.V500).WithCleanStart(false).WithSessionExpiryInterval(7 * 24 * 3600)
            .WithReceiveMaximum(1000).WithKeepAlivePeriod(TimeSpan.FromSeconds(15)).WithTimeout(TimeSpan.FromSeconds(10));
        if (_settings.User is not null) options = options.WithCredentials(_settings.User, _settings.Password ?? "");
        var answer = await _client.ConnectAsync(options.Build(), _stop.Token);
        if (answer.ResultCode != MqttClientConnectResultCode.Success) throw new DeviceLinkException($"refused: {answer.ResultCode}; see Gemeo:Mqtt:User and Gemeo:Mqtt:Password");
        var subscribe = new MqttClientSubscribeOptionsBuilder()
            .WithTopicFilter(f => f.WithTopic(_settings.Filter).WithAtLeastOnceQoS().WithNoLocal().WithRetainAsPublished(false));
        var granted = await _client.SubscribeAsync(subscribe.Build(), _stop.Token);
        if (granted.Items.Any(i => (int)i.ResultCode >= 128)) throw new DeviceLinkException($"the broker does not let this user read '{_settings.Filter}'; see Gemeo:Mqtt:Filter");
        _fault = null;
        Connected(_log, _settings.Broker!);
        _connected.TrySetResult();
    }

    async Task Receive(MqttApplicationMessageReceivedEventArgs received)
    {
        var message = received.ApplicationMessage;
        received.AutoAcknowledge = message.QualityOfServiceLevel == MqttQualityOfServiceLevel.AtMostOnce;
        try
        {
            var committed = await _gateway.ReceiveAsync(message.Topic, message.Payload, message.Retain, _stop.Token);
            if (!received.AutoAcknowledge) await _unacknowledged.Writer.WriteAsync((received, committed), _stop.Token);
        }
        catch (OperationCanceledException) { /* stopping: not acknowledged, so the broker keeps it */ }
    }

    async Task Acknowledge()
    {
        try
        {
            await foreach (var (message, committed) in _unacknowledged.Reader.ReadAllAsync(_stop.Token))
            {
                try
                {
                    await committed;
                    await message.AcknowledgeAsync(_stop.Token);
                }
                catch (Exception why) when (why is not OperationCanceledException) { NotAcknowledged(_log, message.ApplicationMessage.Topic, why.Message); }
            }
        }
        catch (OperationCanceledException) { }
    }

    public async Task SendAsync(Form form, byte[]? value, string commandId, bool repeatable, CancellationToken cancel)
    {
        var message = new MqttApplicationMessageBuilder().WithTopic(form.Topic).WithPayload(Encoder.Encode(form, value, commandId))
            .WithQualityOfServiceLevel((MqttQualityOfServiceLevel)form.Qos).WithRetainFlag(form.Retain).Build();
        while (true)
        {
            await _connected.Task.WaitAsync(cancel);
            try
            {
                await _client.PublishAsync(message, cancel);
                return;
            }
            catch (Exception why) when (why is not OperationCanceledException)
            {
                if (_client.IsConnected) throw new DeviceLinkException($"the broker {_settings.Broker} did not take the order: {why.Message}", why);
                await Task.Delay(TimeSpan.FromMilliseconds(50), _time, cancel);
            }
        }
    }

    public async Task StopAsync(CancellationToken cancel)
    {
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        await _loop;
        if (_client.IsConnected) await _client.DisconnectAsync(new MqttClientDisconnectOptions(), cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _client.Dispose();
        _stop.Dispose();
    }

    [LoggerMessage(1, LogLevel.Information, "Connected to the MQTT broker {Broker}.")]
    static partial void Connected(ILogger log, string broker);

    [LoggerMessage(2, LogLevel.Warning, "The MQTT broker {Broker} is lost; trying again.")]
    static partial void Lost(ILogger log, string broker);

    [LoggerMessage(3, LogLevel.Warning, "The MQTT broker {Broker} cannot be reached ({Why}); trying again.")]
    static partial void NotConnected(ILogger log, string broker, string why);

    [LoggerMessage(4, LogLevel.Warning, "A message on {Topic} was not acknowledged: {Why}")]
    static partial void NotAcknowledged(ILogger log, string topic, string why);
}
