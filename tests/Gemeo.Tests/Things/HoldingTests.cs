using System.Text;
using Gemeo.Log;
using Gemeo.Tests.Log;
using Gemeo.Things;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gemeo.Tests.Things;

/// <summary>A log that goes away: what is held, and what becomes of a commit of which nobody knows whether it was kept.</summary>
public sealed class HoldingTests : IAsyncDisposable
{
    readonly MemoryStore _disk = new();
    readonly LogTail _tail = new(0);
    readonly LogWriter _writer;
    volatile Func<bool>? _fails;

    public HoldingTests()
    {
        _disk.BeforeCommit = _ => { if (_fails?.Invoke() == true) throw new LogUnavailableException("away"); };
        _writer = new(_disk, _tail, NullLogger<LogWriter>.Instance);
    }

    Twin Open(ILogStore? store = null, LogWriter? writer = null, IDeviceLink? link = null)
    {
        var twin = new Twin("lamp", store ?? _disk, writer ?? _writer, link ?? new TwinRig.Link(), TimeProvider.System, () => null, well: (writer ?? _writer).WellAsync);
        twin.Open();
        return twin;
    }

    static Reading Value(int value) => new(EntryKind.Property, "level", Encoding.UTF8.GetBytes($"{value}"), value);

    string[] Kept => [.. _disk.Read(0, 1000).Where(e => e.Kind == EntryKind.Property).Select(e => Encoding.UTF8.GetString(e.Value))];

    [Fact]
    public async Task Readings_are_held_while_the_log_is_away_and_written_when_a_probe_finds_it_well()
    {
        var twin = Open();
        _fails = () => true;
        var held = twin.Report([Value(1), Value(2)]);
        await Wait.Until(() => _writer.Fault is not null, "the failure");
        Assert.False(held.IsCompleted);
        _fails = null;
        await _writer.ProbeAsync();
        await held.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(["1", "2"], Kept);
        Assert.Null(_writer.Fault);
    }

    [Fact]
    public async Task What_is_held_is_let_go_when_the_house_closes()
    {
        var twin = Open();
        _fails = () => true;
        var held = twin.Report([Value(1)]);
        await Wait.Until(() => _writer.Fault is not null, "the failure");
        _writer.LetGo();
        await Assert.ThrowsAsync<LogUnavailableException>(() => held.WaitAsync(TimeSpan.FromSeconds(20)));
        await Assert.ThrowsAsync<LogUnavailableException>(() => twin.Report([Value(2)]).WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Readings_that_a_log_which_is_well_does_not_take_are_given_up()
    {
        var twin = Open();
        _fails = () => true;
        var poison = twin.Report([Value(1)]);
        await Wait.For(async () =>
        {
            await _writer.ProbeAsync();
            return poison.IsCompleted ? "" : null;
        }, "it to be given up");
        await Assert.ThrowsAsync<LogUnavailableException>(() => poison);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_commit_of_which_nobody_knows_whether_it_was_kept_is_written_once(bool kept)
    {
        using var store = new DoubtfulStore(_disk);
        await using var writer = new LogWriter(store, _tail, NullLogger<LogWriter>.Instance);
        var twin = Open(store, writer);
        await twin.Report([Value(1)]);
        store.Breaks = kept ? DoubtfulStore.After : DoubtfulStore.Before;
        var held = twin.Report([Value(2), Value(3)]);
        await Wait.Until(() => writer.Fault is not null, "the doubt");
        await writer.ProbeAsync();
        await held.WaitAsync(TimeSpan.FromSeconds(20));
        await twin.Report([Value(4)]);
        Assert.Equal(["1", "2", "3", "4"], Kept);
        Assert.Equal(_disk.Head, _tail.Head);
    }

    [Fact]
    public async Task An_order_that_was_refused_while_nobody_knew_whether_it_was_on_record_is_not_sent_and_has_its_end_there()
    {
        using var store = new DoubtfulStore(_disk);
        await using var writer = new LogWriter(store, _tail, NullLogger<LogWriter>.Instance);
        var wire = new TwinRig.Link();
        var lamp = TwinRig.ReadLamp();
        var twin = new Twin("lamp", store, writer, wire, TimeProvider.System, () => lamp, well: writer.WellAsync);
        twin.Open();
        store.Breaks = DoubtfulStore.After;
        Assert.Equal(OrderFault.LogUnavailable, (await twin.Ask(new Order { Of = CommandOf.Action, Name = "piscar" })).Fault);
        Assert.True(Command.Read(Assert.Single(_disk.Commands(null, 10)).Document) is { State: CommandState.Sent });
        await writer.ProbeAsync();
        await Wait.Until(() => Command.Read(_disk.Commands(null, 10).Single().Document) is { State: CommandState.Failed, Reason: "not-sent" }, "its end on record");
        Assert.Empty(wire.Sent);
    }

    /// <summary>Breaks once, before or after it has committed, and says that nobody knows.</summary>
    sealed class DoubtfulStore(MemoryStore inner) : ILogStore
    {
        public const string Before = "before", After = "after";

        public volatile string? Breaks;

        public void Commit(IReadOnlyList<Append> group)
        {
            var breaks = Breaks;
            Breaks = null;
            if (breaks != Before) inner.Commit(group);
            if (breaks is not null) throw new LogUnavailableException("the line broke") { InDoubt = true };
        }

        public string LogId => inner.LogId;
        public bool Gave(Cursor cursor) => inner.Gave(cursor);
        public bool Holds(string thing, string name, EntryKind kind, long deviceTime, byte[] value) => inner.Holds(thing, name, kind, deviceTime, value);
        public long Head => inner.Head;
        public long Oldest => inner.Oldest;
        public Entry[] Read(long after, int limit) => inner.Read(after, limit);
        public StoredState? LoadState(string thing) => inner.LoadState(thing);
        public (long N, IReadOnlyList<StoredState> States) Snapshot() => inner.Snapshot();
        public CommandRow? FindCommand(string id) => inner.FindCommand(id);
        public IReadOnlyList<CommandRow> OpenCommands(string? thing) => inner.OpenCommands(thing);
        public IReadOnlyList<CommandRow> Commands(string? thing, int limit) => inner.Commands(thing, limit);
        public IReadOnlyList<Entry> History(string thing, string name, long from, long to, int limit) => inner.History(thing, name, from, to, limit);
        public int Prune(long before, int limit, long upTo) => inner.Prune(before, limit, upTo);
        public void Put(string kind, IReadOnlyCollection<KeyValuePair<string, byte[]?>> documents) => inner.Put(kind, documents);
        public IReadOnlyList<(string Id, byte[] Document)> All(string kind) => inner.All(kind);
        public void Dispose() => inner.Dispose();
    }

    public async ValueTask DisposeAsync() => await _writer.DisposeAsync();
}
