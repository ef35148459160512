namespace Gemeo.Cli.Live;

/// <summary>How long to wait before knocking again: doubling, with a part of chance so that many clients do not come at once.</summary>
public sealed class Backoff
{
    static readonly TimeSpan First = TimeSpan.FromMilliseconds(250), Longest = TimeSpan.FromSeconds(10);

    TimeSpan _next = First;

    public void Reset() => _next = First;

    public TimeSpan Next()
    {
        var wait = _next * (0.5 + Random.Shared.NextDouble() / 2);
        _next = _next * 2 < Longest ? _next * 2 : Longest;
        return wait;
    }
}
