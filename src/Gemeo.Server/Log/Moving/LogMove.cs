namespace Gemeo.Log.Moving;

/// <summary>What went over.</summary>
public sealed record Moved(long Entries, long Things, long Commands, long Minutes, long Hours);

/// <summary>A log from one database into another: streamed, then read again there and compared, and a log only after that.</summary>
static class LogMove
{
    // Between two looks at the clock of whoever watches, and at whether to stop.
    const int Stride = 4096;

    /// <param name="told">What is being done, and how much of it, from 0 to 1.</param>
    public static Moved Run(ILogSource from, ILogTarget to, Action<string, double> told, CancellationToken cancel)
    {
        var (sent, found) = (new Tallies(from.Points), default(Tallies)!);
        var all = from.Marks.Head - from.Marks.Oldest + 1;
        to.Begin(from.Marks, from.Points, sent.Of(from.Things()));
        to.Entries(Watched(sent.Of(from.Entries()), "entries", all, told, cancel));
        to.Commands(sent.Of(from.Commands()));
        to.Documents(sent.Of(from.Documents()));
        foreach (var rollup in (Rollup[])[Rollup.Minute, Rollup.Hour])
            to.Cells(rollup, Watched(sent.Of(rollup, from.Cells(rollup)), "roll-ups", 0, told, cancel));
        told("indexes", 0);
        var whole = to.Whole();
        cancel.ThrowIfCancellationRequested();
        Compare(sent, found = new(whole.Points), from.Marks, whole, all, told, cancel);
        to.Finish();
        return new(sent.Entries, sent.Count("states"), sent.Count("commands"), sent.Count("minutes"), sent.Count("hours"));
    }

    static void Compare(Tallies sent, Tallies found, MovedMarks marks, ILogSource whole, long all, Action<string, double> told, CancellationToken cancel)
    {
        Drain(found.Of(whole.Things()));
        Drain(Watched(found.Of(whole.Entries()), "comparing", all, told, cancel));
        Drain(found.Of(whole.Commands()));
        Drain(found.Of(whole.Documents()));
        Drain(Watched(found.Of(Rollup.Minute, whole.Cells(Rollup.Minute)), "comparing roll-ups", 0, told, cancel));
        Drain(found.Of(Rollup.Hour, whole.Cells(Rollup.Hour)));
        var other = sent.Difference(found) ?? (marks == whole.Marks ? null : $"its marks: {marks} there, {whole.Marks} here");
        if (other is not null) throw new LogUnusableException($"What arrived is not what was sent ({other}); the target was left without a log.");
    }

    static void Drain<T>(IEnumerable<T> rows)
    {
        foreach (var _ in rows) { }
    }

    // Of what nobody has counted only the name is told.
    static IEnumerable<T> Watched<T>(IEnumerable<T> rows, string name, long all, Action<string, double> told, CancellationToken cancel)
    {
        told(name, 0);
        var done = 0L;
        foreach (var row in rows)
        {
            yield return row;
            if (++done % Stride != 0) continue;
            cancel.ThrowIfCancellationRequested();
            if (all > 0) told(name, Math.Min(1, (double)done / all));
        }
        told(name, 1);
    }
}
