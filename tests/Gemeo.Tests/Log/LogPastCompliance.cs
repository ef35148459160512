using CsCheck;
using Gemeo.Log;
using Gemeo.Log.Postgres;
using Gemeo.Log.Sqlite;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Log;

/// <summary>What every log keeps to when it is asked for other times than now. A store joins by saying how it is opened and who answers for it.</summary>
public abstract class LogPastCompliance : IDisposable
{
    // A thing, what it tells, how long after the entry before it.
    static readonly Gen<(int Thing, int Name, EntryKind Kind, int Value, int Later)> _entry =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Frequency((6, Gen.Const(EntryKind.Property)), (1, Gen.Const(EntryKind.Action)), (1, Gen.Const(EntryKind.Event)), (2, Gen.Const(EntryKind.Availability))), Gen.Int[0, 3], Gen.Int[0, 4]);

    ILogDatabase? _open;

    protected abstract ILogDatabase Open();
    protected abstract void Wipe();
    /// <summary>How often chance is asked; fewer where opening a log anew takes long.</summary>
    protected virtual int Runs => 30;

    ILogDatabase Store => _open ??= Open();
    ILogPast Past => Store.Past;
    ILogSeries Series => Store.Series;

    [Fact]
    public void What_was_known_at_an_instant_is_a_fold_of_the_log_up_to_its_place() =>
        Gen.Select(_entry.Array[1, 60], Gen.Int[-2, 140]).Sample((entries, at) =>
        {
            Write(entries);
            var log = Store.Read(0, int.MaxValue);
            var place = Past.PlaceAt(at);
            return log.All(e => e.N > place || e.Time <= at) && log.Where(e => e.N == place + 1).All(e => e.Time > at)
                && Past.At(at, place).Select(Told).Order().SequenceEqual(Fold(log.Where(e => e.N <= place)).Order());
        }, iter: Runs, threads: 1);

    [Fact]
    public void Going_back_finds_what_is_meant_newest_first_and_nothing_twice() =>
        Gen.Select(_entry.Array[1, 60], Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 5], Gen.Bool, Gen.Select(Gen.Int[0, 70], Gen.Int[40, 140]), Gen.Int[1, 7]).Sample((entries, thing, name, kind, changed, time, limit) =>
        {
            Write(entries);
            var what = new Selection(Some(thing, 4), Some(name, 3), kind == 5 ? new HashSet<EntryKind>() : new HashSet<EntryKind> { (EntryKind)kind }, changed, time.Item1, time.Item2);
            var found = new List<long>();
            for (long? before = long.MaxValue; before is { } place;)
            {
                var back = Past.Back(place, what, limit);
                if (back.Found.Count > limit) return false;
                found.AddRange(back.Found.Select(e => e.N));
                before = back.Reached;
            }
            return found.SequenceEqual(Store.Read(0, int.MaxValue).Where(what.Takes).Select(e => e.N).Reverse());
        }, iter: Runs, threads: 1);

    [Fact]
    public void Places_are_found_after_retention_forgot_the_beginning()
    {
        var lamp = new Line("lamp");
        Store.Commit([lamp.Next([.. Enumerable.Range(1, 10).Select(i => lamp.Entry($"{i}", time: i * 10))])]);
        Store.Prune(45, 100);
        Assert.Equal(4, Past.PlaceAt(0));
        Assert.Equal(4, Past.PlaceAt(49));
        Assert.Equal(5, Past.PlaceAt(50));
        Assert.Equal(10, Past.PlaceAt(long.MaxValue));
        Assert.Equal(["7", "6", "5"], Past.Back(8, All, 100).Found.Select(e => e.Value.Text()));
        Assert.Null(Past.Back(8, All, 100).Reached);
    }

    [Fact]
    public void An_empty_log_has_no_past()
    {
        Assert.Equal(0, Past.PlaceAt(100));
        Assert.Empty(Past.At(100, 0));
        Assert.Empty(Past.Back(long.MaxValue, All, 10).Found);
    }

    [Fact]
    public void Readings_are_paged_by_time_and_place_however_many_share_a_time()
    {
        Line lamp = new("lamp"), door = new("door");
        Store.Commit([lamp.Next([lamp.Entry("1", time: 10), lamp.Entry("2", time: 20), lamp.Entry("3", time: 20), lamp.Entry("4", time: 20), lamp.Entry("x", EntryKind.Action, time: 20), lamp.Entry("5", time: 30)]), door.Next([door.Entry("9", time: 20)])]);
        var (seen, track, after) = (new List<string>(), new Track("lamp", "distance", EntryKind.Property, 10, 30), 0L);
        while (Series.Page(track, after, 2) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(e => e.Value.Text()));
            (track, after) = (track with { From = page[^1].Time }, page[^1].N);
        }
        Assert.Equal(["1", "2", "3", "4"], seen);
        Assert.Equal((4, 3), (Series.Count(new("lamp", "distance", EntryKind.Property, 10, 30), 9), Series.Count(new("lamp", "distance", EntryKind.Property, 10, 30), 3)));
    }

    [Fact]
    public void Commands_are_listed_newest_first()
    {
        var lamp = new Line("lamp");
        CommandRow Command(int n, string thing) => new($"{n:x8}", thing, n % 2 == 0, System.Text.Encoding.UTF8.GetBytes($"{n}"));
        Store.Commit([lamp.Next([lamp.Entry("1")], [.. Enumerable.Range(1, 20).Select(n => Command(n, n % 3 == 0 ? "door" : "lamp"))])]);
        Assert.Equal(["20", "19", "17"], Store.Commands("lamp", 3).Select(c => c.Document.Text()));
        Assert.Equal(["20", "19", "18", "17"], Store.Commands(null, 4).Select(c => c.Document.Text()));
        Assert.Empty(Store.Commands("nobody", 4));
    }

    static Selection All => new(new HashSet<string>(), new HashSet<string>(), new HashSet<EntryKind>(), false, long.MinValue, long.MaxValue);

    static HashSet<string> Some(int which, int all) => which == all ? [] : [$"{which}"];

    // Times rise for each thing; among things they differ by a little, as they do when many write.
    void Write((int Thing, int Name, EntryKind Kind, int Value, int Later)[] entries)
    {
        _open?.Dispose();
        _open = null;
        Wipe();
        var lines = Enumerable.Range(0, 4).Select(n => new Line($"{n}")).ToArray();
        var time = 0;
        foreach (var e in entries)
        {
            time += e.Later;
            var name = e.Kind == EntryKind.Availability && e.Name == 0 ? "silent" : $"{e.Name}";
            Store.Commit([lines[e.Thing].Next([lines[e.Thing].Entry(e.Kind == EntryKind.Availability ? e.Value > 1 ? "true" : "false" : $"{e.Value}", e.Kind, name, time + e.Thing * 3, changed: e.Value > 0)])]);
        }
    }

    static IEnumerable<string> Fold(IEnumerable<Entry> log) => log.GroupBy(e => e.Thing).Select(of => Told(new PastThing(
        of.Key, of.Last().Version, [.. of.Where(e => e.Kind == EntryKind.Property).GroupBy(e => e.Name).Select(g => g.Last())], of.LastOrDefault(e => e.Kind == EntryKind.Availability))));

    static string Told(PastThing thing) =>
        $"{thing.Thing} v{thing.Version} {string.Join(' ', thing.Properties.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}={p.Value.Text()}@{p.Time}"))} {thing.Availability?.Value.Text()}@{thing.Availability?.Time}";

    public void Dispose()
    {
        _open?.Dispose();
        Wipe();
        GC.SuppressFinalize(this);
    }
}

public sealed class SqlitePastTests : LogPastCompliance
{
    readonly string _folder = Folder.New("past");

    protected override ILogDatabase Open() => new SqliteStore(_folder);
    protected override void Wipe() => Folder.Remove(_folder);
}

public sealed class PostgresPastTests : LogPastCompliance
{
    readonly string _schema = Postgres.Shared.Schema();

    protected override ILogDatabase Open() => new PostgresStore(_schema);
    protected override void Wipe() => Postgres.Drop(_schema);
    protected override int Runs => 8;
}
