using MQTTnet;
using MQTTnet.Adapter;
using MQTTnet.Channel;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Formatter;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Gemeo.Devices.Broker;

/// <summary>A message, and the connection on which it is acknowledged.</summary>
sealed record Delivered(MqttPublishPacket Packet, SharedChannel Connection)
{
    /// <summary>The broker keeps it until it is acknowledged.</summary>
    public bool IsKept => Packet.QualityOfServiceLevel != MqttQualityOfServiceLevel.AtMostOnce;
}

/// <summary>Takes messages where MQTTnet's client reads them. Its own way would hand them on by a queue that has no end, which a flood fills,
/// and by another thread, which costs a command time and a flood throughput. While one is taken no more are read: what is not read waits at the broker,
/// which knows its limits.</summary>
sealed class Tap(Func<MqttClientOptions, IMqttChannel> open, Func<Delivered, Task> take) : IMqttClientAdapterFactory
{
    // As long as MQTT lets a packet be: which ones it hands on is the broker's to say.
    const int LongestPacket = 268_435_455;

    readonly Func<Delivered, Task> _take = take;

    long _received;

    /// <summary>Counts what comes in: while it rises the broker is there, whatever it has not answered yet.</summary>
    public long Received => Volatile.Read(ref _received);

    public IMqttChannelAdapter CreateClientAdapter(MqttClientOptions options, MqttPacketInspector packetInspector, IMqttNetLogger logger)
    {
        var channel = new SharedChannel(new FramedChannel(open(options), LongestPacket));
        var formatter = new MqttPacketFormatterAdapter(options.ProtocolVersion, new MqttBufferWriter(options.WriterBufferSize, options.WriterBufferSizeMax));
        return new Connection(new MqttChannelAdapter(channel, formatter, logger) { AllowPacketFragmentation = options.AllowPacketFragmentation, PacketInspector = packetInspector }, channel, this);
    }

    /// <summary>The answer to a ping comes behind all that the broker has for us, which may take longer than the library waits; it would hang up, and get it all again.
    /// So any message is an answer, and so is one that we are still busy with.</summary>
    sealed class Connection(MqttChannelAdapter inner, SharedChannel channel, Tap tap) : PassingChannel(inner)
    {
        static readonly MqttPingRespPacket _alive = new();
        volatile TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task _taking = Task.CompletedTask;

        public override Task SendPacketAsync(MqttPacket packet, CancellationToken cancellationToken)
        {
            if (packet is MqttPingReqPacket) _asked.TrySetResult();
            return base.SendPacketAsync(packet, cancellationToken);
        }

        public override async Task<MqttPacket> ReceivePacketAsync(CancellationToken cancellationToken)
        {
            while (true)
            {
                if (!_taking.IsCompleted) await Task.WhenAny(_taking, _asked.Task).ConfigureAwait(false);
                else if (!_taking.IsCompletedSuccessfully) await _taking.ConfigureAwait(false);
                if (Answered()) return _alive;
                if (!_taking.IsCompleted) continue;
                var packet = await Receive(cancellationToken).ConfigureAwait(false);
                Interlocked.Increment(ref tap._received);
                if (packet is MqttPublishPacket publish) _taking = tap._take(new(publish, channel));
                else if (packet is not MqttPingRespPacket || Answered()) return packet;
            }
        }

        bool Answered()
        {
            if (!_asked.Task.IsCompleted) return false;
            _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return true;
        }
    }
}
