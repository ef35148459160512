using System.Collections.Concurrent;
using System.Text;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace Gemeo.Tests.Support;

/// <summary>A device over real MQTT that a test drives by hand.</summary>
public sealed class Device : IAsyncDisposable
{
    readonly IMqttClient _client;

    Device(IMqttClient client) => _client = client;

    /// <summary>What it was told, topic and text, in order.</summary>
    public ConcurrentQueue<(string Topic, string Text)> Heard { get; } = new();

    /// <summary>Called for each message it hears.</summary>
    public Func<string, string, Task>? OnHeard { get; set; }

    public IMqttClient Client => _client;

    public static async Task<Device> Connect(int port, string id, string? willTopic = null, string will = "offline", string? user = null, string? password = null, bool clean = true)
    {
        var device = new Device(new MqttClientFactory().CreateMqttClient());
        device._client.ApplicationMessageReceivedAsync += async e =>
        {
            var text = e.ApplicationMessage.ConvertPayloadToString() ?? "";
            device.Heard.Enqueue((e.ApplicationMessage.Topic, text));
            if (device.OnHeard is { } heard) await Task.Run(() => heard(e.ApplicationMessage.Topic, text));
        };
        var options = new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).WithClientId(id).WithProtocolVersion(MqttProtocolVersion.V311).WithCleanSession(clean).WithTimeout(TimeSpan.FromSeconds(20));
        if (willTopic is not null) options = options.WithWillTopic(willTopic).WithWillPayload(will).WithWillRetain();
        if (user is not null) options = options.WithCredentials(user, password);
        var answer = await device._client.ConnectAsync(options.Build());
        if (answer.ResultCode != MqttClientConnectResultCode.Success) throw new InvalidOperationException(answer.ResultCode.ToString());
        return device;
    }

    public Task Hear(params string[] topics)
    {
        var subscribe = new MqttClientSubscribeOptionsBuilder();
        foreach (var topic in topics) subscribe.WithTopicFilter(topic, MqttQualityOfServiceLevel.AtLeastOnce);
        return _client.SubscribeAsync(subscribe.Build());
    }

    /// <summary>Publishes at QoS 1 and waits for the acknowledgement.</summary>
    public Task Say(string topic, string text, bool retain = false) => Say(topic, Encoding.UTF8.GetBytes(text), retain);

    public Task Say(string topic, byte[] payload, bool retain = false) => _client.PublishAsync(new MqttApplicationMessageBuilder()
        .WithTopic(topic).WithPayload(payload).WithRetainFlag(retain).WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).Build());

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
