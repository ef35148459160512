using System.Diagnostics;
using System.Globalization;
using Gemeo.Bench.Appends;
using Gemeo.Bench.Processes;
using Gemeo.Bench.Report;
using Gemeo.History;
using Gemeo.Keeping;
using Gemeo.Log;
using Gemeo.Log.Postgres;
using Gemeo.Log.Sqlite;

namespace Gemeo.Bench.Postgres;

/// <summary>A hundred things for thirty days, a reading each thirty seconds: made in SQLite, moved to PostgreSQL and back, and asked in both.</summary>
sealed class PastBench(Options options)
{
    const int Things = 100, Points = 1000, Rounds = 50;
    const long Second = 1_000_000, Every = 30 * Second, Hour = 3600 * Second, Day = 24 * Hour;
    static readonly long _begin = Instant.Of(new(2026, 10, 10, 0, 0, 0, TimeSpan.Zero));

    int Days => options.Quick ? 1 : 30;
    int Times => options.Quick ? 5 : 21;

    public void Run(PostgresServer postgres, ResultFile file, CancellationToken cancel)
    {
        using TempFolder folder = new(), back = new();
        var database = postgres.Schema("moved");
        var (filled, rolled) = Fill(folder.Path, cancel);
        var moved = Move(folder.Path, database, cancel);
        var returned = Move(database, back.Path, cancel);
        file.Heading("A month of a hundred things");
        file.Line(string.Create(CultureInfo.InvariantCulture, $"{Things} things × {Days} days at 30 s: {Things * Days * 2880L:#,0} entries in SQLite in {filled:0.0} s, rolled up by minute and hour in {rolled:0.0} s."));
        file.Table(["moved, compared by counts and hashes", "s", "entries a second"],
            [Took("SQLite to PostgreSQL", moved), Took("PostgreSQL to SQLite", returned)]);
        using var sqlite = new SqliteStore(folder.Path);
        using var there = new PostgresStore(database);
        file.Line($"Milliseconds in the store and its rules, without HTTP and JSON; median (least–most) of {Times}, each of another thing.");
        file.Table(["", "SQLite", "PostgreSQL"], Questions(sqlite, cancel).Zip(Questions(there, cancel), (a, b) => new[] { a.What, a.Ms, b.Ms }));
    }

    string[] Took(string what, double seconds) => [what, Stats.Text(seconds, "0.0"), Stats.Count(Things * Days * 2880 / seconds)];

    (double Filled, double Rolled) Fill(string folder, CancellationToken cancel)
    {
        using var store = new SqliteStore(folder);
        var lines = Enumerable.Range(0, Things).Select(_ => new AppendLine()).ToArray();
        var clock = Stopwatch.StartNew();
        for (var n = 0; n < Days * 2880; n += Rounds)
        {
            cancel.ThrowIfCancellationRequested();
            store.Commit([.. Enumerable.Range(n, Math.Min(Rounds, (Days * 2880) - n)).SelectMany(at => lines.Select((line, thing) => Append(line, thing, at)))]);
        }
        var filled = clock.Elapsed.TotalSeconds;
        clock.Restart();
        while (store.Rollups.Keep(store.Rollups.Gather(50_000, cancel))) { }
        return (filled, clock.Elapsed.TotalSeconds);
    }

    static string Name(int thing) => string.Create(CultureInfo.InvariantCulture, $"thing-{thing}");

    static Append Append(AppendLine line, int thing, int at) => new(line, Name(thing), [new Entry
    {
        Thing = Name(thing),
        Version = at + 1,
        Kind = EntryKind.Property,
        Name = "distance",
        Value = Samples.Value((at + (thing * 37)) % 1000),
        Time = _begin + (at * Every) + thing,
    }], Samples.State, []);

    static double Move(string from, string to, CancellationToken cancel)
    {
        var (clock, step) = (Stopwatch.StartNew(), "");
        Migrating.Run(LabPlace.Of(from), LabPlace.Of(to), (at, done) =>
        {
            if (at != step)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:0.0} s: {at}"));
            step = at;
        }, cancel);
        return clock.Elapsed.TotalSeconds;
    }

    IEnumerable<(string What, string Ms)> Questions(ILogDatabase store, CancellationToken cancel)
    {
        var charts = new Charts(store.Series, store.Figures, store.Rollups);
        var end = _begin + (Days * Day);
        yield return ("state of one thing", Ms(thing => store.LoadState(Name(thing))));
        yield return ("states of all", Ms(_ => store.Snapshot()));
        yield return ("an hour of one thing, every reading", Ms(thing => store.Series.Page(new(Name(thing), "distance", EntryKind.Property, end - Hour - (thing * Hour / 4), end - (thing * Hour / 4)), 0, 1000)));
        yield return ($"{Days} days of one thing in {Points:#,0} points", Ms(thing => charts.Draw(new(Name(thing), "distance", EntryKind.Property, true, _begin, end - 1), Points, cancel)));
        yield return ("a day of one thing in 1,000 points", Ms(thing => charts.Draw(new(Name(thing), "distance", EntryKind.Property, true, end - Day, end - 1), Points, cancel)));
    }

    string Ms(Action<int> ask)
    {
        ask(Things - 1);
        return Stats.Spread([.. Enumerable.Range(0, Times).Select(n =>
        {
            var began = Stopwatch.GetTimestamp();
            ask(n * 3 % Things);
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        })], "0.0");
    }
}
