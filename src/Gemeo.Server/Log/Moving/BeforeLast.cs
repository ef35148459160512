namespace Gemeo.Log.Moving;

/// <summary>Does something right before the last act.</summary>
sealed class BeforeLast(ILogTarget target, Action act) : ILogTarget
{
    public void Begin(MovedMarks marks, IReadOnlyDictionary<long, MovedPoint> points, IEnumerable<StoredState> things) => target.Begin(marks, points, things);
    public void Entries(IEnumerable<MovedEntry> entries) => target.Entries(entries);
    public void Commands(IEnumerable<CommandRow> commands) => target.Commands(commands);
    public void Documents(IEnumerable<MovedDocument> documents) => target.Documents(documents);
    public void Cells(Rollup rollup, IEnumerable<MovedCell> cells) => target.Cells(rollup, cells);
    public ILogSource Whole() => target.Whole();

    public void Finish()
    {
        act();
        target.Finish();
    }

    public void Dispose() { }
}
