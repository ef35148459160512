using Gemeo.Simulator.Wire;
using MQTTnet;
using MQTTnet.Protocol;

namespace Gemeo.Simulator.Commands;

/// <summary><c>unplug | drop | plug | slow | lie | deaf | honest &lt;device&gt;</c>: orders a simulated device about, and says what became of it.</summary>
static class FaultCommand
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken stop)
    {
        var arguments = new Arguments(args, "ms", "broker", "user", "password");
        if (arguments.Words is not [var verb, var device])
            throw new ArgumentException($"{args[0]} needs the id of a simulated device");
        var order = verb == "slow" ? FormattableString.Invariant($"slow {arguments.Whole("ms", Mode.UsualDelay)}") : verb;
        var mode = await AskAsync(arguments.Broker(), device, order, stop);
        await output.WriteLineAsync(mode is null ? $"No simulated device called {device} answered." : $"{device}: {mode}");
        return mode is null ? 1 : 0;
    }

    static async Task<string?> AskAsync(Broker broker, string device, string order, CancellationToken stop)
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var client = new MqttClientFactory().CreateMqttClient();
        client.ApplicationMessageReceivedAsync += got =>
        {
            // The retained one is how things were before.
            if (!got.ApplicationMessage.Retain)
                answer.TrySetResult(got.ApplicationMessage.ConvertPayloadToString());
            return Task.CompletedTask;
        };
        await client.ConnectAsync(broker.Options($"simulator-order-{Guid.NewGuid():N}", null), stop);
        await client.SubscribeAsync($"simulator/{device}/mode", MqttQualityOfServiceLevel.AtLeastOnce, stop);
        await client.PublishStringAsync($"simulator/{device}", order, MqttQualityOfServiceLevel.AtLeastOnce, cancellationToken: stop);
        var answered = await Task.WhenAny(answer.Task, Task.Delay(_patience, stop)) == answer.Task;
        await client.DisconnectAsync(cancellationToken: CancellationToken.None);
        return answered ? await answer.Task : null;
    }
}
