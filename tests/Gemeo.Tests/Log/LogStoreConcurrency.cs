using CsCheck;
using Gemeo.Log;
using Xunit;

namespace Gemeo.Tests.Log;

// What holds while others read, and in any order of groups.
public abstract partial class LogStoreCompliance
{
    [Fact]
    public async Task A_snapshot_is_the_states_at_its_place_while_groups_are_being_committed()
    {
        var store = Store;
        var lines = Enumerable.Range(1, 5).Select(i => new Line($"thing-{i}")).ToArray();
        var done = false;
        var writing = Task.Run(() =>
        {
            try
            {
                for (var i = 0; i < 200; i++)
                    store.Commit([.. lines.Where((_, at) => (i + at) % 3 != 0).Select(line => line.Next("1", "2"))]);
            }
            finally { Volatile.Write(ref done, true); }
        });
        var taken = new List<(long N, IReadOnlyList<StoredState> States)>();
        while (!Volatile.Read(ref done)) taken.Add(store.Snapshot());
        await writing;
        taken.Add(store.Snapshot());
        var log = store.Read(0, int.MaxValue);
        Assert.Equal(store.Head, log.Length);
        foreach (var (n, states) in taken.DistinctBy(t => t.N))
            Assert.Equal(log.Where(e => e.N <= n).GroupBy(e => e.Thing).Select(g => (g.Key, g.Last().Version)).Order(), states.Select(s => (s.Thing, s.Version)).Order());
    }

    [Fact]
    public void Any_run_of_groups_stale_writers_and_restarts_gives_the_log_that_the_fence_allows()
    {
        // (thing, entries, stale): a stale writer stands on versions that never were.
        var append = Gen.Select(Gen.Int[0, 3], Gen.Int[1, 3], Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true))));
        Gen.Select(append.Array[1, 6], Gen.Bool).Array[1, 12].Sample(groups =>
        {
            _open?.Dispose();
            Wipe();
            _open = Open();
            var versions = new long[4];
            var expected = new List<string>();
            foreach (var (appends, restart) in groups)
            {
                var made = appends.Select(a => Make(a, versions, expected)).ToArray();
                Store.Commit([.. made.Select(m => m.Append)]);
                if (made.Any(m => m.Append.Fenced != m.Stale)) return false;
                if (restart) Again();
            }
            return Store.Read(0, int.MaxValue).Select(e => $"{e.N} {e.Thing} {e.Version}").SequenceEqual(expected)
                && Store.Snapshot().States.All(s => s.Version == versions[int.Parse(s.Thing, System.Globalization.CultureInfo.InvariantCulture)])
                && Store.Head == expected.Count;
        }, iter: 30, threads: 1);
    }

    static (Append Append, bool Stale) Make((int Thing, int Entries, bool Stale) a, long[] versions, List<string> expected)
    {
        var line = new Line($"{a.Thing}", a.Stale ? versions[a.Thing] + 2 : versions[a.Thing]);
        var append = line.Next([.. Enumerable.Repeat("1", a.Entries)]);
        if (a.Stale) return (append, true);
        foreach (var entry in append.Entries) expected.Add($"{expected.Count + 1} {a.Thing} {entry.Version}");
        versions[a.Thing] = line.Version;
        return (append, false);
    }
}
