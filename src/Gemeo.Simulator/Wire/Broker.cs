using System.Globalization;
using MQTTnet;
using MQTTnet.Formatter;

namespace Gemeo.Simulator.Wire;

/// <summary>Where the broker is, and as whom to speak to it.</summary>
public sealed record Broker(string Host, int Port, string? User = null, string? Password = null)
{
    public const int DefaultPort = 1883;

    /// <summary>How it is spoken to over TLS; null in clear.</summary>
    public Action<MqttClientTlsOptionsBuilder>? Tls { get; init; }

    /// <summary>A broker believes in a silent device for one and a half of these.</summary>
    public static TimeSpan KeepAlive { get; } = TimeSpan.FromSeconds(6);

    /// <summary>Reads <c>host</c>, <c>host:port</c> or <c>[::1]:port</c>; null when it is none of them.</summary>
    public static Broker? Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 0 || text.EndsWith(']'))
            return text.Length == 0 ? null : new Broker(text.Trim('[', ']'), DefaultPort);
        return int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 && colon > 0
            ? new Broker(text[..colon].Trim('[', ']'), port)
            : null;
    }

    public override string ToString() => $"{Host}:{Port}";

    /// <summary>MQTT 3.1.1 with a clean session, as the small firmwares speak it.</summary>
    internal MqttClientOptions Options(string clientId, Message? will)
    {
        var options = new MqttClientOptionsBuilder()
            .WithTcpServer(Host, Port).WithClientId(clientId).WithCleanSession()
            .WithProtocolVersion(MqttProtocolVersion.V311).WithKeepAlivePeriod(KeepAlive);
        if (User is not null)
            options = options.WithCredentials(User, Password ?? "");
        if (Tls is not null)
            options = options.WithTlsOptions(Tls);
        if (will is not null)
            options = options.WithWillTopic(will.Topic).WithWillPayload(will.Payload).WithWillRetain(will.Retain)
                .WithWillQualityOfServiceLevel(will.Quality);
        return options.Build();
    }
}
