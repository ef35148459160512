using System.Collections.Concurrent;
using MQTTnet;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Gemeo.Devices.Broker;

/// <summary>How much waits for each client of the embedded broker: queued, or sent and not acknowledged. MQTTnet bounds the queue by number only, and what is not
/// acknowledged not at all. Whoever has little waiting is never refused, however much the others have.</summary>
sealed class Backlogs(Func<string, bool> isHere)
{
    public const int MostHere = 10_000, MostAway = 1000;
    public const long MostBytes = 16 << 20, MostOfAll = 128 << 20, Little = 16 << 10;
    // Of a message in memory besides its payload.
    const int Overhead = 512;

    readonly ConcurrentDictionary<string, (int Messages, long Bytes)> _clients = new();
    long _bytes;

    public void Attach(MqttServer server)
    {
        server.ClientAcknowledgedPublishPacketAsync += e =>
        {
            Gone(e.ClientId, e.PublishPacket);
            return Task.CompletedTask;
        };
        server.SessionDeletedAsync += e =>
        {
            if (_clients.TryRemove(e.Id, out var had)) Interlocked.Add(ref _bytes, -had.Bytes);
            return Task.CompletedTask;
        };
    }

    /// <summary>Pure: whether one more may wait.</summary>
    public static bool HasRoom((int Messages, long Bytes) own, long all, bool here) =>
        own.Messages < (here ? MostHere : MostAway) && own.Bytes < MostBytes && (all < MostOfAll || own.Bytes < Little);

    /// <summary>Counts a message in, unless there is no room for it. For who is away only that is kept which is to arrive for certain.</summary>
    public bool Take(string client, MqttApplicationMessage message)
    {
        var here = isHere(client);
        if (!here && message.QualityOfServiceLevel == MqttQualityOfServiceLevel.AtMostOnce) return false;
        if (!HasRoom(_clients.GetValueOrDefault(client), Volatile.Read(ref _bytes), here)) return false;
        Count(client, 1, message.Payload.Length + Overhead);
        return true;
    }

    /// <summary>It is on its way and nobody will acknowledge it, or it was acknowledged, or it is not sent any more.</summary>
    public void Gone(string client, MqttPublishPacket packet) => Count(client, -1, -(packet.Payload.Length + Overhead));

    void Count(string client, int messages, long bytes)
    {
        var (before, after) = ((0, 0L), (0, 0L));
        _clients.AddOrUpdate(client, _ => after = (Math.Max(0, messages), Math.Max(0, bytes)), (_, had) =>
        {
            before = had;
            return after = (Math.Max(0, had.Messages + messages), Math.Max(0, had.Bytes + bytes));
        });
        Interlocked.Add(ref _bytes, after.Item2 - before.Item2);
        if (after == (0, 0L)) _clients.TryRemove(new(client, after));
    }
}
