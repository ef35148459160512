using System.Collections.Concurrent;

namespace Gemeo.Presence;

/// <summary>One room as far as this node has people in it.</summary>
public sealed partial class LocalRoom(IRoom room, TimeProvider time, ILogger log)
{
    // However much somebody says, a room is called a hundred times a second by each node at most.
    static readonly TimeSpan _gathering = TimeSpan.FromMilliseconds(10);

    // So many are told at once, then a breath: a full room of writes in one go would stand before whatever else this machine does.
    const int AtOnce = 4, Breaths = 16;
    static readonly TimeSpan _breath = TimeSpan.FromMilliseconds(1);

    readonly ConcurrentDictionary<string, Seat> _seats = new();
    readonly Lock _lock = new();
    readonly Dictionary<string, Pose> _poses = [];
    bool _gathers;

    public int People => _seats.Count;

    public async Task Enter(Seat seat, string name, Pose pose, string? token, IRoomObserver node)
    {
        _seats[seat.Id] = seat;
        try { seat.Begin(await room.Enter(new(seat.Id, name, pose, token), node), () => room.Look(seat.Id)); }
        catch
        {
            _seats.TryRemove(seat.Id, out _);
            throw;
        }
    }

    public Task Leave(Seat seat, bool cut)
    {
        _seats.TryRemove(seat.Id, out _);
        return room.Leave(seat.Id, cut);
    }

    /// <summary>Is handed to the room with what others do in the same moment; the newest pose counts.</summary>
    public void Move(Seat seat, Pose pose)
    {
        lock (_lock)
        {
            _poses[seat.Id] = pose;
            if (_gathers) return;
            _gathers = true;
        }
        _ = HandOver();
    }

    public void Tell(News news) => _ = TellEach(news);

    async Task TellEach(News news)
    {
        var (told, atOnce) = (0, Math.Max(AtOnce, _seats.Count / Breaths));
        foreach (var (_, seat) in _seats)
        {
            if (told > 0 && told % atOnce == 0) await Task.Delay(_breath, time);
            seat.Tell(news);
            told++;
        }
    }

    public Seat? Remove(string seat) => _seats.TryRemove(seat, out var was) ? was : null;

    // One call at a time, so that what was said last arrives last.
    async Task HandOver()
    {
        while (true)
        {
            await Task.Delay(_gathering, time);
            if (Take() is not { Length: > 0 } steps) return;
            try { await room.Move(steps); }
            catch (OrleansException) { /* the server stops; nobody misses a step */ }
            catch (Exception why) { Failed(log, why); }
        }
    }

    Step[] Take()
    {
        lock (_lock)
        {
            _gathers = _poses.Count > 0;
            Step[] steps = [.. _poses.Select(p => new Step(p.Key, p.Value))];
            _poses.Clear();
            return steps;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Moves were lost.")]
    static partial void Failed(ILogger log, Exception why);
}
