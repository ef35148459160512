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
    readonly List<ushort> _due = new(MostAtOnce);

    public ValueTask AddAsync(Unacknowledged message, CancellationToken cancel) => _waiting.Writer.WriteAsync(message, cancel);

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
        _due.Add(message.Message.Packet.PacketIdentifier);
        if (_due.Count < MostAtOnce && _waiting.Reader.TryPeek(out var next) && next.Line == message.Line && next.Committed.IsCompletedSuccessfully) return;
        try { await message.Message.Connection.AcknowledgeAsync(_due, stop); }
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
