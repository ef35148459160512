using System.Globalization;
using System.Text;
using Gemeo.Simulator.Wire;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Protocol;

namespace Gemeo.Simulator.Load;

/// <summary>One connection of a load and the sensors that speak through it, in turn.</summary>
sealed class LoadLane : IAsyncDisposable
{
    // Enough for a broker that acknowledges a commit at a time; a bound, so that a stuck one is felt.
    const int MostUnacknowledged = 2000;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    readonly IMqttClient _client;
    readonly MqttQualityOfServiceLevel _quality;
    readonly Sensor[] _sensors;
    readonly SemaphoreSlim _window = new(MostUnacknowledged, MostUnacknowledged);
    readonly Random _random;
    int _turn;
    long _sent;
    long _failed;

    LoadLane(IMqttClient client, LoadPlan plan, int index)
    {
        _client = client;
        _quality = (MqttQualityOfServiceLevel)plan.Qos;
        _random = new Random(index);
        var lanes = Math.Min(plan.Clients, plan.Sensors);
        _sensors = [.. Enumerable.Range(1, plan.Sensors).Where(n => (n - 1) % lanes == index).Select(n =>
            new Sensor(plan.Topic.Replace("{n}", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))];
    }

    public long Sent => Interlocked.Read(ref _sent);

    public long Failed => Interlocked.Read(ref _failed);

    public bool IsUp => _client.IsConnected;

    public static async Task<LoadLane> ConnectAsync(LoadPlan plan, Broker broker, int index, CancellationToken stop)
    {
        var client = new MqttClientFactory().CreateMqttClient();
        try
        {
            var result = await client.ConnectAsync(broker.Options($"load-{Environment.ProcessId}-{index}-{Guid.NewGuid():N}"[..23], null), stop);
            if (result.ResultCode != MqttClientConnectResultCode.Success)
                throw new MqttCommunicationException($"the broker at {broker} answered {result.ResultCode}");
            return new LoadLane(client, plan, index);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public Task PublishAsync(CancellationToken stop)
    {
        var sensor = _sensors[_turn];
        _turn = (_turn + 1) % _sensors.Length;
        var message = new MqttApplicationMessage
        {
            Topic = sensor.Topic,
            PayloadSegment = sensor.Next(_random),
            QualityOfServiceLevel = _quality,
        };
        return _quality == MqttQualityOfServiceLevel.AtMostOnce ? CountAsync(message, stop) : AcknowledgedAsync(message, stop);
    }

    /// <summary>Waits for what is not acknowledged yet, though not for ever.</summary>
    public async Task SettleAsync()
    {
        var last = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < MostUnacknowledged && TimeProvider.System.GetElapsedTime(last) < Patience; i++)
            await _window.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _client.DisconnectAsync();
        }
        catch (Exception fault) when (fault is MqttCommunicationException or InvalidOperationException)
        {
            // The broker went first.
        }
        _client.Dispose();
    }

    async Task AcknowledgedAsync(MqttApplicationMessage message, CancellationToken stop)
    {
        try
        {
            await _window.WaitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        _ = ReleaseAsync(CountAsync(message, CancellationToken.None));
    }

    async Task ReleaseAsync(Task published)
    {
        await published;
        _window.Release();
    }

    async Task CountAsync(MqttApplicationMessage message, CancellationToken stop)
    {
        try
        {
            await _client.PublishAsync(message, stop);
            Interlocked.Increment(ref _sent);
        }
        catch (Exception fault) when (fault is MqttCommunicationException or OperationCanceledException or InvalidOperationException)
        {
            Interlocked.Increment(ref _failed);
        }
    }

    /// <summary>A distance in centimetres that wanders between 2 and 400.</summary>
    sealed class Sensor(string topic)
    {
        double _distance = 200;

        public string Topic => topic;

        public ArraySegment<byte> Next(Random random)
        {
            _distance = Math.Clamp(_distance + ((random.NextDouble() - 0.5) * 10), 2, 400);
            return Encoding.ASCII.GetBytes(_distance.ToString("0.00", CultureInfo.InvariantCulture));
        }
    }
}
