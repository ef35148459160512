namespace Gemeo.Cli.Live;

/// <summary>How long to wait before knocking again: doubling, with a part of chance so that many clients do not come at once.</summary>
public sealed class Backoff
{
    static readonly TimeSpan _first = TimeSpan.FromMilliseconds(250), _longest = TimeSpan.FromSeconds(10);

    TimeSpan _next = _first;

    public void Reset() => _next = _first;

    public TimeSpan Next()
    {
        var wait = _next * (0.5 + Random.Shared.NextDouble() / 2);
        _next = _next * 2 < _longest ? _next * 2 : _longest;
        return wait;
    }
}
