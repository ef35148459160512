using MQTTnet.Formatter;
using MQTTnet.Formatter.V5;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Gemeo.Devices.Broker;

/// <summary>For a client that takes only so many messages at once, or only packets so long: what is too long is left out, what is too much waits here.</summary>
sealed class Outbox(int mostAtOnce, uint mostBytes, Func<MqttPublishPacket, CancellationToken, Task<bool>> send, Action<MqttPublishPacket> leaveOut)
{
    const int MostWaiting = 10_000;

    readonly Lock _lock = new();
    readonly Queue<MqttPublishPacket> _waiting = [];
    MqttV5PacketEncoder? _encoder;
    int _onItsWay;
    bool _sending;

    /// <summary>Null for one that sets no limit.</summary>
    public static Outbox? For(MqttConnectPacket client, Func<MqttPublishPacket, CancellationToken, Task<bool>> send, Action<MqttPublishPacket> leaveOut) =>
        client is { ReceiveMaximum: 0 or ushort.MaxValue, MaximumPacketSize: 0 } ? null
            : new(client.ReceiveMaximum == 0 ? ushort.MaxValue : client.ReceiveMaximum, client.MaximumPacketSize, send, leaveOut);

    public Task Send(MqttPublishPacket packet, CancellationToken cancel)
    {
        if (mostBytes > 0 && !Fits(packet))
        {
            leaveOut(packet);
            return Task.CompletedTask;
        }
        if (packet.QualityOfServiceLevel == MqttQualityOfServiceLevel.AtMostOnce) return send(packet, cancel);
        Add(packet);
        return Drain(cancel);
    }

    /// <summary>The client is through with one.</summary>
    public void Close(CancellationToken cancel)
    {
        lock (_lock) _onItsWay = Math.Max(0, _onItsWay - 1);
        // Not awaited: a client that reads nothing must not keep us from reading it.
        _ = Go();

        async Task Go()
        {
            try { await Drain(cancel).ConfigureAwait(false); }
            catch (Exception) { /* whoever reads the connection finds its end */ }
        }
    }

    void Add(MqttPublishPacket packet)
    {
        MqttPublishPacket? oldest = null;
        lock (_lock)
        {
            _waiting.Enqueue(packet);
            if (_waiting.Count > MostWaiting) oldest = _waiting.Dequeue();
        }
        if (oldest is not null) leaveOut(oldest);
    }

    async Task Drain(CancellationToken cancel)
    {
        while (Next() is { } packet)
        {
            var sent = false;
            try { sent = await send(packet, cancel).ConfigureAwait(false); }
            finally
            {
                lock (_lock)
                {
                    _sending = false;
                    if (!sent) _onItsWay--;
                }
            }
        }
    }

    // One at a time, so that their order stays.
    MqttPublishPacket? Next()
    {
        lock (_lock)
        {
            if (_sending || _onItsWay >= mostAtOnce || !_waiting.TryDequeue(out var packet)) return null;
            _sending = true;
            _onItsWay++;
            return packet;
        }
    }

    bool Fits(MqttPublishPacket packet) => (_encoder ??= new(new MqttBufferWriter(256, 4096))).Encode(packet).Length <= mostBytes;
}
