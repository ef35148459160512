using Gemeo.Log;
using Gemeo.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Gemeo.Tests.Log;

public sealed class LogWriterTests : IAsyncDisposable
{
    readonly MemoryStore _store = new();
    readonly LogTail _tail = new(0);
    readonly LogWriter _writer;

    public LogWriterTests() => _writer = new(_store, _tail, NullLogger<LogWriter>.Instance);

    [Fact]
    public async Task Appends_that_wait_for_a_commit_go_together_into_the_next_in_the_order_in_which_they_came()
    {
        using var gate = Gate();
        var lines = Enumerable.Range(1, 20).Select(i => new Line($"thing-{i}")).ToArray();
        var first = _writer.AppendAsync(lines[0].Next("0"));
        await gate.Reached();
        var rest = lines.Select((line, i) => _writer.AppendAsync(line.Next($"{i}"))).ToArray();
        gate.Open();
        await Task.WhenAll([first, .. rest]);
        Assert.Equal([1, 20], _store.Groups);
        Assert.Equal(lines.Select((_, i) => $"{i}").Prepend("0"), _store.Read(0, 100).Select(e => e.Value.Text()));
        Assert.Equal(21, _tail.Head);
    }

    [Fact]
    public async Task Whoever_is_told_finds_the_entry_in_the_tail()
    {
        var line = new Line("lamp");
        for (var i = 0; i < 50; i++)
        {
            var append = line.Next("1");
            await _writer.AppendAsync(append);
            Assert.True(_tail.Head >= append.Entries[0].N);
            Assert.Contains(append.Entries[0], _tail.Find(append.Entries[0].N - 1)!.Entries);
        }
    }

    [Fact]
    public async Task A_failed_commit_faults_all_that_waited_is_told_and_clears_with_the_next_that_succeeds()
    {
        using (var gate = Gate(() => throw new LogUnavailableException("the disk is full")))
        {
            var held = _writer.AppendAsync(new Line("a").Next("1"));
            await gate.Reached();
            var waiting = new[] { "b", "c" }.Select(thing => _writer.AppendAsync(new Line(thing).Next("1"))).ToArray();
            gate.Open();
            foreach (var task in waiting.Prepend(held)) Assert.Equal("the disk is full", (await Assert.ThrowsAsync<LogUnavailableException>(() => task)).Message);
        }
        Assert.Equal("the disk is full", _writer.Fault);
        Assert.Equal(0, _tail.Head);
        Assert.Null(_tail.Find(0));
        _store.BeforeCommit = null;
        await _writer.AppendAsync(new Line("a").Next("2"));
        Assert.Null(_writer.Fault);
        Assert.Equal(["2"], _store.Read(0, 10).Select(e => e.Value.Text()));
    }

    [Fact]
    public async Task A_store_that_fails_in_an_unforeseen_way_still_answers_everybody_and_the_writer_lives()
    {
        _store.BeforeCommit = _ => throw new InvalidCastException("a bug");
        var lost = await Assert.ThrowsAsync<LogUnavailableException>(() => _writer.AppendAsync(new Line("a").Next("1")));
        Assert.IsType<InvalidCastException>(lost.InnerException);
        _store.BeforeCommit = null;
        await _writer.AppendAsync(new Line("a").Next("1"));
        Assert.Equal(1, _tail.Head);
    }

    [Fact]
    public async Task What_stands_on_a_lost_append_is_refused_and_a_new_line_goes_on()
    {
        var line = new Line("lamp");
        Append lost = line.Next("1"), onIt = line.Next("2");
        _store.BeforeCommit = _ => throw new LogUnavailableException("lost");
        await Assert.ThrowsAsync<LogUnavailableException>(() => _writer.AppendAsync(lost));
        _store.BeforeCommit = null;
        await Assert.ThrowsAsync<LogFencedException>(() => _writer.AppendAsync(onIt));
        await _writer.AppendAsync(new Line("lamp").Next("3"));
        Assert.Equal(["3"], _store.Read(0, 10).Select(e => e.Value.Text()));
    }

