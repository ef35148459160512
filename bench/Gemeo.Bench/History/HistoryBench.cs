using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Gemeo.Bench.Processes;
using Gemeo.Bench.Report;
using Gemeo.Bench.Systems;
using Gemeo.History;
using Gemeo.Log;
using Gemeo.Log.Sqlite;

namespace Gemeo.Bench.History;

/// <summary>How long the past takes to be told, with roll-ups and without, and what they cost who writes.</summary>
sealed class HistoryBench(Options options)
{
    const int Points = 1000;
    static readonly long _year = Instant.Of(new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
    static readonly Selection _all = new(new HashSet<string>(), new HashSet<string>(), new HashSet<EntryKind>(), false, long.MinValue, long.MaxValue);

    int Times => options.Quick ? 3 : 15;

    public async Task RunAsync(ResultFile file, CancellationToken cancel)
    {
        Asking(file, cancel);
        await new RollupCost(options).RunAsync(file, cancel);
    }

    void Asking(ResultFile file, CancellationToken cancel)
    {
        using var folder = new TempFolder();
        using var store = new SqliteStore(folder.Path);
        var log = new Filling(store);
        log.One("year", 525_600, _year, Steps.Minute);
        log.One("million", 1_000_000, _year, Steps.Second);
        log.Many("thing", 1000, 1000, _year, Steps.Second);
        file.Heading($"Answers about the past ({Times} times each)");
        file.Line($"A log of {store.Head:#,0} entries: a property read each minute for a year, one read each second a million times, and 1,000 things with 1,000 readings each. " +
            $"Charts of {Points:#,0} points. Milliseconds in the store and its rules, without HTTP and JSON; median (least–most).");
        var charts = new Charts(store.Series, store.Figures, store.Rollups);
        var before = Charts().ToArray();
        var clock = Stopwatch.StartNew();
        while (store.Rollups.Keep(store.Rollups.Gather(50_000, cancel))) { }
        var rolled = clock.Elapsed;
        file.Table(["chart", "from readings", "from roll-ups"], before.Zip(Charts(), (b, a) => new[] { b.What, b.Took, a.Took }));
        file.Line(string.Create(CultureInfo.InvariantCulture, $"Rolling it all up took {rolled.TotalSeconds:0.0} s without a rest; the server rests between steps."));
        var middle = _year + 500 * Steps.Second;
        file.Table(["", "ms"],
        [
            ["1,000 things at an instant in the middle", Ms(() => store.Past.At(middle, store.Past.PlaceAt(middle)))],
            ["the newest 100 entries", Ms(() => store.Past.Back(long.MaxValue, _all, 100))],
            ["the newest 100 entries of a thing that was quiet for a million", Ms(() => store.Past.Back(long.MaxValue, _all with { Things = new HashSet<string> { "year" } }, 100))],
        ]);

        IEnumerable<(string What, string Took)> Charts()
        {
            yield return ("a year by minutes", Chart("year", 525_600 * Steps.Minute));
            yield return ("a million by seconds", Chart("million", 1_000_000 * Steps.Second));
            yield return ("a day of those", Chart("million", Steps.Day));
        }
        string Chart(string thing, long length) => Ms(() => charts.Draw(new(thing, "distance", EntryKind.Property, true, _year, _year + length - 1), Points, cancel));
    }

    string Ms(Action ask)
    {
        ask();
        return Stats.Spread([.. Enumerable.Range(0, Times).Select(_ =>
        {
            var began = Stopwatch.GetTimestamp();
            ask();
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        })], "0.0");
    }
}
