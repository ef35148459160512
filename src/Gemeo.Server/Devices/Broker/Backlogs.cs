using System.Collections.Concurrent;
using MQTTnet;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Gemeo.Devices.Broker;

/// <summary>How many bytes wait for each client of the embedded broker: queued, or sent and not acknowledged, which are bounded in number elsewhere.
/// Whoever has little waiting is never refused, however much the others have.</summary>
sealed class Backlogs(Func<string, bool> isHere)
{
    public const long MostBytes = 16 << 20, MostOfAll = 128 << 20, Little = 16 << 10;
    // Of a message in memory besides its payload.
    const int Overhead = 512;

    readonly ConcurrentDictionary<string, long> _clients = new();
    long _bytes;

    public void Attach(MqttServer server)
    {
        server.ClientAcknowledgedPublishPacketAsync += e =>
        {
            Gone(e.ClientId, e.PublishPacket);
            return Task.CompletedTask;
        };
        // MQTTnet drops from a queue that is taken up again without a word; what a count would miss is nobody's burden.
        server.ClientConnectedAsync += e => Clear(e.ClientId);
        server.SessionDeletedAsync += e => Clear(e.Id);
    }

    Task Clear(string client)
    {
        if (_clients.TryRemove(client, out var had)) Interlocked.Add(ref _bytes, -had);
        return Task.CompletedTask;
    }

    /// <summary>Pure: whether one more may wait.</summary>
    public static bool HasRoom(long own, long all) => own < MostBytes && (all < MostOfAll || own < Little);

    /// <summary>Counts a message in, unless there is no room for it. For who is away only that is kept which is to arrive for certain.</summary>
    public bool Take(string client, MqttApplicationMessage message)
    {
        if (message.QualityOfServiceLevel == MqttQualityOfServiceLevel.AtMostOnce && !isHere(client)) return false;
        if (!HasRoom(_clients.GetValueOrDefault(client), Volatile.Read(ref _bytes))) return false;
        Count(client, message.Payload.Length + Overhead);
        return true;
    }

    /// <summary>It is on its way and nobody will acknowledge it, or it was acknowledged, or it is not sent any more.</summary>
    public void Gone(string client, MqttPublishPacket packet) => Count(client, -(packet.Payload.Length + Overhead));

    void Count(string client, long bytes)
    {
        while (true)
        {
            var before = _clients.GetOrAdd(client, 0);
            var after = Math.Max(0, before + bytes);
            if (!_clients.TryUpdate(client, after, before)) continue;
            Interlocked.Add(ref _bytes, after - before);
            if (after == 0) _clients.TryRemove(new(client, 0));
            return;
        }
    }
}
