using System.Threading.Channels;
using Gemeo.Simulator.Devices;
using Gemeo.Simulator.Wire;
using Microsoft.Extensions.Logging;

namespace Gemeo.Simulator;

/// <summary>A device with its own MQTT connection, which can be unplugged and made slow, deaf or a liar. A second connection,
/// the control panel, stays up and takes the same orders from <c>simulator/&lt;id&gt;</c>.</summary>
public sealed class SimulatedDevice : IAsyncDisposable
{
    readonly DeviceEntry _entry;
    readonly Device _device;
    readonly Broker _broker;
    readonly TimeProvider _time;
    readonly ILogger _logger;
    readonly SemaphoreSlim _switch = new(1, 1);
    readonly MqttLink _panel;
    PluggedIn? _plugged;
    bool _started;

    internal SimulatedDevice(DeviceEntry entry, int seed, Broker broker, TimeProvider time, ILogger logger)
    {
        (_entry, _broker, _time, _logger) = (entry, broker, time, logger);
        _device = DeviceKinds.Make(entry, seed);
        var orders = Channel.CreateUnbounded<string>(new() { SingleReader = true });
        Orders = orders;
        _panel = new MqttLink(
            // An empty order changes nothing, but has the mode told to a broker that may have forgotten it.
            new($"simulator-{Id}", null, [ControlTopic], () => orders.Writer.TryWrite(""), (_, order) => orders.Writer.TryWrite(order)),
            broker, time, logger);
    }

    public string Id => _entry.Id;

    public string ControlTopic => $"simulator/{Id}";

    public Mode Mode { get; private set; } = Mode.Honest;

    /// <summary>True while the device itself (not its control panel) has a connection and has said what it had to say.</summary>
    public bool Online => _plugged is { Online: true };

    /// <summary>Commands that came and wait out a slow device's delay.</summary>
    public int OrdersWaiting => _plugged?.OrdersWaiting ?? 0;

    /// <summary>Commands that came while it was deaf, since it was plugged in.</summary>
    public int OrdersIgnored => _plugged?.OrdersIgnored ?? 0;

    Channel<string> Orders { get; }

    Task Listening { get; set; } = Task.CompletedTask;

    /// <summary>Breaks the connection, which the broker sees at once; when this returns the socket is closed.</summary>
    public Task DropAsync() => ChangeAsync(mode => mode with { Plugged = false, Silent = false });

    /// <summary>Takes the power away: it falls silent, and the broker believes in it until its keep-alive runs out.</summary>
    public Task UnplugAsync() => ChangeAsync(mode => mode with { Plugged = false, Silent = true });

    /// <summary>Gives the power back; the device connects by itself, at once or when it finds the broker.</summary>
    public Task PlugAsync() => ChangeAsync(mode => mode with { Plugged = true });

    /// <summary>From now on it obeys only after that long.</summary>
    public Task SlowAsync(TimeSpan delay) => ChangeAsync(mode => new(mode.Plugged, Manners.Slow, delay));

    /// <summary>From now on it reports the opposite of what is true.</summary>
    public Task LieAsync() => ChangeAsync(mode => new(mode.Plugged, Manners.Lie, TimeSpan.Zero));

    /// <summary>From now on it ignores commands, though it stays connected.</summary>
    public Task DeafAsync() => ChangeAsync(mode => new(mode.Plugged, Manners.Deaf, TimeSpan.Zero));

    /// <summary>It behaves again, and says at once how things really are.</summary>
    public Task HonestAsync() => ChangeAsync(mode => new(mode.Plugged, Manners.Honest, TimeSpan.Zero));

    internal async Task StartAsync()
    {
        _started = true;
        await ChangeAsync(mode => mode);
        Listening = Task.Run(ListenAsync);
        _panel.Start();
    }

    public async ValueTask DisposeAsync()
    {
        Orders.Writer.TryComplete();
        await _panel.DisposeAsync();
        await Listening;
        if (_plugged is not null)
            await _plugged.DisposeAsync();
        _switch.Dispose();
    }

    async Task ListenAsync()
    {
        await foreach (var order in Orders.Reader.ReadAllAsync())
            await ChangeAsync(mode => mode.After(order) ?? mode);
    }

    async Task ChangeAsync(Func<Mode, Mode> change)
    {
        await _switch.WaitAsync();
        try
        {
            var before = Mode;
            Mode = change(before);
            await PowerAsync(Mode);
            _plugged?.Behave(Mode, tellAgain: before.Manners != Mode.Manners);
            await _panel.SayAsync(new($"{ControlTopic}/mode", Mode.ToString(), Retain: true));
        }
        finally
        {
            _switch.Release();
        }
    }

    async Task PowerAsync(Mode mode)
    {
        if (mode.Plugged && _plugged is null && _started)
        {
            _device.PowerOn();
            _plugged = new PluggedIn(Id, _device, mode, _broker, _time, _logger);
        }
        else if (!mode.Plugged && Interlocked.Exchange(ref _plugged, null) is { } plugged)
        {
            await plugged.CutAsync(mode.Silent);
        }
    }
}
