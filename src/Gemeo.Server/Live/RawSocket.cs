using System.Net.WebSockets;
using Gemeo.Devices.Codec;
using Gemeo.Log;

namespace Gemeo.Live;

/// <summary>What the seed's client saw: the bare text that a device sent on a topic, after its commit. No cursor, so no catching up.</summary>
public sealed class RawSocket(LiveSocket live, WebSocket socket, Follower follower, string topic)
{
    public async Task FollowAsync(CancellationToken cancel)
    {
        var at = follower.Head;
        RawMessage? last = null;
        while (socket.State == WebSocketState.Open)
        {
            if (follower.Next(at) is not { } batch)
            {
                await follower.WaitAsync(at);
                cancel.ThrowIfCancellationRequested();
                continue;
            }
            for (var i = (int)(at + 1 - batch.First); i < batch.Entries.Length; i++)
            {
                // One message may have fed several things; the client sees it once.
                if (batch.Entries[i] is not { Kind: not EntryKind.Security, Raw: { } raw } || ReferenceEquals(raw, last) || !TopicFilter.Matches(topic, raw.Topic)) continue;
                last = raw;
                await live.SendText(raw.Payload, cancel);
            }
            at = batch.Last;
        }
    }
}
