using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using MQTTnet;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Gemeo.Devices.Broker;

/// <summary>An MQTT message as it lies on disk.</summary>
/// <param name="Until">When it is of no more use (MQTT 5's expiry).</param>
sealed record KeptMessage(
    string Topic, byte[] Payload, int Qos, DateTimeOffset? Until = null, string? ContentType = null, string? ResponseTopic = null,
    byte[]? CorrelationData = null, int? Format = null, string[][]? UserProperties = null)
{
    static readonly JsonSerializerOptions _style = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static KeptMessage Of(MqttApplicationMessage m, int qos, DateTimeOffset now) => new(
        m.Topic, m.Payload.ToArray(), qos, m.MessageExpiryInterval > 0 ? now.AddSeconds(m.MessageExpiryInterval) : null, m.ContentType, m.ResponseTopic,
        m.CorrelationData, m.PayloadFormatIndicator == MqttPayloadFormatIndicator.Unspecified ? null : (int)m.PayloadFormatIndicator,
        m.UserProperties is { Count: > 0 } properties ? [.. properties.Select(p => new[] { p.Name, p.ReadValueAsString() })] : null);

    public static KeptMessage Read(byte[] json) => JsonSerializer.Deserialize<KeptMessage>(json, _style)!;

    public byte[] Json() => JsonSerializer.SerializeToUtf8Bytes(this, _style);

    public bool Says(string topic, ReadOnlySequence<byte> payload) =>
        topic == Topic && payload.Length == Payload.Length && (payload.IsSingleSegment ? payload.FirstSpan : payload.ToArray()).SequenceEqual(Payload);

    /// <summary>The message to deliver; null when its time is over.</summary>
    public MqttApplicationMessage? Message(DateTimeOffset now, bool retain)
    {
        if (Until <= now) return null;
        var message = new MqttApplicationMessage
        {
            Topic = Topic,
            Payload = new(Payload),
            QualityOfServiceLevel = (MqttQualityOfServiceLevel)Qos,
            Retain = retain,
            MessageExpiryInterval = Until is { } until ? (uint)Math.Ceiling((until - now).TotalSeconds) : 0,
            ContentType = ContentType,
            ResponseTopic = ResponseTopic,
            CorrelationData = CorrelationData,
            PayloadFormatIndicator = (MqttPayloadFormatIndicator)(Format ?? 0),
            UserProperties = UserProperties is null ? null : [.. UserProperties.Select(p => new MqttUserProperty(p[0], System.Text.Encoding.UTF8.GetBytes(p[1])))],
        };
        if (Until is { } end) Expiry.Set(message, end);
        return message;
    }
}
