using System.Collections.Concurrent;
using Gemeo.Client;

namespace Gemeo.Tests.Client;

/// <summary>Two and more clients in the same room.</summary>
public sealed class PresenceTests
{
    static readonly Pose _door = new(5, 0, 6.8, 3.1416);

    static async Task<Rig> Join(string url, string? name, string room = "lab", Action<ClientOptions>? set = null)
    {
        var rig = await Rig.Open(url, set);
        rig.Lab.Presence.Join(room, name, _door);
        await rig.Until(() => rig.Lab.Presence.You is not null, "the room");
        return rig;
    }

    static ConcurrentQueue<string> Listen(Rig rig)
    {
        var told = new ConcurrentQueue<string>();
        rig.Lab.Presence.Came += person => told.Enqueue("came " + person.Name);
        rig.Lab.Presence.Left += person => told.Enqueue("left " + person.Name);
        return told;
    }

    static Person? Seen(Rig by, Rig who) => by.Lab.Presence.People.SingleOrDefault(p => p.Id == who.Lab.Presence.You);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_see_each_other_come_move_and_leave(bool byHand)
    {
        await using var server = await TestServer.Start();
        var url = server.Url.ToString();
        using var ana = await Join(url, "Ana", set: o => o.DispatchByHand = byHand);
        var told = Listen(ana);
        using var bia = await Join(url, "Bia");
        await ana.Until(() => Seen(ana, bia) is { Name: "Bia" }, "Bia");
        Assert.Equal(_door, Seen(ana, bia)!.Pose);
        Assert.Equal("Ana", Assert.Single(bia.Lab.Presence.People).Name);
        // Faster than anybody needs it; where one comes to a stand is told all the same.
        for (var n = 1; n <= 200; n++) bia.Lab.Presence.Move(new Pose(n, 0, 1, 0));
        await ana.Until(() => Seen(ana, bia)!.Pose.X == 200, "the last step");
        bia.Lab.Presence.Join("lab", "Beatriz", new Pose(1, 0, 1, 0));
        await ana.Until(() => Seen(ana, bia)?.Name == "Beatriz", "the new name");
        bia.Lab.Presence.Leave();
        Assert.Empty(bia.Lab.Presence.People);
        await ana.Until(() => ana.Lab.Presence.People.Count == 0, "her leaving");
        Assert.Equal(["came Bia", "left Beatriz"], told);
        Assert.Null(bia.Lab.Presence.You);
    }

    [Fact]
    public async Task Who_joins_before_the_link_stands_is_there_when_it_does_and_a_nameless_one_gets_a_name()
    {
        await using var server = await TestServer.Start();
        using var ana = await Join(server.Url.ToString(), "Ana");
        using var client = Rig.Of(server, o => o.Language = "en");
        client.Lab.Presence.Join("lab", null, _door);
        client.Lab.Presence.Move(new Pose(1, 2, 3, 0));
        client.Lab.Start();
        await ana.Until(() => Seen(ana, client) is { Name: "Visitor", Pose.X: 1 }, "the visitor");
    }

    [Fact]
    public async Task Who_stops_is_gone_at_once_and_who_is_cut_off_comes_back_as_the_same_person()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Presence:Grace=3600");
        using var ana = await Join(server.Url.ToString(), "Ana");
        var told = Listen(ana);
        await using var line = BadLine.To(server);
        using var bia = await Join(line.Url, "Bia");
        var id = bia.Lab.Presence.You;
        var joined = 0;
        bia.Lab.Presence.Joined += _ => joined++;
        line.CutAll();
        await bia.Until(() => joined > 0, "the room once more");
        bia.Lab.Presence.Move(new Pose(8, 0, 0, 0));
        await ana.Until(() => Seen(ana, bia)?.Pose.X == 8, "her step");
        Assert.Equal(id, bia.Lab.Presence.You);
        Assert.Equal(["came Bia"], told);
        bia.Lab.Stop();
        await ana.Until(() => ana.Lab.Presence.People.Count == 0, "her leaving");
        bia.Lab.Start();
        await ana.Until(() => ana.Lab.Presence.People.Count == 1, "her coming");
        Assert.Equal(["came Bia", "left Bia", "came Bia"], told);
    }

    [Fact]
    public async Task In_a_full_room_one_watches_until_a_place_is_free()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Presence:RoomCap=1");
        using var ana = await Join(server.Url.ToString(), "Ana");
        using var bia = await Join(server.Url.ToString(), "Bia");
        Assert.True(bia.Lab.Presence.IsObserver);
        Assert.Equal("Ana", Assert.Single(bia.Lab.Presence.People).Name);
        Assert.Empty(ana.Lab.Presence.People);
        ana.Lab.Dispose();
        await bia.Until(() => !bia.Lab.Presence.IsObserver, "her place");
        await bia.Until(() => bia.Lab.Presence.People.Count == 0, "Ana's leaving");
    }

    [Fact]
    public async Task Who_goes_to_another_room_sees_whoever_is_there_and_a_refused_one_is_nowhere()
    {
        await using var server = await TestServer.Start(Tests.Presence.TestRooms.Lab);
        using var ana = await Join(server.Url.ToString(), "Ana", "laboratorio");
        using var bia = await Join(server.Url.ToString(), "Bia", "laboratorio");
        using var caio = await Join(server.Url.ToString(), "Caio", "sala-5g");
        await bia.Until(() => Seen(bia, ana) is not null, "Ana");
        var told = Listen(bia);
        bia.Lab.Presence.Join("sala-5g", "Bia", _door);
        await bia.Until(() => bia.Lab.Presence.People.Any(p => p.Name == "Caio"), "Caio");
        await ana.Until(() => ana.Lab.Presence.People.Count == 0, "Bia's leaving");
        Assert.Equal(["left Ana", "came Caio"], told);

        Refusal? refused = null;
        bia.Lab.Presence.Refused += refusal => refused = refusal;
        bia.Lab.Presence.Join("cozinha", "Bia", _door);
        await bia.Until(() => refused is not null, "the refusal");
        Assert.Equal((422, "bad-value", null), (refused!.Status, refused.Code, bia.Lab.Presence.Room));
        Assert.Contains("room:", refused.Detail, StringComparison.Ordinal);
        // It is not left standing where it was before.
        await caio.Until(() => caio.Lab.Presence.People.Count == 0, "Bia's leaving");
    }

    [Fact]
    public async Task Whose_place_is_taken_over_is_told_and_is_nowhere()
    {
        await using var server = await TestServer.Start();
        using var ana = await Join(server.Url.ToString(), "Ana");
        using var bia = await Join(server.Url.ToString(), "Bia");
        await bia.Until(() => Seen(bia, ana) is not null, "Ana");
        await using var other = await server.Live("?thing=-");
        Refusal? refused = null;
        bia.Lab.Presence.Refused += refusal => refused = refusal;
        await other.Say(new { type = "join", room = "lab", name = "Bia", pose = (double[])[0, 0, 0, 0], token = bia.Lab.Presence.Token });
        await bia.Until(() => refused is not null, "the refusal");
        Assert.Equal((409, "superseded", null, null, 0), (refused!.Status, refused.Code, bia.Lab.Presence.Room, bia.Lab.Presence.You, bia.Lab.Presence.People.Count));
    }
}
