using Microsoft.Extensions.Logging;

namespace Gemeo.Simulator.Commands;

/// <summary><c>&lt;lab folder | simulator.json&gt;</c>: runs a lab's devices until it is told to stop.</summary>
static class RunCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken stop)
    {
        var arguments = new Arguments(args, "broker", "user", "password");
        var broker = arguments.Broker();
        using var loggers = LoggerFactory.Create(log => log.AddSimpleConsole(line => line.SingleLine = true).SetMinimumLevel(LogLevel.Debug));
        var file = await SimulatorFile.ReadAsync(arguments.Words[0], stop);
        await using var lab = await SimulatedLab.StartAsync(file, broker, TimeProvider.System, loggers);
        await output.WriteLineAsync($"{lab.Devices.Count} simulated devices speak to {broker}. Ctrl+C stops them.");
        await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }
}
