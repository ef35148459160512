using System.Globalization;
using System.Text;
using Gemeo.Log;
using Gemeo.Things;

namespace Gemeo.Tests.Things;

/// <summary>The door through which devices report.</summary>
public sealed class InboxTests
{
    static Reading Value(int value) => new(EntryKind.Property, "distance", Encoding.UTF8.GetBytes(value.ToString(CultureInfo.InvariantCulture)), value);

    [Fact]
    public async Task Readings_of_a_thing_keep_their_order_and_those_that_wait_go_together()
    {
        var (grains, things) = FakeThings.New();
        var inbox = new ReadingInbox(grains);
        var first = new TaskCompletionSource();
        things["a"].Then = batch => batch[0].Time == 0 ? first.Task : Task.CompletedTask;
        var told = new List<Task>();
        for (var i = 0; i < 1000; i++) told.Add(await inbox.TakeAsync("a", Value(i)));
        Assert.Single(things["a"].Batches);
        Assert.DoesNotContain(told, t => t.IsCompleted);
        first.SetResult();
        await Task.WhenAll(told);
        Assert.Equal(2, things["a"].Batches.Count);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (long)i), things["a"].Batches.SelectMany(b => b).Select(r => r.Time));
    }

    [Fact]
    public async Task A_thing_that_fails_or_hangs_stops_no_other_and_is_tried_again_with_the_next_reading()
    {
        var (grains, things) = FakeThings.New();
        var inbox = new ReadingInbox(grains);
        things["ill"].Then = _ => throw new InvalidCastException("a bug");
        things["stuck"].Then = _ => new TaskCompletionSource().Task;
        var stuck = await inbox.TakeAsync("stuck", Value(1));
        await Assert.ThrowsAsync<InvalidCastException>(async () => await await inbox.TakeAsync("ill", Value(1)));
        await await inbox.TakeAsync("well", Value(1));
        things["ill"].Then = _ => Task.CompletedTask;
        await await inbox.TakeAsync("ill", Value(2));
        Assert.False(stuck.IsCompleted);
    }

    [Fact]
    public async Task What_waits_is_bounded_and_there_is_room_again_when_it_is_on_disk()
    {
        var (grains, things) = FakeThings.New();
        var inbox = new ReadingInbox(grains);
        var disk = new TaskCompletionSource();
        things["slow"].Then = _ => disk.Task;
        for (var i = 0; i < 50_000; i++) await inbox.TakeAsync("slow", Value(i));
        var next = inbox.TakeAsync("other", Value(1));
        Assert.False(next.IsCompleted);
        disk.SetResult();
        await await next.AsTask().WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task What_waits_is_bounded_in_bytes_too_and_goes_in_batches()
    {
        var (grains, things) = FakeThings.New();
        var inbox = new ReadingInbox(grains);
        var disk = new TaskCompletionSource();
        things["slow"].Then = _ => disk.Task;
        var payload = new byte[256 << 10];
        Reading Long(int i) => Value(i) with { Raw = new("slow", payload) };
        var told = new List<Task>();
        var (taken, next) = (0, inbox.TakeAsync("slow", Long(0)));
        for (; next.IsCompleted; next = inbox.TakeAsync("slow", Long(taken)))
        {
            told.Add(await next);
            taken++;
        }
        Assert.InRange(taken * (long)payload.Length, 30 << 20, 60 << 20);
        disk.SetResult();
        told.Add(await next.AsTask().WaitAsync(TimeSpan.FromSeconds(20)));
        await Task.WhenAll(told);
        for (var i = 0; i < 50_000; i++) told.Add(await inbox.TakeAsync("slow", Value(i)));
        await Task.WhenAll(told);
        await inbox.CloseAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.All(things["slow"].Batches, b => Assert.InRange(b.Length, 1, 1000));
    }
}
