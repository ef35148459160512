using System.Collections.Concurrent;
using System.Globalization;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Crash;

/// <summary>One MQTT connection that reports rising numbers for its own things, QoS 1, many under way at once, and notes which were acknowledged.</summary>
sealed class Publisher(int number, int things)
{
    const int UnderWay = 32;

    long _value;

    public ConcurrentBag<(string Thing, long Value)> Acknowledged { get; } = [];

    /// <summary>Publishes until the connection breaks or it is told to stop; what was not acknowledged then is not sent again.</summary>
    public async Task Publish(int port, CancellationToken stop)
    {
        await using var device = await Device.Connect(port, $"publisher-{number}");
        var under = new Queue<Task<bool>>();
        for (var well = true; well && !stop.IsCancellationRequested;)
        {
            var value = ++_value;
            under.Enqueue(Say(device, number * things + (int)(value % things) + 1, value));
            if (under.Count >= UnderWay) well = await under.Dequeue();
        }
        await Task.WhenAll(under);
    }

    async Task<bool> Say(Device device, int thing, long value)
    {
        try
        {
            await device.Say($"load/{thing}/distance", value.ToString(CultureInfo.InvariantCulture));
            Acknowledged.Add(($"load-{thing}", value));
            return true;
        }
        catch (Exception why) when (why is MQTTnet.Exceptions.MqttCommunicationException or OperationCanceledException or ObjectDisposedException) { return false; }
    }
}
