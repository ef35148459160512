using Gemeo.Log;

namespace Gemeo.History;

/// <summary>A property or event over a time, with as many points as were asked for at most.</summary>
/// <param name="From">Unix microseconds; both ends are in.</param>
/// <param name="Step">Microseconds of a bucket; null when each point is one reading.</param>
/// <param name="Points">Of numbers, by the start of their bucket; empty for words.</param>
/// <param name="Changes">Of words (and whatever is no number): when it became what.</param>
/// <param name="More">There were more changes, older ones.</param>
/// <param name="Before">What held when it began.</param>
public sealed record Chart(long From, long To, long? Step, IReadOnlyList<(long Time, Piece Piece)> Points, IReadOnlyList<Entry>? Changes, bool More, Entry? Before);

/// <summary>Makes charts: few readings as they are, many added up.</summary>
public sealed class Charts(ILogSeries series, ILogFigures figures)
{
    public Chart Draw(Track track, bool numbers, int points, CancellationToken cancel)
    {
        var before = figures.Newest(track with { From = long.MinValue, To = track.From }, changed: false, 1).FirstOrDefault();
        return numbers ? Numbers(track, points, before, cancel) : Words(track, points, before);
    }

    Chart Numbers(Track track, int points, Entry? before, CancellationToken cancel)
    {
        var last = track.To - 1;
        var few = series.Count(track, points + 1) <= points;
        if (few)
        {
            var each = new List<(long, Piece)>();
            series.Walk(track, piece => each.Add((piece.Time, piece)), cancel);
            return new(track.From, last, null, each, null, false, before);
        }
        var step = Steps.For(track.From, last, points, 0);
        var buckets = new Buckets(track.From, step);
        series.Walk(track, buckets.Add, cancel);
        return new(track.From, last, step, [.. buckets.All], null, false, before);
    }

    Chart Words(Track track, int points, Entry? before)
    {
        var newest = figures.Newest(track, changed: true, points + 1);
        return new(track.From, track.To - 1, null, [], [.. newest.Take(points).Reverse()], newest.Count > points, before);
    }
}
