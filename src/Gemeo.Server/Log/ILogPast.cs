namespace Gemeo.Log;

/// <summary>A thing as its entries up to a place tell it.</summary>
/// <param name="Version">Its count of entries there.</param>
/// <param name="Properties">The newest reading of each.</param>
/// <param name="Availability">When it last came or went; null while nobody had heard of it.</param>
public sealed record PastThing(string Thing, long Version, IReadOnlyList<Entry> Properties, Entry? Availability)
{
    /// <summary>From the newest entry of each of its names and kinds.</summary>
    internal static PastThing Of(IGrouping<string, Entry> newest) => new(
        newest.Key, newest.Max(e => e.Version), [.. newest.Where(e => e.Kind == EntryKind.Property).OrderBy(e => e.N)], newest.Where(e => e.Kind == EntryKind.Availability).MaxBy(e => e.Version));
}

/// <summary>Which entries are looked for; an empty set means all.</summary>
/// <param name="ChangedOnly">Only what told something new.</param>
/// <param name="From">Unix microseconds; both ends are in.</param>
public sealed record Selection(IReadOnlySet<string> Things, IReadOnlySet<string> Names, IReadOnlySet<EntryKind> Kinds, bool ChangedOnly, long From, long To)
{
    public bool Takes(Entry entry) => entry.Time >= From && entry.Time <= To && (entry.Changed || !ChangedOnly)
        && (Things.Count == 0 || Things.Contains(entry.Thing)) && (Names.Count == 0 || Names.Contains(entry.Name)) && (Kinds.Count == 0 || Kinds.Contains(entry.Kind));
}

/// <param name="Found">Newest first.</param>
/// <param name="Reached">What lies before this place has not been looked at; null when nothing of it can be meant.</param>
public sealed record Backwards(IReadOnlyList<Entry> Found, long? Reached);

/// <summary>The log seen from another time than now. The times of entries rise with their places but for a little:
/// things are written side by side, so some thousand entries may lie out of order.</summary>
public interface ILogPast
{
    /// <summary>So many entries are looked through for ones out of order.</summary>
    const int Disorder = 5000;

    /// <summary>The place before the first entry that was taken after a time: all up to it had happened then.</summary>
    long PlaceAt(long time);

    /// <summary>All things as the entries up to the place of a time tell them, those that are still kept.</summary>
    IReadOnlyList<PastThing> At(long time, long place);

    /// <summary>Entries before a place, newest first. A rare one is looked for a while only: <see cref="Backwards.Reached"/> goes on.</summary>
    Backwards Back(long before, Selection what, int limit);
}
