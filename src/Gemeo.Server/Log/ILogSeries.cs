namespace Gemeo.Log;

/// <summary>The readings of one property or event over time, for charts and files. The track has a name.</summary>
public interface ILogSeries
{
    /// <summary>How many entries a track has, counted up to <paramref name="most"/>.</summary>
    int Count(Track track, int most);

    /// <summary>Hands over all numbers of a track, in any order. What is no number is left out.</summary>
    void Walk(Track track, Action<Piece> take, CancellationToken cancel);

    /// <summary>Entries of a track by time, oldest first, those after place <paramref name="after"/> where they begin.</summary>
    IReadOnlyList<Entry> Page(Track track, long after, int limit);
}
