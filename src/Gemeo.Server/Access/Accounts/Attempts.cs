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

    /// <summary>Counts one before it is tried, so that many at once are not all let through; false when there were too many.</summary>
    public bool Begin(string name, string address)
    {
        lock (_lock)
        {
            Forget();
            return Count("name:" + name.ToLowerInvariant(), MostOfName) & Count("address:" + address, MostOfAddress);
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
        _failed[who] = (count + 1, since);
        return count < most;
    }

    void Forget()
    {
        if (_failed.Count < MostKnown) return;
        var now = time.Now();
        foreach (var (who, of) in _failed.ToArray())
            if (now - of.Since >= _within) _failed.Remove(who);
        if (_failed.Count >= MostKnown) _failed.Clear();
    }
}
