using System.Security.Cryptography;
using Gemeo.Hosting;
using Microsoft.Extensions.Options;

namespace Gemeo.Presence;

/// <summary>The single writer of one room: applies the pure rules, and tells each node what happened, fifteen times a second at most.
/// It stays as long as somebody is in it, and forgets all when nobody is.</summary>
[KeepAlive]
public sealed class RoomGrain(IOptions<Settings> settings, TimeProvider time) : Grain, IRoom
{
    static readonly TimeSpan _tickLength = TimeSpan.FromSeconds(1) / 15;

    readonly long _began = time.GetTimestamp();
    readonly TimeSpan _grace = TimeSpan.FromSeconds(settings.Value.Presence.Grace);
    readonly int _cap = settings.Value.Presence.RoomCap;
    readonly Dictionary<string, IRoomObserver> _nodes = [];
    Room _room = Room.Empty, _told = Room.Empty;
    TimeSpan _next;
    long _tick;
    IGrainTimer _timer = null!;

    string Name => this.GetPrimaryKeyString();
    TimeSpan Now => time.GetElapsedTime(_began);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _timer = this.RegisterGrainTimer(_ => Tick(), new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        return Task.CompletedTask;
    }

    public Task<Inside> Enter(Guest guest, IRoomObserver node)
    {
        var (room, person, replaced) = RoomRules.Enter(_room, guest, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), _cap);
        if (replaced is not null && _nodes.Remove(replaced, out var old)) old.Replaced(Name, replaced);
        _nodes[guest.Seat] = node;
        Become(room);
        // Told before it is answered, so that the newcomer's first room is up to date.
        if (Now >= _next) Tell();
        return Task.FromResult(Whole(person));
    }

    public Task<Inside?> Look(string seat) => Task.FromResult(_room.At(seat) is { } person ? Whole(person) : null);

    public Task Move(Step[] steps)
    {
        Become(steps.Aggregate(_room, RoomRules.Move));
        return Task.CompletedTask;
    }

    public Task Leave(string seat, bool cut)
    {
        _nodes.Remove(seat);
        Become(cut ? RoomRules.Cut(_room, seat, Now, _cap) : RoomRules.Leave(_room, seat, _cap));
        return Task.CompletedTask;
    }

    public Task<RoomView> View()
    {
        // Anybody may ask; a room in which nobody is is not kept.
        if (_room.Inside.IsEmpty) DeactivateOnIdle();
        return Task.FromResult(new RoomView([.. _room.People.Select(Seen)], _room.Observers));
    }

    void Become(Room room)
    {
        _room = room;
        Arm();
    }

    // The room as told, not as it is: the next news goes on from there. The role is the newest, or a seat would wait for news that it has had.
    Inside Whole(Person person) => new(Name, _tick, person.Id, person.Token, person.Watches, _cap, [.. _told.People.Where(p => p.Id != person.Id).Select(Seen)]);

    static Seen Seen(Person person) => new(person.Id, person.Name, person.Pose);

    Task Tick()
    {
        _room = RoomRules.Sweep(_room, Now - _grace, _cap);
        if (Now >= _next) Tell();
        if (_room.Inside.IsEmpty && _told.Inside.IsEmpty) DeactivateOnIdle();
        else Arm();
        return Task.CompletedTask;
    }

    void Tell()
    {
        var difference = Difference.Between(_told, _room);
        _told = _room;
        if (difference.IsNothing) return;
        _next = Now - _next < _tickLength ? _next + _tickLength : Now + _tickLength;
        var news = new News(Name, ++_tick, RoomJson.News(Name, difference), [.. difference.Promoted]);
        foreach (var node in _nodes.Values.Distinct()) node.Happened(news);
    }

    // No timer runs in a room in which nothing happens.
    void Arm()
    {
        var due = ReferenceEquals(_room, _told) ? TimeSpan.MaxValue : _next;
        foreach (var person in _room.Inside)
            if (person.Cut is { } since && since + _grace < due) due = since + _grace;
        // A timer counts whole milliseconds; one that came early would only be set again.
        if (due != TimeSpan.MaxValue) _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max((due - Now).TotalMilliseconds, 0))), Timeout.InfiniteTimeSpan);
    }
}
