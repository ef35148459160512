using System.Globalization;
using MQTTnet;
using MQTTnet.Protocol;

namespace Gemeo.Bench.Commands;

/// <summary>The bare round trip as a program makes it, with the client library that the server uses too: publish, and wait for the lamp's report.
/// QoS 1, as the server does.</summary>
sealed class BareTrip : IAsyncDisposable
{
    static readonly byte[] _on = "ON"u8.ToArray(), _off = "OFF"u8.ToArray();

    readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    TaskCompletionSource _reported = new();

    public static async Task<BareTrip> OpenAsync(int port, CancellationToken cancel)
    {
        var trip = new BareTrip();
        trip._client.ApplicationMessageReceivedAsync += _ =>
        {
            trip._reported.TrySetResult();
            return Task.CompletedTask;
        };
        await trip._client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).WithoutPacketFragmentation()
            .WithClientId(string.Create(CultureInfo.InvariantCulture, $"bare-trip-{Environment.ProcessId}")).Build(), cancel);
        await trip._client.SubscribeAsync("bare/lamp/state", MqttQualityOfServiceLevel.AtLeastOnce, cancel);
        return trip;
    }

    public void Go(int n)
    {
        _reported = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var order = new MqttApplicationMessage { Topic = "bare/lamp/set", PayloadSegment = n % 2 == 0 ? _on : _off, QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce };
        _ = _client.PublishAsync(order);
        _reported.Task.GetAwaiter().GetResult();
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
