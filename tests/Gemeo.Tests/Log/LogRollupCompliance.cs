using System.Globalization;
using CsCheck;
using Gemeo.History;
using Gemeo.Log;
using Gemeo.Log.Postgres;
using Gemeo.Log.Sqlite;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Log;

/// <summary>What every log's roll-ups keep to. A store joins by saying how it is opened and who answers for it.</summary>
public abstract class LogRollupCompliance : IDisposable
{
    const long Minute = 60_000_000, Hour = 60 * Minute;

    // A thing, a value, minutes since the entry before it.
    static readonly Gen<(int Thing, int Value, double Later)[]> _entries = Gen.Select(Gen.Int[0, 1], Gen.Int[-5, 5], Gen.Double[0, 40]).Array[1, 80];

    ILogDatabase? _open;

    protected abstract ILogDatabase Open();
    protected abstract void Wipe();
    /// <summary>How often chance is asked; fewer where opening a log anew takes long.</summary>
    protected virtual int Runs => 40;

    ILogDatabase Store => _open ??= Open();
    ILogRollups Rollups => Store.Rollups;
    static Charts ChartsOf(ILogDatabase store) => new(store.Series, store.Figures, store.Rollups);

    [Fact]
    public void However_the_steps_fall_and_whatever_is_lost_or_told_twice_minutes_and_hours_come_to_the_readings() =>
        Gen.Select(_entries, Gen.Int[0, 5].Array[1, 60], Gen.Int[1, 9], Gen.Select(Gen.Long[0, 20 * Hour], Gen.Long[0, 20 * Hour])).Sample((entries, deeds, most, span) =>
        {
            Fresh();
            RollupStep? old = null;
            foreach (var (entry, at) in Entries(entries).Select((e, at) => (e, at)))
            {
                Store.Commit([entry]);
                switch (deeds[at % deeds.Length])
                {
                    case 0: Rollups.Keep(old = Rollups.Gather(most, default)); break;
                    case 1: Rollups.Gather(most, default); break; // killed before it was kept
                    case 2: if (old is not null && Rollups.Keep(old)) return false; break;
                    case 3: Again(); break;
                }
            }
            var (from, to) = (Math.Min(span.Item1, span.Item2) / Hour * Hour, Math.Max(span.Item1, span.Item2) / Hour * Hour);
            return new[] { Rollup.Minute, Rollup.Hour }.All(rollup => new[] { "0", "1" }.All(thing => Same(Walked(thing, rollup, from, to), Read(thing, from, to))));
        }, iter: Runs, threads: 1);

    [Fact]
    public void A_chart_from_roll_ups_is_the_chart_of_the_readings() =>
        Gen.Select(_entries, Gen.Int[0, 80], Gen.Int[2, 12], Gen.Select(Gen.Long[0, 30 * Hour], Gen.Long[0, 30 * Hour])).Sample((entries, rolled, points, span) =>
        {
            Fresh();
            foreach (var (entry, at) in Entries(entries).Select((e, at) => (e, at)))
            {
                Store.Commit([entry]);
                if (at == rolled) RollUp();
            }
            var (from, to) = (Math.Min(span.Item1, span.Item2), Math.Max(span.Item1, span.Item2));
            var chart = ChartsOf(Store).Draw(new("0", "distance", EntryKind.Property, true, from, to), points, default);
            var readings = Read("0", from, to + 1);
            if (chart.Step is not { } step) return readings.Count <= points && chart.Points.Select(p => (p.Time, p.Piece.Last)).SequenceEqual(readings.Select(r => (r.Time, r.Last)));
            var buckets = new Buckets(from, step);
            foreach (var reading in readings) buckets.Add(reading);
            return chart.Points.Select(p => (p.Time, p.Piece.Count, p.Piece.Min, p.Piece.Max, p.Piece.Sum, p.Piece.Last)).SequenceEqual(buckets.All.Select(b => (b.Start, b.Piece.Count, b.Piece.Min, b.Piece.Max, b.Piece.Sum, b.Piece.Last)));
        }, iter: Runs, threads: 1);

