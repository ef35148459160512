using System.Collections.Concurrent;
using Gemeo.Hosting;

namespace Gemeo.Presence;

/// <summary>This node's one observer: what rooms tell goes on to the connections that are here.</summary>
public sealed class PresenceNode(IGrainFactory grains, TimeProvider time, ILogger<PresenceNode> log) : IRoomObserver
{
    readonly ConcurrentDictionary<string, LocalRoom> _rooms = new();
    IRoomObserver? _self;

    /// <summary>Who is here, in all rooms.</summary>
    public int People => _rooms.Sum(r => r.Value.People);

    public Task Enter(string room, Seat seat, string name, Pose pose, string? token) => Room(room).Enter(seat, name, pose, token, Self());

    public LocalRoom Room(string name) => _rooms.GetOrAdd(name, n => new(grains.GetGrain<IRoom>(n), time, log));

    public void Happened(News news) => Room(news.Room).Tell(news);

    public void Replaced(string room, string seat)
    {
        if (Room(room).Remove(seat) is { } old)
            old.End(TextFrame.Of(SocketRefusal.Json(null, Fault.Superseded, "this person came back over another connection", old.Language)));
    }

    // Two at once make two references to the same object; one of them is kept.
    IRoomObserver Self() => _self ?? Interlocked.CompareExchange(ref _self, grains.CreateObjectReference<IRoomObserver>(this), null) ?? _self!;
}
