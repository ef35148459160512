using CsCheck;
using Gemeo.Log;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Gemeo.Tests.Log;

/// <summary>Live and catching up are one path: whatever is in memory and whatever on disk, each entry comes once and in order.</summary>
public sealed class FollowerTests
{
    [Fact]
    public Task Readers_that_begin_anywhere_and_resume_at_random_see_every_entry_once_and_in_order() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 40], Gen.Int[1, 6], Gen.Int[1, 300]).SampleAsync(async (seed, entryLimit, batchLimit, groups) =>
        {
            using var store = new MemoryStore();
            var tail = new LogTail(0, entryLimit, batchLimit);
            var readers = new List<Task<List<long>>>();
            await using (var writer = new LogWriter(store, tail, NullLogger<LogWriter>.Instance))
            {
                var last = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
                for (var i = 0; i < 6; i++) readers.Add(Read(new Follower(store, tail), i == 0 ? 0 : -1, new Random(seed + i), last.Task));
                await Write(writer, groups, new Random(seed));
                last.SetResult(store.Head);
                tail.Pulse();
                await Task.WhenAll(readers);
            }
            foreach (var seen in readers.Select(r => r.Result))
                Assert.Equal(Enumerable.Range(0, (int)(store.Head - seen[0])).Select(i => seen[0] + i + 1), seen.Skip(1));
        }, iter: 40, threads: 2);

    static async Task Write(LogWriter writer, int groups, Random die)
    {
        var lines = Enumerable.Range(0, 5).Select(i => new Line($"thing-{i}")).ToArray();
        for (var i = 0; i < groups; i++)
        {
            var all = lines.Where(_ => die.Next(2) == 0).Select(line => writer.AppendAsync(line.Next([.. Enumerable.Repeat("1", die.Next(1, 6))]))).ToArray();
            if (die.Next(3) == 0) await Task.WhenAll(all);
        }
        await writer.RunAsync(store => store.Head);
    }

    // The first number is where it began; then what it saw. A resume begins a new follower's reading at the last entry taken.
    static async Task<List<long>> Read(Follower follower, long from, Random die, Task<long> last)
    {
        await Task.Yield();
        var at = from >= 0 ? from : die.NextInt64(follower.Head + 1);
        var seen = new List<long> { at };
        while (!last.IsCompleted || at < last.Result)
        {
            if (follower.Next(at) is not { } batch)
            {
                await follower.WaitAsync(at);
                continue;
            }
            Assert.InRange(at + 1, batch.First, batch.Last);
            var mine = batch.Entries.Where(e => e.N > at).ToArray();
            var taken = die.Next(4) == 0 ? mine[..die.Next(mine.Length + 1)] : mine;
            seen.AddRange(taken.Select(e => e.N));
            if (taken.Length > 0) at = taken[^1].N;
            if (die.Next(5) == 0) await Task.Yield();
        }
        return seen;
    }

    [Fact]
    public void The_tail_keeps_the_newest_within_its_limits_and_never_less_than_one_batch()
    {
        var tail = new LogTail(0, entryLimit: 5, batchLimit: 3);
        tail.Publish(Batch(1, 4));
        tail.Publish(Batch(5, 12));
        Assert.Null(tail.Find(3));
        Assert.Equal(5, tail.Find(11)!.First);
        for (var n = 13; n < 20; n++) tail.Publish(Batch(n, n));
        Assert.Equal([17L, 18, 19], Enumerable.Range(0, 25).Select(n => tail.Find(n)?.First).OfType<long>());
        Assert.Equal(19, tail.Head);
    }

    [Fact]
    public async Task A_waiting_follower_is_woken_by_news_and_by_every_pulse()
    {
        var tail = new LogTail(7);
        Assert.True(tail.WaitAsync(6).IsCompleted);
        var waiting = tail.WaitAsync(7);
        Assert.False(waiting.IsCompleted);
        tail.Pulse();
        await waiting.WaitAsync(TimeSpan.FromSeconds(20));
        waiting = tail.WaitAsync(7);
        tail.Publish(Batch(8, 8));
        await waiting.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.True(tail.WaitAsync(7).IsCompleted);
    }

    [Fact]
    public void A_cursor_is_known_only_in_its_own_log_and_within_what_is_kept()
    {
        using var store = new MemoryStore();
        var lamp = new Line("lamp");
        store.Commit([lamp.Next([.. Enumerable.Range(1, 10).Select(i => lamp.Entry("1", time: i))])]);
        var follower = new Follower(store, new LogTail(10));
        Assert.Equal(Enumerable.Range(0, 11), Enumerable.Range(0, 20).Where(n => follower.Knows(follower.At(n))));
        Assert.False(follower.Knows(new("another", 5)));
        store.Prune(6, 100);
        Assert.Equal(Enumerable.Range(5, 6), Enumerable.Range(0, 20).Where(n => follower.Knows(follower.At(n))));
    }

    [Fact]
    public void A_cursor_that_is_on_disk_is_known_even_in_the_moment_before_the_tail_has_it()
    {
        using var store = new MemoryStore();
        store.Commit([new Line("lamp").Next("1", "2")]);
        var follower = new Follower(store, new LogTail(0));
        Assert.True(follower.Knows(follower.At(2)));
        Assert.False(follower.Knows(follower.At(3)));
    }

    [Fact]
    public void A_reader_whom_retention_overtook_is_told_so_and_not_led_past_the_gap()
    {
        using var store = new MemoryStore();
        var lamp = new Line("lamp");
        store.Commit([lamp.Next([.. Enumerable.Range(1, 10).Select(i => lamp.Entry("1", time: i))])]);
        var follower = new Follower(store, new LogTail(10));
        store.Prune(6, 100);
        Assert.Throws<CursorGoneException>(() => follower.Next(3));
        Assert.Equal(6, follower.Next(5)!.First);
        store.Prune(100, 100);
        Assert.Throws<CursorGoneException>(() => follower.Next(5));
        Assert.Null(follower.Next(10));
    }

    [Theory]
    [InlineData("abc:12", "abc", 12)]
    [InlineData("a:b:0", "a:b", 0)]
    [InlineData("", null, 0)]
    [InlineData(":1", null, 0)]
    [InlineData("abc", null, 0)]
    [InlineData("abc:", null, 0)]
    [InlineData("abc:-1", null, 0)]
    [InlineData("abc: 1", null, 0)]
    [InlineData("abc:99999999999999999999", null, 0)]
    public void A_cursor_is_read_as_written_or_not_at_all(string text, string? logId, long n)
    {
        Assert.Equal(logId is not null, Cursor.TryParse(text, out var cursor));
        if (logId is not null) Assert.Equal((logId, n, text), (cursor.LogId, cursor.N, cursor.ToString()));
    }

    static LogBatch Batch(int first, int last)
    {
        var line = new Line("lamp");
        var entries = Enumerable.Range(first, last - first + 1).Select(_ => line.Entry("1")).ToArray();
        for (var i = 0; i < entries.Length; i++) entries[i].N = first + i;
        return new(entries);
    }
}