    [Fact]
    public void Roll_ups_outlive_the_readings_and_hours_outlive_minutes()
    {
        var lamp = new Line("0");
        foreach (var n in Enumerable.Range(0, 600)) Store.Commit([lamp.Next([lamp.Entry($"{n}", time: n * Minute / 2)])]);
        RollUp();
        Store.Prune(2 * Hour + Minute, 1000, Rollups.Through);
        Assert.Equal((600, 0, 599), Told(Draw(2)));
        // A chart finer than what is kept is as fine as can be.
        Assert.Equal(Minute, Draw(5000).Step);
        Assert.Equal(300, Draw(5000).Points.Count);
        Assert.Equal((600, 0, 599), Told(Draw(5000)));
        // The first minute of which only a part was asked for counts whole, since its readings are gone.
        Assert.Equal((598, 2, 599), Told(Draw(5000, from: Minute + Minute / 2)));
        while (Rollups.Prune(Rollup.Minute, Hour)) { }
        Assert.Equal(Hour, Draw(5000).Step);
        Assert.Equal((600, 0, 599), Told(Draw(5000)));
        while (Rollups.Prune(Rollup.Hour, 2 * Hour)) { }
        Assert.Equal((360, 240, 599), Told(Draw(5000)));

        Chart Draw(int points, long from = 0) => ChartsOf(Store).Draw(new("0", "distance", EntryKind.Property, true, from, 10 * Hour), points, default);
        static (long, double, double) Told(Chart chart) => (chart.Points.Sum(p => p.Piece.Count), chart.Points.Min(p => p.Piece.Min), chart.Points.Max(p => p.Piece.Max));
    }

    [Fact]
    public void What_is_no_number_moves_the_place_and_adds_nothing()
    {
        var lamp = new Line("0");
        Store.Commit([lamp.Next([lamp.Entry("\"open\""), lamp.Entry("null"), lamp.Entry("1e999"), lamp.Entry("5", EntryKind.Event), lamp.Entry("true", EntryKind.Availability), lamp.Entry("true")])]);
        RollUp();
        Assert.Equal(6, Rollups.Through);
        Assert.Equal([Piece.Of(1000, 1)], Walked("0", Rollup.Hour, 0, Hour));
        Assert.Equal(6, Again().Rollups.Through);
    }

    void RollUp()
    {
        while (Rollups.Gather(50, default) is { After: var after, Through: var through } step && after < through) Assert.True(Rollups.Keep(step));
    }

    static IEnumerable<Append> Entries((int Thing, int Value, double Later)[] entries)
    {
        var (lines, time) = (new[] { new Line("0"), new Line("1") }, 0L);
        foreach (var (thing, value, later) in entries)
        {
            time += (long)(later * Minute);
            yield return lines[thing].Next([lines[thing].Entry(value.ToString(CultureInfo.InvariantCulture), time: time)]);
        }
    }

    List<Piece> Walked(string thing, Rollup rollup, long from, long to)
    {
        var pieces = new List<Piece>();
        Rollups.Walk(new(thing, "distance", EntryKind.Property, from, to), rollup, pieces.Add, default);
        return pieces;
    }

    List<Piece> Read(string thing, long from, long to) => [.. Store.History(thing, "distance", from, to - 1, int.MaxValue).Select(e => Piece.Of(e.Time, double.Parse(e.Value, CultureInfo.InvariantCulture)))];

    static bool Same(List<Piece> some, List<Piece> others) => some.Count == 0 ? others.Count == 0 : others.Count > 0
        && Sum(some) is var one && Sum(others) is var two && one with { Last = 0 } == two with { Last = 0 };

    static Piece Sum(List<Piece> pieces) => pieces.Aggregate((a, b) => a.And(b));

    void Fresh()
    {
        _open?.Dispose();
        _open = null;
        Wipe();
    }

    ILogDatabase Again()
    {
        _open?.Dispose();
        return _open = Open();
    }

    public void Dispose()
    {
        Fresh();
        GC.SuppressFinalize(this);
    }
}

public sealed class SqliteRollupTests : LogRollupCompliance
{
    readonly string _folder = Folder.New("rollups");

    protected override ILogDatabase Open() => new SqliteStore(_folder);
    protected override void Wipe() => Folder.Remove(_folder);
}

public sealed class PostgresRollupTests : LogRollupCompliance
{
    readonly string _schema = Postgres.Shared.Schema();

    protected override ILogDatabase Open() => new PostgresStore(_schema);
    protected override void Wipe() => Postgres.Drop(_schema);
    protected override int Runs => 12;
}