    [Fact]
    public async Task A_fenced_append_faults_alone_and_is_never_shown()
    {
        await _writer.AppendAsync(new Line("lamp").Next("1"));
        using var gate = Gate();
        var held = _writer.AppendAsync(new Line("other").Next("2"));
        await gate.Reached();
        var stale = _writer.AppendAsync(new Line("lamp").Next("9"));
        var good = _writer.AppendAsync(new Line("lamp", 1).Next("3"));
        gate.Open();
        await Assert.ThrowsAsync<LogFencedException>(() => stale);
        await Task.WhenAll(held, good);
        Assert.Null(_writer.Fault);
        Assert.Equal(["3"], _tail.Find(2)!.Entries.Select(e => e.Value.Text()));
    }

    [Fact]
    public async Task Other_writing_runs_between_commits_in_its_turn_and_its_failure_is_its_callers_alone()
    {
        using var gate = Gate();
        var first = _writer.AppendAsync(new Line("a").Next("1"));
        await gate.Reached();
        var second = _writer.AppendAsync(new Line("b").Next("2"));
        var seen = _writer.RunAsync(store => store.Head);
        var failing = _writer.RunAsync<int>(_ => throw new LogUnavailableException("no room"));
        var third = _writer.AppendAsync(new Line("c").Next("3"));
        gate.Open();
        await Task.WhenAll(first, second, third);
        Assert.Equal(2, await seen);
        await Assert.ThrowsAsync<LogUnavailableException>(() => failing);
        Assert.Equal([1, 1, 1], _store.Groups);
    }

    [Fact]
    public async Task What_carries_a_command_is_on_disk_at_once_when_nothing_is_before_it_and_in_its_turn_otherwise()
    {
        Assert.True(_writer.AppendAsync(Command("a")).IsCompletedSuccessfully);
        Assert.Equal((1, 1), (_store.Head, _tail.Head));
        using var gate = Gate();
        var held = _writer.AppendAsync(new Line("b").Next("1"));
        await gate.Reached();
        var behind = new[] { _writer.AppendAsync(new Line("c").Next("2")), _writer.AppendAsync(Command("d")) };
        Assert.All(behind, task => Assert.False(task.IsCompleted));
        gate.Open();
        await Task.WhenAll([held, .. behind]);
        Assert.Equal(["a", "b", "c", "d"], _store.Read(0, 100).Select(e => e.Thing));
    }

    [Fact]
    public async Task A_command_that_cannot_be_committed_at_once_says_why_and_after_the_close_nothing_is_committed()
    {
        _store.BeforeCommit = _ => throw new LogUnavailableException("the disk is full");
        Assert.Equal("the disk is full", (await Assert.ThrowsAsync<LogUnavailableException>(() => _writer.AppendAsync(Command("a")))).Message);
        _store.BeforeCommit = null;
        await _writer.DisposeAsync();
        await Assert.ThrowsAsync<System.Threading.Channels.ChannelClosedException>(() => _writer.AppendAsync(Command("a")));
        Assert.Equal(0, _store.Head);
    }

    static Append Command(string thing)
    {
        var line = new Line(thing);
        return line.Next([line.Entry("{}", EntryKind.Action)], new CommandRow($"{thing}-1", thing, true, "{}"u8.ToArray()));
    }

    [Fact]
    public async Task Closing_commits_what_still_waits()
    {
        using var gate = Gate();
        var all = Enumerable.Range(1, 10).Select(i => _writer.AppendAsync(new Line($"{i}").Next("1"))).ToArray();
        await gate.Reached();
        var closing = _writer.DisposeAsync();
        gate.Open();
        await closing;
        Assert.All(all, task => Assert.True(task.IsCompletedSuccessfully));
        Assert.Equal(10, _store.Head);
    }

    CommitGate Gate(Action? then = null)
    {
        var gate = new CommitGate(then);
        _store.BeforeCommit = gate.Pass;
        return gate;
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    /// <summary>Holds commits until opened.</summary>
    sealed class CommitGate(Action? then) : IDisposable
    {
        readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly ManualResetEventSlim _open = new();

        public Task Reached() => _reached.Task.WaitAsync(TimeSpan.FromSeconds(20));
        public void Open() => _open.Set();

        public void Pass(IReadOnlyList<Append> group)
        {
            _reached.TrySetResult();
            _open.Wait(TimeSpan.FromSeconds(20));
            then?.Invoke();
        }

        public void Dispose() => _open.Set();
    }
}
