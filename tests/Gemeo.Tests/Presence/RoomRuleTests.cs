using CsCheck;
using Gemeo.Presence;

namespace Gemeo.Tests.Presence;

/// <summary>The pure rules of a room under any sequence of coming, moving, breaking off and going.</summary>
public sealed class RoomRuleTests
{
    const int Cap = 3;
    static readonly TimeSpan _grace = TimeSpan.FromSeconds(10);

    /// <param name="What">0 enter, 1 enter with the token of somebody, 2 move, 3 leave, 4 cut, 5 time passes.</param>
    sealed record Doing(int What, int Who, double X);

    static readonly Gen<Doing[]> _doings = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 7], Gen.Double[-9, 9], (what, who, x) => new Doing(what, who, x)).Array[0, 60];

    static Pose At(double x) => Pose.Of(x, 0, 0, 0)!.Value;

    /// <summary>All rooms that follow one after another.</summary>
    static IEnumerable<(Room Room, TimeSpan Now)> Lives(Doing[] doings)
    {
        var (room, now) = (Room.Empty, TimeSpan.Zero);
        for (var n = 0; n < doings.Length; n++)
        {
            var (what, who, x) = doings[n];
            var one = room.Inside.IsEmpty ? null : room.Inside[who % room.Inside.Length];
            room = what switch
            {
                0 => RoomRules.Enter(room, new($"s{n}", $"n{who}", At(x), null), $"t{n}", Cap).Room,
                1 => RoomRules.Enter(room, new($"s{n}", $"n{who}", At(x), one?.Token), $"t{n}", Cap).Room,
                2 => RoomRules.Move(room, new(one?.Seat ?? "nobody", At(x))),
                3 => RoomRules.Leave(room, one?.Seat ?? "nobody", Cap),
                4 => RoomRules.Cut(room, one?.Seat ?? "nobody", now, Cap),
                _ => RoomRules.Sweep(room, (now += TimeSpan.FromSeconds(who)) - _grace, Cap),
            };
            yield return (room, now);
        }
    }

    [Fact]
    public void A_room_is_never_over_its_cap_and_nobody_watches_while_there_is_a_place() => _doings.Sample(doings =>
    {
        foreach (var (room, now) in Lives(doings))
        {
            Assert.InRange(room.People.Count(), 0, Cap);
            Assert.True(room.People.Count() == Cap || room.Observers == 0);
            Assert.Equal(room.Inside.Length, room.Inside.Select(p => p.Id).Distinct().Count());
            Assert.All(room.Inside, p => Assert.Equal(p.Seat is null, p.Cut is not null));
            Assert.All(room.Inside, p => Assert.False(p.Watches && p.Seat is null));
        }
    });

    [Fact]
    public void What_was_told_put_together_is_the_room_as_it_is_whatever_was_left_untold() => Gen.Select(_doings, Gen.Int[1, 9]).Sample((doings, every) =>
    {
        var told = Room.Empty;
        var seen = new Dictionary<string, (string, Pose)>();
        foreach (var ((room, _), n) in Lives(doings).Select((l, n) => (l, n)))
        {
            if (n % every != 0) continue;
            var news = Difference.Between(told, room);
            foreach (var person in news.Came) seen[person.Id] = (person.Name, person.Pose);
            foreach (var person in news.Moved) seen[person.Id] = (seen[person.Id].Item1, person.Pose);
            foreach (var id in news.Left) Assert.True(seen.Remove(id));
            Assert.Equal(room.People.Select(p => (p.Id, (p.Name, p.Pose))).Order(), seen.Select(s => (s.Key, s.Value)).Order());
            Assert.All(news.Promoted, seat => Assert.False(room.At(seat)!.Watches));
            Assert.Equal(told.Inside.Where(p => p.Watches).Select(p => p.Id).Intersect(room.People.Where(p => p.Seat is not null).Select(p => p.Id)).Count(), news.Promoted.Count);
            told = room;
        }
    });

    [Fact]
    public void Who_was_cut_is_the_same_with_the_token_until_the_grace_is_over_and_nobody_after_it() =>
        Gen.Select(Gen.Double[0, 20], Gen.Double[-9, 9]).Sample((seconds, x) =>
        {
            var (room, first, _) = RoomRules.Enter(Room.Empty, new("a", "Ana", At(0), null), "t1", Cap);
            var now = TimeSpan.FromSeconds(seconds);
            room = RoomRules.Sweep(RoomRules.Cut(room, "a", TimeSpan.Zero, Cap), now - _grace, Cap);
            var (_, again, replaced) = RoomRules.Enter(room, new("b", "Ana", At(x), "t1"), "t2", Cap);
            Assert.Null(replaced);
            Assert.Equal(now < _grace ? (first.Id, "t1") : ("p2", "t2"), (again.Id, again.Token));
        });

    [Fact]
    public void What_changes_nothing_gives_the_same_room_so_that_nothing_is_told()
    {
        var (room, _, _) = RoomRules.Enter(Room.Empty, new("a", "Ana", At(1), null), "t", Cap);
        Assert.Same(room, RoomRules.Move(room, new("a", At(1))));
        Assert.Same(room, RoomRules.Move(room, new("nobody", At(2))));
        Assert.Same(room, RoomRules.Leave(room, "nobody", Cap));
        Assert.Same(room, RoomRules.Cut(room, "nobody", TimeSpan.Zero, Cap));
        Assert.Same(room, RoomRules.Sweep(room, TimeSpan.MaxValue, Cap));
    }

    [Fact]
    public void A_scene_without_rooms_is_one_room_named_lab()
    {
        Assert.Equal(["lab"], LabRooms.Of(default));
        Assert.Equal(["lab"], LabRooms.Of(System.Text.Json.JsonElement.Parse("""{"rooms":{}}"""u8)));
        Assert.Equal(["a", "b"], LabRooms.Of(System.Text.Json.JsonElement.Parse("""{"rooms":{"a":{},"b":{}}}"""u8)));
    }
}
