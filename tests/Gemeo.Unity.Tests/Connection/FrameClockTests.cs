namespace Gemeo.Unity.Tests.Connection;

public sealed class FrameClockTests
{
    [Theory]
    [InlineData(TaskCreationOptions.None)]
    [InlineData(TaskCreationOptions.RunContinuationsAsynchronously)]
    public async Task A_wait_ends_in_the_first_frame_that_is_late_enough_and_never_early(TaskCreationOptions continuations)
    {
        var clock = new FrameClock(continuations);
        var (second, none) = (clock.Delay(TimeSpan.FromSeconds(1), default), clock.Delay(TimeSpan.Zero, default));
        clock.Tick(100);
        Assert.True(none.IsCompletedSuccessfully);
        clock.Tick(100.99);
        Assert.False(second.IsCompleted);
        clock.Tick(101);
        await second;
    }

    [Fact]
    public async Task Cancelled_or_stopped_it_ends_so()
    {
        var clock = new FrameClock(TaskCreationOptions.None);
        using var cancel = new CancellationTokenSource();
        var (cancelled, stopped) = (clock.Delay(TimeSpan.FromSeconds(1), cancel.Token), clock.Delay(TimeSpan.FromSeconds(1), default));
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.False(stopped.IsCompleted);
        clock.Stop();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => clock.Delay(TimeSpan.FromSeconds(1), default));
    }

    [Fact]
    public void Whoever_waits_again_from_within_a_frame_waits_for_the_next()
    {
        // As in a page: what waited goes on within what ended its wait.
        SynchronizationContext.SetSynchronizationContext(null);
        var clock = new FrameClock(TaskCreationOptions.None);
        var turns = 0;
        Again();
        for (var n = 0; n < 5; n++) clock.Tick(n);
        Assert.Equal(5, turns);

        async void Again()
        {
            while (turns < 10)
            {
                await clock.Delay(TimeSpan.Zero, default);
                turns++;
            }
        }
    }
}
