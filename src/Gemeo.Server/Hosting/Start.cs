using System.Net;
using Gemeo.Access;
using Gemeo.Devices.Broker;
using Gemeo.Labs;
using Gemeo.Log;
using Gemeo.Simulator;
using Gemeo.Things;
using Microsoft.Extensions.Options;

namespace Gemeo.Hosting;

/// <summary>The order in which the house opens: lab, what a crash left, broker, devices; and closes.</summary>
public sealed partial class Start(
    LabHost lab, IBroker broker, ReadingInbox inbox, Watch watch, LogWriter writer,
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
        _simulated = await SimulatedLab.StartAsync(simulator, Door(settings.Value.Mqtt), time, logs, cancellationToken);
        Simulated(logs.CreateLogger<Start>(), simulator);
    }

    // Where simulated devices find the broker, and as whom: like real ones they have no other way in.
    Gemeo.Simulator.Wire.Broker Door(MqttSettings mqtt)
    {
        if (broker is not EmbeddedBroker embedded)
        {
            var external = BrokerAddress.Read(mqtt.Broker!)!;
            return new(external.Host, external.Port, mqtt.User, mqtt.Password) { Tls = external.Encrypts ? tls => BrokerTls.Read(mqtt).Configure(tls, external.Host) : null };
        }
        var address = IPAddress.Parse(mqtt.Address);
        var host = address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) ? "127.0.0.1" : mqtt.Address;
        return new(host, embedded.Port, embedded.Inside.User, embedded.Inside.Password);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_simulated is not null) await _simulated.DisposeAsync();
        _simulated = null;
        await broker.StopAsync(cancellationToken);
        // What the devices said last goes to the log before the grains' engine stops. A log that is away is not waited for: the devices have it still.
        writer.LetGo();
        await inbox.CloseAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public ValueTask DisposeAsync() => _simulated?.DisposeAsync() ?? ValueTask.CompletedTask;

    [LoggerMessage(1, LogLevel.Information, "Simulated devices of {File} are running (--Gemeo:Simulator=false leaves them out).")]
    static partial void Simulated(ILogger log, string file);
}
