using System.Net.WebSockets;
using Gemeo.Devices.Codec;
using Gemeo.Log;

namespace Gemeo.Live;

/// <summary>What the seed's client saw: the bare text that a device sent on a topic, after its commit. No cursor, so no catching up:
/// the messages are kept in memory only, and a client that falls behind them is told and closed.</summary>
public sealed class RawSocket(LiveSocket live, WebSocket socket, Follower follower, string topic)
{
    const int Remembered = 4096;

    readonly HashSet<RawMessage> _told = new(ReferenceEqualityComparer.Instance);
    readonly Queue<RawMessage> _oldest = new();

    public async Task FollowAsync(CancellationToken cancel)
    {
        var at = follower.Head;
        while (socket.State == WebSocketState.Open)
        {
            if (await live.CloseOver()) return;
            if (at >= follower.Head)
            {
                await follower.WaitAsync(at);
                cancel.ThrowIfCancellationRequested();
                continue;
            }
            if (follower.Newest(at) is not { } batch)
            {
                await live.CloseSlow(at);
                return;
            }
            for (var i = (int)(at + 1 - batch.First); i < batch.Entries.Length; i++)
                if (batch.Entries[i] is { Kind: not EntryKind.Security, Raw: { } raw } && TopicFilter.Matches(topic, raw.Topic) && IsNew(raw)) await live.SendText(raw.Payload, cancel);
            at = batch.Last;
        }
    }

    // One message may have fed several things, whose entries need not lie together; the client sees it once.
    bool IsNew(RawMessage raw)
    {
        if (!_told.Add(raw)) return false;
        _oldest.Enqueue(raw);
        if (_oldest.Count > Remembered) _told.Remove(_oldest.Dequeue());
        return true;
    }
}
