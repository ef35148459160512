using Gemeo.Bench.Wire;

namespace Gemeo.Bench.Commands;

/// <summary>The floor under the bare round trip: the same packets written by hand on one blocking thread, without any library.</summary>
sealed class WireTrip : IDisposable
{
    readonly MqttLine _line;
    ushort _id;

    public WireTrip(int port)
    {
        _line = new MqttLine(port, "wire-trip");
        _line.Subscribe("wire/lamp/state", qos: 1);
    }

    public void Go(int n)
    {
        _id = (ushort)(_id == ushort.MaxValue ? 1 : _id + 1);
        _line.Send(MqttPackets.Publish("wire/lamp/set", n % 2 == 0 ? "ON"u8 : "OFF"u8, 1, _id));
        MqttPacket packet;
        do
            packet = _line.Receive();
        while (packet.Kind != 0x30);
        _line.Send(MqttPackets.PubAck(packet.Id));
    }

    public void Dispose() => _line.Dispose();
}
