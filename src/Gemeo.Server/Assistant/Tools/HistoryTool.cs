using System.Text.Json;
using Gemeo.Assistant.Answers;
using Gemeo.Assistant.Intents;
using Gemeo.Log;

namespace Gemeo.Assistant.Tools;

/// <summary>How it was, counted where the log lies. What is asked beyond now ends now.</summary>
public sealed class HistoryTool(ILogFigures figures, TimeProvider time)
{
    static readonly TimeSpan _longest = TimeSpan.FromDays(36_500);

    public Recorded Recall(Asked asked, Aggregate aggregate, TimeRange? when)
    {
        var track = Of(asked, aggregate, when);
        return asked.Action is not null ? Commands(track, aggregate) : aggregate switch
        {
            Aggregate.Max or Aggregate.Min => At(figures.Extreme(track, aggregate == Aggregate.Max)),
            Aggregate.Mean => figures.Sum(track).Mean is { } mean ? new(Number(mean)) : Recorded.Nothing,
            Aggregate.At => At(figures.Newest(track with { From = 0 }, changed: false, 1).FirstOrDefault()),
            Aggregate.Series => figures.Sum(track) is { Count: > 0 } s ? new(Count: s.Count, Least: s.Least, Most: s.Most) : Recorded.Nothing,
            Aggregate.Change => figures.Growth(track) is { } grown ? new(Change: grown) : Recorded.Nothing,
            _ => Turns(asked, aggregate, track),
        };
    }

    /// <summary>The newest things that were told, newest first: for what cannot be added up.</summary>
    public IReadOnlyList<(DateTimeOffset At, JsonElement Value)> Newest(Asked asked, TimeRange? when, int limit) =>
        [.. figures.Newest(Of(asked, Aggregate.Series, when), changed: true, limit).Select(e => (Instant.At(e.Time), JsonElement.Parse(e.Value)))];

    Track Of(Asked asked, Aggregate aggregate, TimeRange? when)
    {
        var now = time.Now();
        var from = when is null ? 0 : Math.Max(0, Instant.Of(when.From));
        var to = when is null ? now : Math.Min(now, aggregate == Aggregate.At ? Instant.Of(when.From) : Instant.Of(when.To));
        // What came in this very microsecond is asked for too.
        if (to == now || aggregate == Aggregate.At) to++;
        var kind = asked.Action is not null ? EntryKind.Action : asked.Reachable ? EntryKind.Availability : EntryKind.Property;
        return new(asked.Thing.Id, asked.Action ?? (asked.Reachable ? null : asked.Property), kind, from, Math.Min(to, from + (long)_longest.TotalMicroseconds));
    }

    // Without a value any change counts.
    Recorded Turns(Asked asked, Aggregate aggregate, Track track)
    {
        var newest = figures.Newest(track, changed: true, 1).FirstOrDefault();
        if (aggregate == Aggregate.Since) return Since(asked, newest);
        if (asked.Expected is not { } expected) return aggregate == Aggregate.Last ? At(figures.Newest(track, changed: false, 1).FirstOrDefault()) : At(newest);
        var course = figures.Course(track, expected.GetRawText());
        var last = course.Last is { } moment ? Instant.At(moment.Time) : (DateTimeOffset?)null;
        return aggregate switch
        {
            Aggregate.Count => new(Count: course.Times, At: last),
            Aggregate.Duration => course.Known ? new(Lasted: TimeSpan.FromMicroseconds(course.Lasted)) : Recorded.Nothing,
            Aggregate.Who => new(At: last, By: course.Last is { } of && figures.ConfirmedBy(track.Thing, of) is { } command ? By(command) : null),
            _ => new(expected, last),
        };
    }

    Recorded Since(Asked asked, Entry? newest)
    {
        if (newest is null) return Recorded.Nothing;
        var value = JsonElement.Parse(newest.Value);
        if (asked.Expected is { } expected && !JsonElement.DeepEquals(expected, value)) return Recorded.Nothing;
        return new(value, Instant.At(newest.Time), Lasted: TimeSpan.FromMicroseconds(time.Now() - newest.Time));
    }

    Recorded Commands(Track track, Aggregate aggregate)
    {
        var (count, newest) = figures.Commands(track);
        var at = newest is null ? (DateTimeOffset?)null : Things.Command.Read(newest).Created;
        return aggregate == Aggregate.Count ? new(Count: count, At: at) : new(At: at, By: newest is null ? null : By(newest));
    }

    static string? By(byte[] command) => Things.Command.Read(command).By;

    static Recorded At(Entry? entry) => entry is null ? Recorded.Nothing : new(JsonElement.Parse(entry.Value), Instant.At(entry.Time));

    static JsonElement Number(double number) => JsonSerializer.SerializeToElement(Math.Round(number, 6));
}
