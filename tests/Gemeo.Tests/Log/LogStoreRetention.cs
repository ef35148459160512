using Gemeo.Log;
using Xunit;

namespace Gemeo.Tests.Log;

// History and retention.
public abstract partial class LogStoreCompliance
{
    [Fact]
    public void History_is_by_time_with_both_ends_in_and_holds_readings_and_events_only()
    {
        Line lamp = new("lamp"), door = new("door");
        Store.Commit([lamp.Next([lamp.Entry("1", time: 10), lamp.Entry("4", time: 40), lamp.Entry("2", time: 20), lamp.Entry("3", time: 20), lamp.Entry("5", time: 50),
            lamp.Entry("6", EntryKind.Action, time: 30), lamp.Entry("7", EntryKind.Event, "aberta", time: 30), lamp.Entry("8", name: "other", time: 30)]), door.Next([door.Entry("9", time: 30)])]);
        Assert.Equal(["2", "3", "4"], Values("lamp", "distance", 20, 40));
        Assert.Equal(["1", "2"], Store.History("lamp", "distance", 0, 100, 2).Select(e => e.Value.Text()));
        Assert.Equal(["7"], Values("lamp", "aberta", 0, 100));
        Assert.Equal(["9"], Values("door", "distance", 30, 30));
        Assert.Empty(Values("lamp", "nothing", 0, 100));
        Assert.Empty(Values("nobody", "distance", 0, 100));

        IEnumerable<string> Values(string thing, string name, long from, long to) => Store.History(thing, name, from, to, 100).Select(e => e.Value.Text());
    }

    [Fact]
    public void Retention_forgets_the_oldest_a_little_at_a_time_and_keeps_every_state()
    {
        var lamp = new Line("lamp");
        Store.Commit([lamp.Next([.. Enumerable.Range(1, 10).Select(i => lamp.Entry($"{i}", time: i * 10))])]);
        Assert.Equal(0, Store.Prune(10, 100));
        Assert.Equal(3, Store.Prune(55, 3));
        Assert.Equal((4, 10), (Store.Oldest, Store.Head));
        Assert.Equal(2, Store.Prune(55, 100));
        Assert.Equal(0, Store.Prune(55, 100));
        Assert.Equal(["6", "7", "8", "9", "10"], Again().Read(0, 100).Select(e => e.Value.Text()));
        Assert.Equal((6, 10), (Store.Oldest, Store.Head));
        Assert.Equal(10, Store.LoadState("lamp")!.Version);
        Assert.Equal(["6"], Store.History("lamp", "distance", 0, 60, 100).Select(e => e.Value.Text()));
    }

    [Fact]
    public void Retention_stops_at_the_place_it_is_given()
    {
        var lamp = new Line("lamp");
        Store.Commit([lamp.Next([.. Enumerable.Range(1, 10).Select(i => lamp.Entry($"{i}", time: i * 10))])]);
        Assert.Equal(0, Store.Prune(long.MaxValue, 100, 0));
        Assert.Equal(4, Store.Prune(long.MaxValue, 100, 4));
        Assert.Equal((5, 10), (Store.Oldest, Store.Head));
    }

    [Fact]
    public void A_clock_that_was_wrong_for_a_while_does_not_stop_retention()
    {
        var lamp = new Line("lamp");
        long[] times = [900, 910, 920, 10, 20, 30, 40, 50, 60, 70];
        Store.Commit([lamp.Next([.. times.Select(t => lamp.Entry($"{t}", time: t))])]);
        Assert.Equal(3, Store.Prune(35, 3));
        Assert.Equal(3, Store.Prune(35, 3));
        Assert.Equal(0, Store.Prune(35, 3));
        Assert.Equal(["40", "50", "60", "70"], Store.Read(6, 100).Select(e => e.Value.Text()));
    }

    [Fact]
    public void Retention_forgets_commands_that_ended_long_ago_and_never_one_under_way()
    {
        var lamp = new Line("lamp");
        Store.Commit([lamp.Next([lamp.Entry("1", time: 10)], Command("old", false, 10), Command("open", true, 10), Command("new", false, 200))]);
        Store.Prune(100, 100);
        Assert.Null(Store.FindCommand("old"));
        Assert.Equal(["open"], Store.OpenCommands(null).Select(c => c.Id));
        Assert.NotNull(Store.FindCommand("new"));

        static CommandRow Command(string id, bool open, long created) => new(id, "lamp", open, System.Text.Encoding.UTF8.GetBytes($$"""{"created":"{{Instant.Iso(created)}}"}"""));
    }

    [Fact]
    public void Places_are_not_given_twice_after_retention_emptied_the_log_and_it_was_opened_again()
    {
        var lamp = new Line("lamp");
        Store.Commit([lamp.Next("1", "2", "3")]);
        Assert.Equal(3, Store.Prune(long.MaxValue, 100));
        Assert.Equal((4, 3), (Again().Oldest, Store.Head));
        Store.Commit([lamp.Next("4")]);
        Assert.Equal([4L], Store.Read(0, 100).Select(e => e.N));
        Assert.Equal((4, 4), (Store.Oldest, Store.Head));
    }

    [Fact]
    public void A_snapshot_of_a_log_that_retention_emptied_stands_at_its_head()
    {
        Store.Commit([new Line("lamp").Next("1", "2", "3")]);
        Store.Prune(long.MaxValue, 100);
        Assert.Equal(3, Store.Snapshot().N);
        Assert.Equal([("lamp", 3L)], Store.Snapshot().States.Select(s => (s.Thing, s.Version)));
        Assert.Equal(3, Again().Snapshot().N);
    }
}
