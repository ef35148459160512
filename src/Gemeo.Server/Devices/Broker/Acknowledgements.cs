using System.Collections.Concurrent;
using System.Threading.Channels;
using MQTTnet.Packets;

namespace Gemeo.Devices.Broker;

/// <summary>One connection, from before it is made until it is lost.</summary>
sealed class Line
{
    readonly TaskCompletionSource<string> _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the reason when the line is lost or of no more use.</summary>
    public Task<string> Broken => _broken.Task;

    public void Break(string why) => _broken.TrySetResult(why);
}

/// <summary>A message that waits for its commit, and the connection it came by.</summary>
sealed record Unacknowledged(Line Line, Delivered Message, Task Committed);

/// <summary>Acknowledges what is on disk, in the order in which it came. After one that is not, nothing more of its connection:
/// the broker delivers all of it again, in order, on the next.</summary>
sealed partial class Acknowledgements(DeviceGateway gateway, ILogger log)
{
    const int MostAtOnce = 256;

    readonly Channel<Unacknowledged> _waiting = Channel.CreateBounded<Unacknowledged>(4096);
    readonly List<Unacknowledged> _due = new(MostAtOnce);
    // By packet id, over the connections of one session: what the broker was not told that we have.
    readonly ConcurrentDictionary<ushort, Unacknowledged> _open = new();

    public ValueTask AddAsync(Unacknowledged message, CancellationToken cancel)
    {
        _open[message.Message.Packet.PacketIdentifier] = message;
        return _waiting.Writer.WriteAsync(message, cancel);
    }

    /// <summary>The commit of a message that the broker delivers again, since the connection broke before it was acknowledged; null when it was not taken yet.</summary>
    public Task? Known(MqttPublishPacket packet) =>
        packet.Dup && _open.TryGetValue(packet.PacketIdentifier, out var known) && known.Committed is { IsCompleted: false } or { IsCompletedSuccessfully: true }
            && known.Message.Packet.Topic == packet.Topic && Payloads.Same(known.Message.Packet.Payload, packet.Payload) ? known.Committed : null;

    /// <summary>The broker knows nothing of a session any more: its packet ids begin anew.</summary>
    public void Forget() => _open.Clear();

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var message in _waiting.Reader.ReadAllAsync(stop))
            {
                if (message.Line.Broken.IsCompleted) _due.Clear();
                else if (await Why(message.Committed, message.Message.Packet, stop) is { } lost) message.Line.Break(lost);
                else await Acknowledge(message, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
    }

    // What was committed together is acknowledged together; nobody waits for what is not on disk yet.
    async Task Acknowledge(Unacknowledged message, CancellationToken stop)
    {
        _due.Add(message);
        if (_due.Count < MostAtOnce && _waiting.Reader.TryPeek(out var next) && next.Line == message.Line && next.Committed.IsCompletedSuccessfully) return;
        try
        {
            await message.Message.Connection.AcknowledgeAsync([.. _due.Select(d => d.Message.Packet.PacketIdentifier)], stop);
            foreach (var told in _due) _open.TryRemove(new(told.Message.Packet.PacketIdentifier, told));
        }
        catch (Exception why) when (!stop.IsCancellationRequested) { message.Line.Break(why.Message); }
        finally { _due.Clear(); }
    }

    /// <summary>Null when it is on disk, as what it told or as what could not be taken.</summary>
    async Task<string?> Why(Task committed, MqttPublishPacket message, CancellationToken stop)
    {
        try { await committed.WaitAsync(stop); }
        catch (Exception why) when (!stop.IsCancellationRequested)
        {
            NotAcknowledged(log, message.Topic, why.Message);
            return await gateway.RefuseAsync(message.Topic, message.Payload, why) ? null : why.Message;
        }
        return null;
    }

    [LoggerMessage(4, LogLevel.Warning, "A message on {Topic} could not be put on record: {Why}")]
    static partial void NotAcknowledged(ILogger log, string topic, string why);
}
