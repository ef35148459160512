using CsCheck;
using Gemeo.Log;
using Xunit;

namespace Gemeo.Tests.Log;

/// <summary>What every log store keeps to. A store joins by saying how it is opened, opened again, and wiped.</summary>
public abstract partial class LogStoreCompliance : IDisposable
{
    ILogStore? _open;

    /// <summary>Opens the data of this test.</summary>
    protected abstract ILogStore Open();

    /// <summary>Forgets the data of this test; nothing is open then.</summary>
    protected abstract void Wipe();

    internal ILogStore Store => _open ??= Open();

    internal ILogStore Again()
    {
        _open?.Dispose();
        return _open = Open();
    }

    [Fact]
    public void Places_follow_one_another_across_groups_and_things()
    {
        Line lamp = new("lamp"), door = new("door");
        Store.Commit([lamp.Next("1", "2"), door.Next("3")]);
        Store.Commit([door.Next("4"), lamp.Next("5")]);
        Assert.Equal(
            ["1 lamp v1 Property distance=1 t1000 d True ", "2 lamp v2 Property distance=2 t1000 d True ", "3 door v1 Property distance=3 t1000 d True ",
             "4 door v2 Property distance=4 t1000 d True ", "5 lamp v3 Property distance=5 t1000 d True "],
            Store.Read(0, 100).Select(Told.Of));
        Assert.Equal((5, 1), (Store.Head, Store.Oldest));
    }

    [Fact]
    public void An_empty_log_has_head_0_and_begins_at_1()
    {
        Assert.Equal((0, 1), (Store.Head, Store.Oldest));
        Assert.Empty(Store.Read(0, 10));
        Assert.Equal(0, Store.Snapshot().N);
        Assert.Null(Store.LoadState("lamp"));
    }

    [Fact]
    public void An_append_on_a_wrong_version_keeps_nothing_and_the_rest_of_its_group_stays()
    {
        Line lamp = new("lamp"), door = new("door");
        Store.Commit([lamp.Next("1")]);
        var stale = new Line("lamp").Next([new Line("lamp").Entry("9")], new CommandRow("c", "lamp", true, "{}"u8.ToArray()));
        Append[] others = [door.Next("2"), lamp.Next("3")];
        Store.Commit([others[0], stale, others[1]]);
        Assert.True(stale.Fenced);
        Assert.DoesNotContain(others, o => o.Fenced);
        Assert.Equal(["1", "2", "3"], Store.Read(0, 100).Select(e => e.Value.Text()));
        Assert.Equal(3, Store.Head);
        Assert.Null(Store.FindCommand("c"));
        Assert.Equal(2, Store.LoadState("lamp")!.Version);
    }

    [Fact]
    public void A_fenced_append_of_a_thing_nobody_knew_leaves_no_thing_behind()
    {
        var late = new Line("ghost", version: 7).Next("1");
        Store.Commit([late]);
        Assert.True(late.Fenced);
        Assert.Null(Store.LoadState("ghost"));
        Assert.Empty(Store.Snapshot().States);
    }

    [Fact]
    public void An_append_on_a_fenced_one_of_its_own_line_is_fenced_too_even_when_its_version_fits()
    {
        Store.Commit([new Line("lamp").Next("1")]);
        var loser = new Line("lamp");
        Append[] both = [loser.Next("8"), loser.Next("9")];
        Store.Commit(both);
        Assert.All(both, b => Assert.True(b.Fenced));
        Assert.Equal(["1"], Store.Read(0, 100).Select(e => e.Value.Text()));
    }

