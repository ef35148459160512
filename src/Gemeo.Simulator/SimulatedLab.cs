using Gemeo.Simulator.Load;
using Gemeo.Simulator.Wire;
using Microsoft.Extensions.Logging;

namespace Gemeo.Simulator;

/// <summary>Simulated devices, each an MQTT client of its own, for as long as this is not disposed.</summary>
public sealed class SimulatedLab : IAsyncDisposable
{
    readonly CancellationTokenSource _stop = new();
    readonly Task _load;
    bool _disposed;

    SimulatedLab(IReadOnlyList<SimulatedDevice> devices, Func<CancellationToken, Task> load)
    {
        Devices = devices;
        _load = Task.Run(() => load(_stop.Token));
    }

    public IReadOnlyList<SimulatedDevice> Devices { get; }

    /// <exception cref="KeyNotFoundException">No device is called so.</exception>
    public SimulatedDevice this[string id] =>
        Devices.FirstOrDefault(device => device.Id == id) ?? throw new KeyNotFoundException($"no simulated device is called {id}");

    /// <summary>Starts a lab's devices and returns; they look for the broker themselves, and wait for it if need be.</summary>
    /// <param name="simulatorFile">A <c>simulator.json</c>, or the folder that holds it.</param>
    /// <exception cref="SimulatorFileException">The file is missing or wrong.</exception>
    public static async Task<SimulatedLab> StartAsync(
        string simulatorFile, Broker broker, TimeProvider time, ILoggerFactory loggers, CancellationToken stop)
    {
        var file = await SimulatorFile.ReadAsync(simulatorFile, stop);
        return await StartAsync(file, broker, time, loggers);
    }

    public static async Task<SimulatedLab> StartAsync(SimulatorFile file, Broker broker, TimeProvider time, ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger("Gemeo.Simulator");
        var devices = (file.Devices ?? []).Select(entry => new SimulatedDevice(entry, file.Seed, broker, time, logger)).ToArray();
        foreach (var device in devices)
            await device.StartAsync();
        return new SimulatedLab(devices, stop => file.Load is { } load
            ? new EndlessLoad(load, broker, time, logger).RunAsync(stop)
            : Task.CompletedTask);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
            return;
        await _stop.CancelAsync();
        await _load;
        await Task.WhenAll(Devices.Select(device => device.DisposeAsync().AsTask()));
        _stop.Dispose();
    }
}
