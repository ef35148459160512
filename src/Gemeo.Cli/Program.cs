using System.Runtime.InteropServices;
using Gemeo.Cli;

using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
if (OperatingSystem.IsWindows()) Console.OutputEncoding = System.Text.Encoding.UTF8;
return await GemeoCli.RunAsync(args, Surroundings.Ours, stop.Token);
