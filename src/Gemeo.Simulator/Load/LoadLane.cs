using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Gemeo.Simulator.Wire;

namespace Gemeo.Simulator.Load;

/// <summary>One connection of a load and the sensors that speak through it, in turn.</summary>
sealed class LoadLane : IAsyncDisposable
{
    readonly LoadConnection _connection;
    readonly Sensor[] _sensors;
    readonly Random _random;
    readonly bool _acknowledged;
    int _turn;

    LoadLane(LoadConnection connection, LoadPlan plan, int index)
    {
        _connection = connection;
        _acknowledged = plan.Qos == 1;
        _random = new Random(index);
        var lanes = Math.Min(plan.Clients, plan.Sensors);
        _sensors = [.. Enumerable.Range(1, plan.Sensors).Where(n => (n - 1) % lanes == index).Select(n =>
            new Sensor(plan.Topic.Replace("{n}", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))];
    }

    public long Sent => _acknowledged ? _connection.Acknowledged : _connection.Flushed;

    public long Failed => _connection.Appended - Sent;

    public bool IsUp => _connection.IsUp;

    public static async Task<LoadLane> ConnectAsync(LoadPlan plan, Broker broker, int index, CancellationToken stop) =>
        new(await LoadConnection.ConnectAsync($"load-{Guid.NewGuid():N}"[..23], broker, stop), plan, index);

    /// <summary>The next sensor speaks; true when it is time to flush.</summary>
    public bool Speak()
    {
        var sensor = _sensors[_turn];
        _turn = (_turn + 1) % _sensors.Length;
        Span<byte> payload = stackalloc byte[16];
        return _connection.Append(sensor.Topic, payload[..sensor.Next(_random, payload)], _acknowledged);
    }

    public Task FlushAsync(CancellationToken stop) => _connection.FlushAsync(_acknowledged, stop);

    /// <summary>Waits for what is not acknowledged yet.</summary>
    public Task SettleAsync() => _acknowledged ? _connection.WaitAsync(0, CancellationToken.None) : Task.CompletedTask;

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    /// <summary>A distance in centimetres that wanders between 2 and 400.</summary>
    sealed class Sensor(string topic)
    {
        static readonly System.Buffers.StandardFormat _hundredths = new('F', 2);
        double _distance = 200;

        public byte[] Topic { get; } = Encoding.UTF8.GetBytes(topic);

        public int Next(Random random, Span<byte> payload)
        {
            _distance = Math.Clamp(_distance + ((random.NextDouble() - 0.5) * 10), 2, 400);
            Utf8Formatter.TryFormat(_distance, payload, out var length, _hundredths);
            return length;
        }
    }
}
