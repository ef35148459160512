using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Gemeo.Simulator.Wire;

namespace Gemeo.Simulator.Load;

/// <summary>The few packets of MQTT 3.1.1 that a client needs which only publishes.</summary>
static class PublisherPackets
{
    const byte CleanSession = 0x02;
    const byte HasUser = 0x80;
    const byte HasPassword = 0x40;

    /// <summary>CONNECT with a clean session and without keep-alive.</summary>
    public static byte[] Connect(string clientId, Broker broker)
    {
        var flags = CleanSession | (broker.User is null ? 0 : HasUser) | (broker.Password is null || broker.User is null ? 0 : HasPassword);
        var body = new ArrayBufferWriter<byte>();
        Text(body, "MQTT");
        body.Write<byte>([4, (byte)flags, 0, 0]);
        Text(body, clientId);
        if (broker.User is not null)
            Text(body, broker.User);
        if (broker is { User: not null, Password: not null })
            Text(body, broker.Password);
        var packet = new ArrayBufferWriter<byte>();
        packet.Write<byte>([0x10]);
        Length(packet, body.WrittenCount);
        packet.Write(body.WrittenSpan);
        return packet.WrittenSpan.ToArray();
    }

    /// <summary>PUBLISH; an id of 0 makes it QoS 0.</summary>
    public static void Publish(IBufferWriter<byte> output, ReadOnlySpan<byte> topic, ReadOnlySpan<byte> payload, ushort id)
    {
        output.Write<byte>([(byte)(id == 0 ? 0x30 : 0x32)]);
        Length(output, 2 + topic.Length + (id == 0 ? 0 : 2) + payload.Length);
        Number(output, (ushort)topic.Length);
        output.Write(topic);
        if (id != 0)
            Number(output, id);
        output.Write(payload);
    }

    static void Text(ArrayBufferWriter<byte> output, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Number(output, (ushort)utf8.Length);
        output.Write(utf8);
    }

    static void Number(IBufferWriter<byte> output, ushort number)
    {
        BinaryPrimitives.WriteUInt16BigEndian(output.GetSpan(2), number);
        output.Advance(2);
    }

    static void Length(IBufferWriter<byte> output, int length)
    {
        do
        {
            var more = length > 127;
            output.Write<byte>([(byte)((length & 127) | (more ? 128 : 0))]);
            length >>= 7;
        }
        while (length > 0);
    }
}
