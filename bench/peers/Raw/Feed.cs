using System.Globalization;
using MQTTnet;
using MQTTnet.Protocol;

namespace Gemeo.Bench.Raw;

/// <summary>The subscription: every payload goes to the river as it came.</summary>
sealed class Feed(IMqttClient client) : IAsyncDisposable
{
    public static async Task<Feed> OpenAsync(string broker, string topic, IRiver river, CancellationToken cancel)
    {
        var client = new MqttClientFactory().CreateMqttClient();
        client.ApplicationMessageReceivedAsync += message =>
        {
            river.Add(message.ApplicationMessage.Payload);
            return Task.CompletedTask;
        };
        var colon = broker.LastIndexOf(':');
        var options = new MqttClientOptionsBuilder()
            .WithTcpServer(broker[..colon], int.Parse(broker.AsSpan(colon + 1), CultureInfo.InvariantCulture))
            .WithClientId("raw").Build();
        ((MqttClientTcpOptions)options.ChannelOptions).BufferSize = 1 << 16;
        await client.ConnectAsync(options, cancel);
        await client.SubscribeAsync(topic, MqttQualityOfServiceLevel.AtLeastOnce, cancel);
        return new Feed(client);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
