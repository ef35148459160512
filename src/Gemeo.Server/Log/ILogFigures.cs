namespace Gemeo.Log;

/// <summary>A run of entries of one kind: of a property or action by its name, or (null) all of the thing's, as for availability.</summary>
/// <param name="From">Unix microseconds, included.</param>
/// <param name="To">Not included.</param>
public sealed record Track(string Thing, string? Name, EntryKind Kind, long From, long To);

/// <summary>What the numbers of a track come to.</summary>
public sealed record Sums(long Count, double? Least, double? Most, double? Mean);

/// <summary>How a track went with regard to one value.</summary>
/// <param name="Known">Whether anything is known of that time.</param>
/// <param name="Times">How often it came to have the value.</param>
/// <param name="Lasted">How long it had it, microseconds; what was reported holds until the next report.</param>
/// <param name="Last">When it last came to have it; null when it did not.</param>
public sealed record Course(bool Known, long Times, long Lasted, Moment? Last);

/// <param name="Version">The thing's count at that entry.</param>
public sealed record Moment(long Time, long Version);

/// <summary>What was reported and ordered, added up where it lies. At most the newest <see cref="Most"/> entries of a track are looked at.</summary>
public interface ILogFigures
{
    const int Most = 1_000_000;

    Sums Sum(Track track);

    /// <summary>The entry with the largest or smallest number, the first one when there are several.</summary>
    Entry? Extreme(Track track, bool largest);

    /// <param name="value">As compact JSON.</param>
    Course Course(Track track, string value);

    /// <summary>By how much a counter rose; one that begins again at nothing takes nothing away. Null when there are no two readings.</summary>
    double? Growth(Track track);

    /// <summary>The newest entries, newest first.</summary>
    /// <param name="changed">Only those that told something new.</param>
    IReadOnlyList<Entry> Newest(Track track, bool changed, int limit);

    /// <summary>How many commands of a name went out, and the newest one's document.</summary>
    (long Count, byte[]? Newest) Commands(Track track);

    /// <summary>The command that a report confirmed, as its document; null when nobody ordered it.</summary>
    byte[]? ConfirmedBy(string thing, Moment report);
}
