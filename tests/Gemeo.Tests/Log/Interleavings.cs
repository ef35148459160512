using CsCheck;
using Gemeo.Log;
using Gemeo.Log.Sqlite;
using Gemeo.Tests.Support;
using Gemeo.Things;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Gemeo.Tests.Log;

/// <summary>Many things append at once through their real journals while the store fails at random.
/// Then the log is what was acknowledged: nothing more, nothing less, in each thing's order, and the states are its fold.</summary>
public sealed class Interleavings
{
    [Fact]
    public Task The_log_is_what_was_acknowledged_whatever_fails_in_memory() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 12], Gen.Int[1, 60], Gen.Int[0, 60]).SampleAsync((seed, things, turns, failing) =>
            Run(new MemoryStore(), seed, things, turns, failing), iter: 60, threads: 2);

    [Fact]
    public Task The_log_is_what_was_acknowledged_whatever_fails_in_SQLite() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 12], Gen.Int[1, 40], Gen.Int[0, 60]).SampleAsync(async (seed, things, turns, failing) =>
        {
            var folder = Folder.New("interleave");
            try { await Run(new SqliteStore(folder), seed, things, turns, failing); }
            finally { Folder.Remove(folder); }
        }, iter: 8, threads: 2);

    static async Task Run(ILogStore inner, int seed, int things, int turns, int failing)
    {
        var die = new Random(seed);
        using var store = new FailingStore(inner, () => { lock (die) return die.Next(100) < failing; });
        var tail = new LogTail(0, entryLimit: 16, batchLimit: 4);
        var all = new List<ThingWriter>();
        await using (var writer = new LogWriter(store, tail, NullLogger<LogWriter>.Instance))
        {
            all.AddRange(Enumerable.Range(0, things).Select(i => new ThingWriter($"thing-{i}", store, writer)));
            await Task.WhenAll(all.Select((thing, i) => thing.RunAsync(turns, new Random(seed + i))));
        }
        Check(store, tail, all);
    }

    static void Check(ILogStore store, LogTail tail, List<ThingWriter> all)
    {
        var log = store.Read(0, int.MaxValue);
        Assert.Equal(Enumerable.Range(1, log.Length).Select(n => (long)n), log.Select(e => e.N));
        Assert.Equal((store.Head, store.Head), (tail.Head, log.Length));
        var kept = log.ToLookup(e => e.Thing);
        foreach (var thing in all)
        {
            var mine = kept[thing.Id].ToArray();
            Assert.Equal(thing.Acknowledged.Select(Told.Of), mine.Select(Told.Of));
            Assert.Equal(Enumerable.Range(1, mine.Length).Select(v => (long)v), mine.Select(e => e.Version));
            var folded = mine.Aggregate(ThingState.Empty, (state, e) => state.With(new PropertyState(e.Name, e.Value, e.Time, e.DeviceTime)));
            if (mine.Length == 0) Assert.Null(store.LoadState(thing.Id));
            else Assert.Equal((folded.Version, StateJson.Write(folded).Text()), (store.LoadState(thing.Id)!.Version, store.LoadState(thing.Id)!.Document.Text()));
            Assert.Equal(mine.Length, thing.Committed);
        }
    }

    /// <summary>A thing as its grain runs it: turns one at a time, commits interleaved.</summary>
    sealed class ThingWriter(string id, ILogStore store, LogWriter writer)
    {
        readonly ThingJournal _journal = new(id, store, writer, TimeProvider.System);
        readonly SortedList<long, Entry> _acknowledged = [];

        public string Id => id;
        public IEnumerable<Entry> Acknowledged => _acknowledged.Values;
        public long Committed => _journal.Committed.Version;

        public Task RunAsync(int turns, Random die)
        {
            var oneAtATime = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
            return Task.Factory.StartNew(async () =>
            {
                _journal.Load();
                var under = new List<Task>();
                for (var turn = 0; turn < turns; turn++)
                {
                    under.Add(Turn(turn, die.Next(1, 4)));
                    if (die.Next(3) == 0) await Task.WhenAll(under);
                    else await Task.Yield();
                }
                await Task.WhenAll(under);
            }, CancellationToken.None, TaskCreationOptions.None, oneAtATime).Unwrap();
        }

        async Task Turn(int turn, int readings)
        {
            var step = _journal.Begin();
            for (var i = 0; i < readings; i++)
                step.Take(ReadingRules.Apply(step.State, id, new Reading(EntryKind.Property, $"p{i}", System.Text.Encoding.UTF8.GetBytes($"{turn}"), turn)).GetValueOrDefault());
            // What carries a command may be committed on this very thread.
            if (turn % 3 == 0) step.Commands.Add(new($"{id}-{turn}", id, false, "{}"u8.ToArray()));
            try { await _journal.CommitAsync(step); }
            catch (Exception why) when (why is LogFencedException or LogUnavailableException) { return; }
            foreach (var entry in step.Entries) _acknowledged.Add(entry.Version, entry);
        }
    }
}
