using Gemeo.Bench.Wire;

namespace Gemeo.Bench.Commands;

/// <summary>The bare round trip: tell the lamp through the broker, and wait for what it reports. QoS 1, as the server does.</summary>
sealed class BareTrip : IDisposable
{
    readonly MqttLine _line;
    ushort _id;

    public BareTrip(int port)
    {
        _line = new MqttLine(port, "bare-trip");
        _line.Subscribe("bare/lamp/state", qos: 1);
    }

    public void Go(int n)
    {
        _id = (ushort)(_id == ushort.MaxValue ? 1 : _id + 1);
        _line.Send(MqttPackets.Publish("bare/lamp/set", n % 2 == 0 ? "ON"u8 : "OFF"u8, 1, _id));
        MqttPacket packet;
        do
            packet = _line.Receive();
        while (packet.Kind != 0x30);
        _line.Send(MqttPackets.PubAck(packet.Id));
    }

    public void Dispose() => _line.Dispose();
}
