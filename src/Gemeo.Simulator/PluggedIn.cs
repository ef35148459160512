using System.Threading.Channels;
using Gemeo.Simulator.Devices;
using Gemeo.Simulator.Wire;
using Microsoft.Extensions.Logging;

namespace Gemeo.Simulator;

/// <summary>A device between plug and unplug: one loop does all it does, so its state needs no lock.</summary>
sealed class PluggedIn : IAsyncDisposable
{
    readonly Device _device;
    readonly TimeProvider _time;
    readonly MqttLink _link;
    readonly CancellationTokenSource _power = new();
    readonly Channel<Func<IEnumerable<Message>>> _deeds = Channel.CreateUnbounded<Func<IEnumerable<Message>>>(new() { SingleReader = true });
    readonly Channel<Order> _orders = Channel.CreateUnbounded<Order>(new() { SingleReader = true });
    readonly Task _work;
    volatile bool _greeted;
    int _waiting;
    volatile Mode _mode;

    public PluggedIn(string id, Device device, Mode mode, Broker broker, TimeProvider time, ILogger logger)
    {
        (_device, _mode, _time) = (device, mode, time);
        device.Lying = mode.Manners == Manners.Lie;
        _link = new MqttLink(new(id, device.Will, device.Commands, Connected, Ordered), broker, time, logger);
        _link.Start();
        _work = Task.WhenAll(Task.Run(DoAsync), Task.Run(WaitForOrdersAsync), Task.Run(TickAsync));
    }

    public bool Online => _greeted && _link.IsUp;

    /// <summary>Orders that came and were neither ignored nor carried out yet.</summary>
    public int OrdersWaiting => Volatile.Read(ref _waiting);

    public int OrdersIgnored { get; private set; }

    public void Behave(Mode mode, bool tellAgain)
    {
        _mode = mode;
        _deeds.Writer.TryWrite(() =>
        {
            _device.Lying = mode.Manners == Manners.Lie;
            return tellAgain && mode.Manners == Manners.Honest ? _device.Report(_time.GetUtcNow()) : [];
        });
    }

    /// <summary>The power is gone: nothing that was on its way is said any more.</summary>
    public async Task CutAsync(bool silently)
    {
        await _power.CancelAsync();
        await _link.CutAsync(silently);
        await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _power.CancelAsync();
        await _link.DisposeAsync();
        await EndAsync();
    }

    async Task EndAsync()
    {
        await _work;
        _power.Dispose();
    }

    void Connected()
    {
        _greeted = false;
        _deeds.Writer.TryWrite(() => _device.Report(_time.GetUtcNow()));
        _deeds.Writer.TryWrite(() =>
        {
            _greeted = true;
            return [];
        });
    }

    void Ordered(string topic, string payload)
    {
        var mode = _mode;
        if (mode.Manners == Manners.Deaf)
        {
            OrdersIgnored++;
            return;
        }
        Interlocked.Increment(ref _waiting);
        _orders.Writer.TryWrite(new(topic, payload, _time.GetTimestamp(), mode.Delay));
    }

    async Task DoAsync()
    {
        await foreach (var deed in Until(_deeds.Reader))
            foreach (var message in deed())
                await _link.SayAsync(message);
    }

    /// <summary>Lets each order wait out its delay, in the order in which they came, while readings go on.</summary>
    async Task WaitForOrdersAsync()
    {
        await foreach (var order in Until(_orders.Reader))
        {
            var wait = order.Delay - _time.GetElapsedTime(order.At);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, _time, _power.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _deeds.Writer.TryWrite(() => _device.Obey(order.Topic, order.Payload, _time.GetUtcNow()));
            Interlocked.Decrement(ref _waiting);
        }
    }

    async Task TickAsync()
    {
        if (_device.Every is not { } every)
            return;
        using var timer = new PeriodicTimer(every, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_power.Token))
                if (Online)
                    _deeds.Writer.TryWrite(() => _device.Tick(_time.GetUtcNow()));
        }
        catch (OperationCanceledException)
        {
            // Unplugged.
        }
    }

    async IAsyncEnumerable<T> Until<T>(ChannelReader<T> reader)
    {
        while (!_power.IsCancellationRequested)
        {
            T item;
            try
            {
                item = await reader.ReadAsync(_power.Token);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
            yield return item;
        }
    }

    readonly record struct Order(string Topic, string Payload, long At, TimeSpan Delay);
}
