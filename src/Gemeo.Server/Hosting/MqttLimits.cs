namespace Gemeo.Hosting;

/// <summary>What the embedded broker bears from one device, one address, and all.</summary>
public sealed class MqttLimits
{
    /// <summary>Messages that a device with a credential may publish in a second; beyond it they are held back where they come from.</summary>
    public int MessagesPerDevice { get; set; } = 200;

    /// <summary>The same of all from one address, but for what runs on this machine without a credential of a device.</summary>
    public int MessagesPerAddress { get; set; } = 2000;

    /// <summary>Longest packet, KiB; a longer one ends its connection.</summary>
    public int PacketKilobytes { get; set; } = 256;

    /// <summary>Connections of one device with a credential.</summary>
    public int ConnectionsPerDevice { get; set; } = 4;

    public int ConnectionsPerAddress { get; set; } = 2000;

    public int Connections { get; set; } = 10_000;

    /// <summary>Connections that have not said yet who they are; the oldest gives way to the next.</summary>
    public int Handshakes { get; set; } = 1000;

    public int HandshakesPerAddress { get; set; } = 250;

    /// <summary>Seconds within which a connection must say who it is.</summary>
    public double HandshakeSeconds { get; set; } = 10;

    internal IEnumerable<string> Faults()
    {
        foreach (var (name, value, most) in new[]
        {
            (nameof(MessagesPerDevice), MessagesPerDevice, 1_000_000), (nameof(MessagesPerAddress), MessagesPerAddress, 1_000_000), (nameof(PacketKilobytes), PacketKilobytes, 262_144),
            (nameof(ConnectionsPerDevice), ConnectionsPerDevice, 10_000), (nameof(ConnectionsPerAddress), ConnectionsPerAddress, 100_000), (nameof(Connections), Connections, 100_000),
            (nameof(Handshakes), Handshakes, 100_000), (nameof(HandshakesPerAddress), HandshakesPerAddress, 100_000),
        })
            if (value < 1 || value > most) yield return FormattableString.Invariant($"Gemeo:Mqtt:Limits:{name}: expected 1 to {most}, got {value}.");
        if (HandshakeSeconds is not (>= 0.1 and <= 600)) yield return FormattableString.Invariant($"Gemeo:Mqtt:Limits:HandshakeSeconds: expected 0.1 to 600 seconds, got {HandshakeSeconds}.");
    }
}
