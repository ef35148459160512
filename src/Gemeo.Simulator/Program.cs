using System.Runtime.InteropServices;
using Gemeo.Simulator.Commands;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await SimulatorProgram.RunAsync(args, Console.Out, Console.Error, stop.Token);

// Devices leave in good order instead of being torn away.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
