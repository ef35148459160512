using System.Net.Sockets;
using Gemeo.Bench.Wire;

namespace Gemeo.Bench.Commands;

/// <summary>A device that obeys at once: what it is told on <c>…/set</c> it reports on <c>…/state</c>. One blocking thread.</summary>
sealed class EchoLamp : IDisposable
{
    readonly MqttLine _line;

    public EchoLamp(int port)
    {
        _line = new MqttLine(port, "echo-lamp");
        _line.Subscribe("+/lamp/set", qos: 1);
        new Thread(Run) { IsBackground = true, Name = "echo lamp" }.Start();
    }

    public void Dispose() => _line.Dispose();

    void Run()
    {
        ushort id = 0;
        try
        {
            while (true)
            {
                var told = _line.Receive();
                if (told.Kind != 0x30)
                    continue;
                id = (ushort)(id == ushort.MaxValue ? 1 : id + 1);
                var state = told.Topic[..^"set".Length] + "state";
                _line.Send([.. MqttPackets.Publish(state, told.Payload, 1, id), .. told.Qos > 0 ? MqttPackets.PubAck(told.Id) : []]);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // The bench is done with the lamp.
        }
    }
}
