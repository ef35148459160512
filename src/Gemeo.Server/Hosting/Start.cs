using Gemeo.Access;
using Gemeo.Devices.Broker;
using Gemeo.Labs;
using Gemeo.Simulator;
using Gemeo.Things;
using Microsoft.Extensions.Options;

namespace Gemeo.Hosting;

/// <summary>The order in which the house opens: lab, what a crash left, broker, devices; and closes.</summary>
public sealed partial class Start(
    LabHost lab, IBroker broker, ReadingInbox inbox, Watch watch,
    IOptions<Settings> settings, TimeProvider time, ILoggerFactory logs) : IHostedService, IAsyncDisposable
{
    IAsyncDisposable? _simulated;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        lab.Open();
        await broker.StartAsync(cancellationToken);
        await watch.StartAsync();
        var simulator = Path.Combine(lab.Lab.Folder, "simulator.json");
        if (!settings.Value.Simulator || !File.Exists(simulator)) return;
        var mqtt = settings.Value.Mqtt;
        var host = mqtt.Broker is not null && SettingsCheck.TryBroker(mqtt.Broker, out var external, out _) ? external : "127.0.0.1";
        _simulated = await SimulatedLab.StartAsync(simulator, host, broker.Port, mqtt.User, mqtt.Password, time, logs, cancellationToken);
        Simulated(logs.CreateLogger<Start>(), simulator);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_simulated is not null) await _simulated.DisposeAsync();
        _simulated = null;
        await broker.StopAsync(cancellationToken);
        // What the devices said last goes to the log before the grains' engine stops.
        await inbox.CloseAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public ValueTask DisposeAsync() => _simulated?.DisposeAsync() ?? ValueTask.CompletedTask;

    [LoggerMessage(1, LogLevel.Information, "Simulated devices of {File} are running (--Gemeo:Simulator=false leaves them out).")]
    static partial void Simulated(ILogger log, string file);
}
