namespace Gemeo.Log.Moving;

/// <param name="Thing">Its id.</param>
sealed record MovedPoint(string Thing, string Name);

/// <summary>An entry on its way from one database to another.</summary>
/// <param name="Point">The source's key of thing and name.</param>
readonly record struct MovedEntry(long N, long Point, EntryKind Kind, long Version, byte[] Value, long Time, long? DeviceTime, bool Changed, string? Cause);

/// <summary>A minute or an hour of a property.</summary>
readonly record struct MovedCell(long Point, long Start, Piece Piece);

readonly record struct MovedDocument(string Kind, string Id, byte[] Body);

/// <summary>Where the log and what stands on it have come to.</summary>
/// <param name="Oldest">The first entry that is kept; behind the head when none is.</param>
/// <param name="RolledTo">The last place that is in the roll-ups.</param>
/// <param name="MinutesSince">Before it there are no minutes any more; null when all are kept.</param>
readonly record struct MovedMarks(long Head, long Oldest, long RolledTo, long? MinutesSince);

/// <summary>A log as it stands at one moment, read once from front to back and never held whole.</summary>
interface ILogSource
{
    MovedMarks Marks { get; }

    /// <summary>In the order of their keys.</summary>
    IReadOnlyDictionary<long, MovedPoint> Points { get; }

    IEnumerable<StoredState> Things();

    /// <summary>In the order of their places.</summary>
    IEnumerable<MovedEntry> Entries();

    IEnumerable<CommandRow> Commands();

    IEnumerable<MovedDocument> Documents();

    IEnumerable<MovedCell> Cells(Rollup rollup);
}

/// <summary>A log that comes to be. Until <see cref="Finish"/> there is none; disposed of before, nothing is left.</summary>
interface ILogTarget : IDisposable
{
    void Begin(MovedMarks marks, IReadOnlyDictionary<long, MovedPoint> points, IEnumerable<StoredState> things);

    void Entries(IEnumerable<MovedEntry> entries);

    void Commands(IEnumerable<CommandRow> commands);

    void Documents(IEnumerable<MovedDocument> documents);

    void Cells(Rollup rollup, IEnumerable<MovedCell> cells);

    /// <summary>Indexes are made when all is there; it returns what was written, to be read again.</summary>
    ILogSource Whole();

    /// <summary>The last act: now it is a log.</summary>
    void Finish();
}