    [Fact]
    public void State_and_commands_are_kept_with_the_entries_that_tell_of_them()
    {
        var lamp = new Line("lamp");
        Store.Commit([lamp.Next([lamp.Entry("\"pending\"", EntryKind.Action, "ligar")], new CommandRow("c1", "lamp", true, """{"s":"pending"}"""u8.ToArray()))]);
        Assert.Equal(["c1"], Store.OpenCommands("lamp").Select(c => c.Id));
        Store.Commit([lamp.Next([lamp.Entry("true"), lamp.Entry("\"confirmed\"", EntryKind.Action, "ligar")],
            new("c1", "lamp", false, """{"s":"confirmed"}"""u8.ToArray()), new("c2", "lamp", true, """{"s":"pending"}"""u8.ToArray()))]);
        var store = Again();
        Assert.Equal(["c2"], store.OpenCommands(null).Select(c => c.Id));
        Assert.Empty(store.OpenCommands("door"));
        Assert.Equal("""{"s":"confirmed"}""", store.FindCommand("c1")!.Document.Text());
        Assert.False(store.FindCommand("c1")!.Open);
        Assert.Equal(3, store.LoadState("lamp")!.Version);
        Assert.Contains("\"at\":3", store.LoadState("lamp")!.Document.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_comes_back_as_it_went_in()
    {
        var thing = new Line("urn:ação/é \"1\"");
        Entry[] all =
        [
            thing.Entry("""{"a":[1,2.50,"é \\u0000"]}""", name: "válvula", time: 1_764_000_000_123_456, deviceTime: -5),
            thing.Entry("null", EntryKind.Action, "", cause: "http:127.0.0.1"),
            thing.Entry("\"\"", EntryKind.Event, "aberta", changed: false),
            thing.Entry("false", EntryKind.Availability, "silent", time: 0),
            thing.Entry("1e400", EntryKind.Security, "rejected", time: long.MaxValue),
        ];
        Store.Commit([thing.Next(all)]);
        Assert.Equal(all.Select(Told.Of), Again().Read(0, 100).Select(Told.Of));
    }

    [Fact]
    public void Reading_goes_from_any_place_in_pieces_of_any_size()
    {
        var lamp = new Line("lamp");
        Store.Commit([lamp.Next([.. Enumerable.Range(1, 100).Select(i => $"{i}")])]);
        Gen.Select(Gen.Int[0, 110], Gen.Int[1, 40]).Sample((after, limit) =>
            Store.Read(after, limit).Select(e => e.N).SequenceEqual(Enumerable.Range(after + 1, 200).Where(n => n <= 100).Take(limit).Select(n => (long)n)), iter: 100);
    }

    [Fact]
    public void Documents_are_put_replaced_listed_by_kind_and_removed()
    {
        Store.Put("thing", "b", "1"u8.ToArray());
        Store.Put("thing", "a", [0, 255, 1]);
        Store.Put("session", "a", "3"u8.ToArray());
        Store.Put("thing", "b", "2"u8.ToArray());
        Store.Put("thing", "none", null);
        Assert.Equal([("a", "00FF01"), ("b", "32")], Again().All("thing").Select(d => (d.Id, Convert.ToHexString(d.Document))).Order());
        Store.Put("thing", "a", null);
        Assert.Equal(["b"], Store.All("thing").Select(d => d.Id));
        Assert.Equal(["a"], Store.All("session").Select(d => d.Id));
        Store.Put("thing", [new("c", "4"u8.ToArray()), new("b", null), new("d", "5"u8.ToArray())]);
        Assert.Equal(["c", "d"], Again().All("thing").Select(d => d.Id));
    }

    [Fact]
    public void A_message_that_comes_again_is_known_by_its_own_time_and_its_value()
    {
        var lamp = new Line("lamp");
        Store.Commit([lamp.Next([lamp.Entry("1", deviceTime: 10), lamp.Entry("2", deviceTime: 20), lamp.Entry("\"a\"", EntryKind.Event, "pressed", deviceTime: 10)])]);
        Assert.True(Store.Holds("lamp", "distance", EntryKind.Property, 10, "1"u8.ToArray()));
        Assert.True(Again().Holds("lamp", "pressed", EntryKind.Event, 10, "\"a\""u8.ToArray()));
        Assert.False(Store.Holds("lamp", "distance", EntryKind.Property, 10, "2"u8.ToArray()));
        Assert.False(Store.Holds("lamp", "distance", EntryKind.Property, 11, "1"u8.ToArray()));
        Assert.False(Store.Holds("lamp", "other", EntryKind.Property, 10, "1"u8.ToArray()));
        Assert.False(Store.Holds("nobody", "distance", EntryKind.Property, 10, "1"u8.ToArray()));
    }

    [Fact]
    public void A_cursor_is_good_over_every_opening_of_its_log_and_never_for_a_wiped_one()
    {
        Store.Commit([new Line("lamp").Next("1")]);
        var cursor = new Cursor(Store.LogId, 1);
        Assert.True(Store.Gave(cursor));
        Assert.True(Again().Gave(cursor));
        Assert.True(Again().Gave(cursor));
        Assert.False(Store.Gave(new("x" + cursor.LogId, 1)));
        _open!.Dispose();
        _open = null;
        Wipe();
        Assert.False(Store.Gave(cursor));
        Assert.Equal(0, Store.Head);
        Assert.Null(Store.LoadState("lamp"));
    }

    public void Dispose()
    {
        _open?.Dispose();
        Wipe();
        GC.SuppressFinalize(this);
    }
}
