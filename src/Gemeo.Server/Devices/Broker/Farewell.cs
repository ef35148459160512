using MQTTnet.Exceptions;
using MQTTnet.Formatter;
using MQTTnet.Formatter.V5;
using MQTTnet.Protocol;

namespace Gemeo.Devices.Broker;

/// <summary>A client's DISCONNECT. In MQTT 5 it may end its session with it, by keeping it for zero seconds; to MQTTnet that is as if it had said nothing of it.</summary>
sealed class Farewell
{
    public const byte PacketType = 0xE0;
    const int MostBytes = 1024;

    readonly List<byte> _body = [];

    public void Hear(ReadOnlySpan<byte> bytes)
    {
        if (_body.Count + bytes.Length <= MostBytes) _body.AddRange(bytes);
    }

    public bool EndsSession()
    {
        // The reason, the length of what follows, and at least those five bytes.
        if (_body.Count < 7) return false;
        var body = new MqttBufferReader();
        body.SetBuffer([.. _body], 1, _body.Count - 1);
        try { return SaysZero(new MqttV5PropertiesReader(body)); }
        catch (MqttProtocolViolationException) { return false; }
    }

    static bool SaysZero(MqttV5PropertiesReader properties)
    {
        while (properties.MoveNext())
            if (properties.CurrentPropertyId == MqttPropertyId.SessionExpiryInterval) return properties.ReadSessionExpiryInterval() == 0;
            else if (properties.CurrentPropertyId == MqttPropertyId.ReasonString) properties.ReadReasonString();
            else return false;
        return false;
    }
}
