using Gemeo.Simulator.Wire;
using Microsoft.Extensions.Logging;
using MQTTnet.Exceptions;

namespace Gemeo.Simulator.Load;

/// <summary>A load that is part of a lab: it starts again whenever the broker comes back.</summary>
sealed partial class EndlessLoad(LoadPlan plan, Broker broker, TimeProvider time, ILogger logger)
{
    public async Task RunAsync(CancellationToken stop)
    {
        var backOff = new BackOff("load");
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var result = await new LoadGenerator(plan, broker, time).RunAsync(null, null, stop);
                if (result.Sent > 0)
                    backOff.Reset();
            }
            catch (Exception fault) when (fault is MqttCommunicationException or OperationCanceledException)
            {
                LogRetry(broker, fault.Message);
            }
            await Task.Delay(backOff.Next(), time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Debug, "The load has no connection to {Broker} and will try again: {Fault}")]
    partial void LogRetry(Broker broker, string fault);
}
