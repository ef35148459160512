using System.Buffers.Binary;
using System.Text;

namespace Gemeo.Fuzz.Mqtt;

/// <summary>MQTT packets as bytes, right unless told otherwise. Version 4 is 3.1.1, 5 is 5.</summary>
public static class Packets
{
    public static byte[] Connect(int version, string client, string? user = null, string? password = null, int keepAlive = 60, bool clean = true, (string Topic, byte[] Payload, int Flags)? will = null, byte[]? properties = null)
    {
        var flags = (clean ? 2 : 0) | (user is null ? 0 : 0x80) | (password is null ? 0 : 0x40) | (will is null ? 0 : 4 | will.Value.Flags);
        byte[] none = version == 5 ? [0] : [];
        return Packet(0x10,
        [
            .. Text("MQTT"), (byte)version, (byte)flags, .. Short(keepAlive), .. version == 5 ? WithLength(properties ?? []) : [], .. Text(client),
            .. will is { } last ? [.. none, .. Text(last.Topic), .. Short(last.Payload.Length), .. last.Payload] : Array.Empty<byte>(),
            .. user is null ? [] : Text(user), .. password is null ? [] : Text(password),
        ]);
    }

    public static byte[] Publish(int version, string topic, byte[] payload, int qos, int packet, bool retain = false, bool again = false, byte[]? properties = null) =>
        Packet((byte)(0x30 | (qos << 1) | (retain ? 1 : 0) | (again ? 8 : 0)), [.. Text(topic), .. qos > 0 ? Short(packet) : [], .. version == 5 ? WithLength(properties ?? []) : [], .. payload]);

    public static byte[] Subscribe(int version, int packet, byte[]? properties, params (string Filter, int Options)[] filters) =>
        Packet(0x82, [.. Short(packet), .. version == 5 ? WithLength(properties ?? []) : [], .. filters.SelectMany(f => (byte[])[.. Text(f.Filter), (byte)f.Options])]);

    public static byte[] Unsubscribe(int version, int packet, params string[] filters) =>
        Packet(0xa2, [.. Short(packet), .. version == 5 ? (byte[])[0] : [], .. filters.SelectMany(Text)]);

    /// <summary>PUBACK, PUBREC, PUBREL, PUBCOMP.</summary>
    public static byte[] Acknowledge(byte first, int packet, int? reason = null) => Packet(first, [.. Short(packet), .. reason is { } r ? (byte[])[(byte)r, 0] : []]);

    public static byte[] Packet(byte first, byte[] body) => [first, .. WithLength(body)];

    public static byte[] WithLength(byte[] body) => [.. Variable((uint)body.Length), .. body];

    public static byte[] Variable(uint value)
    {
        var bytes = new List<byte>();
        do
        {
            var more = value >> 7;
            bytes.Add((byte)((value & 0x7f) | (more > 0 ? 0x80u : 0)));
            value = more;
        }
        while (value > 0);
        return [.. bytes];
    }

    public static byte[] Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. Short(bytes.Length), .. bytes];
    }

    public static byte[] Short(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        return bytes;
    }
}
