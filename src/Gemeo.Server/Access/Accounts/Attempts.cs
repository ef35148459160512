using Gemeo.Log;

namespace Gemeo.Access.Accounts;

/// <summary>How often somebody may be wrong: by the name they give, whether anybody has it or not, and by the address they come from.</summary>
public sealed class Attempts(TimeProvider time)
{
    public const int MostOfName = 10, MostOfAddress = 30;
    const int MostKnown = 10_000;
    static readonly long _within = (long)TimeSpan.FromMinutes(5).TotalMicroseconds;

    readonly Lock _lock = new();
    readonly Dictionary<string, (int Count, long Since)> _failed = [];
    long? _forgot;

    /// <summary>Counts one before it is tried, so that many at once are not all let through; false when there were too many.</summary>
    public bool Begin(string name, string address)
    {
        lock (_lock)
        {
            Forget();
            // An address that is over its limit makes no more names to remember.
            return Count("address:" + address, MostOfAddress) && Count("name:" + name.ToLowerInvariant(), MostOfName);
        }
    }

    /// <summary>It was right after all.</summary>
    public void Succeeded(string name, string address)
    {
        lock (_lock)
        {
            _failed.Remove("name:" + name.ToLowerInvariant());
            _failed.Remove("address:" + address);
        }
    }

    bool Count(string who, int most)
    {
        var now = time.Now();
        var (count, since) = _failed.TryGetValue(who, out var known) && now - known.Since < _within ? known : (0, now);
        // Full of others: whoever is not known yet waits, rather than all being forgotten.
        if (count == 0 && _failed.Count >= MostKnown) return false;
        _failed[who] = (count + 1, since);
        return count < most;
    }

    void Forget()
    {
        var now = time.Now();
        if (_failed.Count < MostKnown || now - _forgot < TimeSpan.FromSeconds(1).TotalMicroseconds) return;
        _forgot = now;
        foreach (var (who, of) in _failed.ToArray())
            if (now - of.Since >= _within) _failed.Remove(who);
    }
}
