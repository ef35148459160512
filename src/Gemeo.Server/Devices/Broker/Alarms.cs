using System.Collections.Concurrent;

namespace Gemeo.Devices.Broker;

/// <summary>What happens after a while unless it is called off; one of each name.</summary>
sealed class Alarms(TimeProvider time) : IDisposable
{
    // A timer knows no more than 49 days.
    static readonly TimeSpan _longest = TimeSpan.FromDays(40);

    readonly ConcurrentDictionary<string, Alarm> _set = new();

    public void Set(string name, TimeSpan after, Func<Task> action)
    {
        var alarm = new Alarm(action, after);
        alarm.Timer = time.CreateTimer(_ => Ring(name, alarm), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _set.AddOrUpdate(name, alarm, (_, old) =>
        {
            old.Timer!.Dispose();
            return alarm;
        });
        Wind(alarm);
    }

    /// <summary>Calls it off; what it would have done, when it was set.</summary>
    public Func<Task>? CallOff(string name)
    {
        if (_set.IsEmpty || !_set.TryRemove(name, out var alarm)) return null;
        alarm.Timer!.Dispose();
        return alarm.Action;
    }

    void Ring(string name, Alarm alarm)
    {
        if (alarm.Left > TimeSpan.Zero) Wind(alarm);
        else if (_set.TryRemove(new(name, alarm)))
        {
            alarm.Timer!.Dispose();
            _ = alarm.Action();
        }
    }

    static void Wind(Alarm alarm)
    {
        var next = alarm.Left < _longest ? alarm.Left : _longest;
        alarm.Left -= next;
        alarm.Timer!.Change(next, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        foreach (var name in _set.Keys) CallOff(name);
    }

    sealed class Alarm(Func<Task> action, TimeSpan left)
    {
        public Func<Task> Action => action;
        public TimeSpan Left { get; set; } = left;
        public ITimer? Timer { get; set; }
    }
}
