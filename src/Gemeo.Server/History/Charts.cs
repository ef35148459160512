using Gemeo.Log;

namespace Gemeo.History;

/// <summary>Makes charts: few readings as they are, many added up from the coarsest roll-ups that fit the step, with readings at the edges.</summary>
public sealed class Charts(ILogSeries series, ILogFigures figures, ILogRollups rollups)
{
    // Up to so many readings are added up one by one, whatever the step.
    const int Few = 200_000;

    public Chart Draw(HistoryQuery query, int points, CancellationToken cancel)
    {
        var track = query.Track;
        var before = figures.Newest(track with { From = long.MinValue, To = track.From }, changed: false, 1).FirstOrDefault();
        var numbers = query.Numbers ?? (figures.Newest(track with { From = long.MinValue }, changed: false, 1) is [var newest] && Piece.TryNumber(newest.Value, out _));
        return numbers ? Numbers(track, points, before, cancel) : Words(track, points, before);
    }

    Chart Words(Track track, int points, Entry? before)
    {
        var newest = figures.Newest(track, changed: true, points + 1);
        return new(track.From, track.To - 1, null, [], [.. newest.Take(points).Reverse()], newest.Count > points, before);
    }

    Chart Numbers(Track track, int points, Entry? before, CancellationToken cancel)
    {
        var (kept, rolled) = (rollups.Kept, track.Kind == EntryKind.Property);
        var whole = !rolled || track.From >= kept.Readings || !rollups.Any(track with { To = Math.Min(track.To, kept.Readings) });
        if (whole && series.Count(track, points + 1) <= points) return Each(track, before, cancel);
        var step = Steps.For(track.From, track.To - 1, points, whole ? 0 : track.From >= kept.Minutes ? Steps.Minute : Steps.Hour);
        if (rolled && step < Steps.Minute && series.Count(track, Few + 1) > Few) step = Steps.For(track.From, track.To - 1, points, Steps.Minute);
        var buckets = new Buckets(track.From, step);
        if (!rolled || step < Steps.Minute) series.Walk(track, buckets.Add, cancel);
        else Walk(track, step >= Steps.Hour ? Rollup.Hour : Rollup.Minute, kept, buckets.Add, cancel);
        return new(track.From, track.To - 1, step, [.. buckets.All], null, false, before);
    }

    Chart Each(Track track, Entry? before, CancellationToken cancel)
    {
        var each = new List<(long, Piece)>();
        series.Walk(track, piece => each.Add((piece.Time, piece)), cancel);
        return new(track.From, track.To - 1, null, each, null, false, before);
    }

    // Whole minutes or hours, and at the ends what is finer. Where that is no longer kept, the whole minute or hour counts.
    void Walk(Track track, Rollup rollup, KeptSince kept, Action<Piece> take, CancellationToken cancel)
    {
        var (length, finer) = rollup == Rollup.Hour ? (Steps.Hour, kept.Minutes) : (Steps.Minute, kept.Readings);
        var from = track.From >= finer ? Up(track.From, length) : Steps.Start(track.From, length);
        var to = Steps.Start(track.To, length) >= finer ? Steps.Start(track.To, length) : Up(track.To, length);
        if (from >= to)
        {
            Finer(track);
            return;
        }
        if (track.From < from) Finer(track with { To = from });
        rollups.Walk(track with { From = from, To = to }, rollup, take, cancel);
        if (to < track.To) Finer(track with { From = to });

        void Finer(Track edge)
        {
            if (rollup == Rollup.Hour) Walk(edge, Rollup.Minute, kept, take, cancel);
            else series.Walk(edge, take, cancel);
        }
    }

    static long Up(long time, long length) => Steps.Start(time + length - 1, length);
}
