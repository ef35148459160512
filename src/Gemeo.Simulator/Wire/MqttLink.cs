using Microsoft.Extensions.Logging;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Protocol;

namespace Gemeo.Simulator.Wire;

/// <summary>One MQTT connection that is kept up: it waits for a broker that is not there yet and comes back when it goes away.</summary>
sealed partial class MqttLink(LinkPlan plan, Broker broker, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    readonly CancellationTokenSource _stop = new();
    PowerCut? _wire;
    IMqttClient? _client;
    Task _running = Task.CompletedTask;

    public bool IsUp => _client is { IsConnected: true };

    public void Start() => _running = Task.Run(() => RunAsync(_stop.Token));

    /// <summary>Says it if there is a connection; a device without one speaks to nobody.</summary>
    public async Task SayAsync(Message message)
    {
        if (_client is { IsConnected: true } client)
            await SayAsync(client, message, _stop.Token);
    }

    /// <summary>Ends the connection without DISCONNECT, so that the broker publishes the last will: at once, or,
    /// <paramref name="silently"/>, when its keep-alive finds out that nobody is there.</summary>
    public async Task CutAsync(bool silently)
    {
        if (silently)
            _wire?.Mute();
        await _stop.CancelAsync();
        Interlocked.Exchange(ref _client, null)?.Dispose();
        await _running;
    }

    /// <summary>Leaves in good order. The broker forgets the last will then, so it is said first: nobody should believe in a device that is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _client, null) is { IsConnected: true } client)
        {
            if (plan.Will is not null)
                await SayAsync(client, plan.Will, _stop.Token);
            await LeaveAsync(client);
        }
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    async Task SayAsync(IMqttClient client, Message message, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            await client.PublishAsync(message.Packet(), either.Token);
        }
        catch (Exception fault) when (IsLoss(fault))
        {
            LogLost(plan.ClientId, fault.Message);
        }
    }

    async Task RunAsync(CancellationToken stop)
    {
        var backOff = new BackOff(plan.ClientId);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await LiveAsync(backOff, stop);
            }
            catch (Exception fault) when (IsLoss(fault))
            {
                LogRetry(plan.ClientId, broker, fault.Message);
            }
            if (!stop.IsCancellationRequested)
                await Task.Delay(backOff.Next(), time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>From one connection's beginning to its end.</summary>
    async Task LiveAsync(BackOff backOff, CancellationToken stop)
    {
        var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var wire = _wire = new PowerCut(Broker.KeepAlive * 3, time);
        using var client = new MqttClientFactory().CreateMqttClient(wire);
        client.DisconnectedAsync += _ => Task.FromResult(lost.TrySetResult());
        client.ApplicationMessageReceivedAsync += got =>
        {
            plan.Received(got.ApplicationMessage.Topic, got.ApplicationMessage.ConvertPayloadToString() ?? "");
            return Task.CompletedTask;
        };
        await ConnectAsync(client, stop);
        _client = client;
        if (stop.IsCancellationRequested)
            return;
        backOff.Reset();
        plan.Connected();
        await lost.Task.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Interlocked.CompareExchange(ref _client, null, client);
    }

    async Task ConnectAsync(IMqttClient client, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(_patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        var result = await client.ConnectAsync(broker.Options(plan.ClientId, plan.Will), both.Token);
        if (result.ResultCode != MqttClientConnectResultCode.Success)
            throw new MqttCommunicationException($"the broker answered {result.ResultCode}");
        foreach (var topic in plan.Listens)
            await client.SubscribeAsync(topic, MqttQualityOfServiceLevel.AtLeastOnce, both.Token);
    }

    static async Task LeaveAsync(IMqttClient client)
    {
        try
        {
            await client.DisconnectAsync();
        }
        catch (Exception fault) when (IsLoss(fault))
        {
            // Gone already.
        }
    }

    // MQTTnet's client may meet its own disposed parts when it is cut off in the middle of a call.
    static bool IsLoss(Exception fault) =>
        fault is MqttCommunicationException or OperationCanceledException or ObjectDisposedException or InvalidOperationException or IOException
            or System.Net.Sockets.SocketException or NullReferenceException;

    [LoggerMessage(LogLevel.Debug, "{Client} could not say it: {Fault}")]
    partial void LogLost(string client, string fault);

    [LoggerMessage(LogLevel.Debug, "{Client} has no connection to {Broker} and will try again: {Fault}")]
    partial void LogRetry(string client, Broker broker, string fault);
}

/// <summary>Who connects, with what last will, what it listens to, and whom to tell. The callbacks must return at once.</summary>
sealed record LinkPlan(
    string ClientId, Message? Will, IReadOnlyList<string> Listens, Action Connected, Action<string, string> Received);

/// <summary>A quarter of a second, then twice as long each time up to ten seconds, each client a little apart from the others.</summary>
sealed class BackOff(string clientId)
{
    static readonly TimeSpan _first = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan _longest = TimeSpan.FromSeconds(10);
    readonly double _apart = 1 + (Chance.Stable(clientId) % 100 / 400.0);
    TimeSpan _next = _first;

    public TimeSpan Next()
    {
        var now = _next;
        _next = TimeSpan.FromTicks(Math.Min(now.Ticks * 2, _longest.Ticks));
        return now * _apart;
    }

    public void Reset() => _next = _first;
}
