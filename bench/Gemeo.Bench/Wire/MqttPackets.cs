using System.Buffers.Binary;
using System.Text;

namespace Gemeo.Bench.Wire;

/// <summary>The few MQTT 3.1.1 packets a bench sends, written by hand so that the load costs next to nothing.</summary>
static class MqttPackets
{
    public static byte[] Connect(string clientId)
    {
        byte[] head = [0, 4, .. "MQTT"u8, 4, 0x02, 0, 0];
        return Packet(0x10, [.. head, .. Text(clientId)]);
    }

    public static byte[] Subscribe(string filter, int qos) => Packet(0x82, [0, 1, .. Text(filter), (byte)qos]);

    public static byte[] Publish(string topic, ReadOnlySpan<byte> payload, int qos, ushort id)
    {
        byte[] identifier = qos == 0 ? [] : [(byte)(id >> 8), (byte)id];
        return Packet((byte)(0x30 | (qos << 1)), [.. Text(topic), .. identifier, .. payload]);
    }

    public static byte[] PubAck(ushort id) => [0x40, 2, (byte)(id >> 8), (byte)id];

    public static byte[] Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var whole = new byte[bytes.Length + 2];
        BinaryPrimitives.WriteUInt16BigEndian(whole, (ushort)bytes.Length);
        bytes.CopyTo(whole, 2);
        return whole;
    }

    static byte[] Packet(byte kind, ReadOnlySpan<byte> body)
    {
        var length = new List<byte>(4);
        var rest = body.Length;
        do
        {
            length.Add((byte)((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0)));
            rest >>= 7;
        }
        while (rest > 0);
        return [kind, .. length, .. body];
    }
}
