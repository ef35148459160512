namespace Gemeo.Devices.Broker;

/// <summary>How fast somebody may go on: so many in a second, twice as many in a burst. Whoever is faster is told how long to wait; each that
/// waits has its place, so that one who hurries takes no other's.</summary>
sealed class Pace(double perSecond, TimeProvider time)
{
    readonly long _step = (long)(time.TimestampFrequency / perSecond), _burst = (long)(time.TimestampFrequency * 2.0);
    readonly Lock _lock = new();
    long _next;

    /// <summary>Takes a place; how long until it is there.</summary>
    public TimeSpan Take()
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            _next = Math.Max(_next, now - _burst) + _step;
            return _next <= now ? TimeSpan.Zero : time.GetElapsedTime(now, _next);
        }
    }

    /// <summary>Takes a place only when it is there now.</summary>
    public bool TryTake()
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var next = Math.Max(_next, now - _burst) + _step;
            if (next > now) return false;
            _next = next;
            return true;
        }
    }

    /// <summary>Nobody has taken a place for so long that it may be forgotten.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock) return _next < time.GetTimestamp() - _burst;
        }
    }
}
