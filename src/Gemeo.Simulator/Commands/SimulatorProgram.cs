using MQTTnet.Exceptions;

namespace Gemeo.Simulator.Commands;

/// <summary>The program around the simulated devices.</summary>
public static class SimulatorProgram
{
    const string Usage = """
        Simulated devices that speak MQTT and nothing else.

          <lab folder | simulator.json>            run its devices until Ctrl+C
          load [--sensors 1000] [--rate 1000] [--seconds 10 | --count n] [--qos 0|1] [--topic load/{n}/distance] [--clients 4]
          unplug | drop | plug | lie | deaf | honest <device>
          slow <device> [--ms 3000]

        Each takes --broker host:port (127.0.0.1:1883), --user and --password.
        """;

    /// <returns>0 when all went well, 1 when it did not, 2 when the command line makes no sense.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        try
        {
            return args switch
            {
                [] or ["help" or "--help" or "-h", ..] => await SayAsync(output, Usage, 0),
                ["load", ..] => await LoadCommand.RunAsync(args[1..], output, stop),
                ["unplug" or "drop" or "plug" or "slow" or "lie" or "deaf" or "honest", ..] => await FaultCommand.RunAsync(args, output, stop),
                [['-', ..], ..] => await SayAsync(errors, Usage, 2),
                _ => await RunCommand.RunAsync(args, output, stop),
            };
        }
        catch (ArgumentException fault)
        {
            return await SayAsync(errors, fault.Message, 2);
        }
        catch (Exception fault) when (fault is SimulatorFileException or MqttCommunicationException)
        {
            return await SayAsync(errors, fault.Message, 1);
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
    }

    static async Task<int> SayAsync(TextWriter writer, string text, int code)
    {
        await writer.WriteLineAsync(text);
        return code;
    }
}
