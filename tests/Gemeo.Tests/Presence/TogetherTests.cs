using System.Text.Json.Nodes;

namespace Gemeo.Tests.Presence;

/// <summary>People in the same room see each other come, move and go.</summary>
public sealed class TogetherTests
{
    [Fact]
    public async Task Two_people_see_each_other_come_move_and_leave_and_nothing_of_it_is_in_the_log()
    {
        await using var server = await TestServer.Start();
        await using var ana = await Person.Join(server, "Ana");
        await using var bia = await Person.Join(server, " Bia ");
        Assert.Equal(("person", "person"), (ana.Role, bia.Role));
        await bia.Sees(o => o.TryGetValue(ana.You, out var a) && a.Name == "Ana");
        await ana.Sees(o => o.TryGetValue(bia.You, out var b) && b.Name == "Bia");
        await bia.Move(1.5, 2, -3.25, 0.7);
        await ana.Sees(o => o[bia.You].Pose is [1.5, 2, -3.25, 0.7]);
        await ana.Move(7);
        await bia.Sees(o => o[ana.You].Pose is [7, 0, 0, 0]);
        await bia.Leave();
        await ana.Sees(o => !o.ContainsKey(bia.You));
        Assert.Empty(await server.Log());
    }

    [Fact]
    public async Task What_happens_is_the_same_bytes_for_all_so_ones_own_moves_come_back()
    {
        await using var server = await TestServer.Start();
        await using var ana = await Person.Join(server, "Ana");
        await using var bia = await Person.Join(server, "Bia");
        await ana.Sees(o => o.Count == 1);
        await ana.Move(3);
        var told = await ana.Until(m => m["moved"] is not null);
        Assert.Equal(told.ToJsonString(), (await bia.Until(m => m["moved"] is not null)).ToJsonString());
        Assert.Equal(ana.You, told["moved"]![0]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task A_room_holds_only_its_own_and_who_joins_another_leaves_the_first()
    {
        await using var server = await TestServer.Start(TestRooms.Lab);
        await using var ana = await Person.Join(server, "Ana", "laboratorio");
        await using var bia = await Person.Join(server, "Bia", "sala-5g");
        Assert.Empty(bia.Others);
        await bia.Join("Bia", "laboratorio");
        await bia.Sees(o => o.Values.Any(p => p.Name == "Ana"));
        await ana.Sees(o => o.ContainsKey(bia.You));
        await bia.Join("Bia", "sala-5g");
        await ana.Sees(o => !o.Values.Any(p => p.Name == "Bia"));
        Assert.Equal($$"""[{"room":"laboratorio","people":[{"id":"{{ana.You}}","name":"Ana"}],"observers":0},{"room":"sala-5g","people":[{"id":"{{bia.You}}","name":"Bia"}],"observers":0}]""",
            (await server.Get("/presence"))!["rooms"]!.ToJsonString());
    }

    [Fact]
    public async Task Two_may_have_the_same_name_and_one_without_a_name_is_a_visitor_in_the_callers_language()
    {
        await using var server = await TestServer.Start();
        await using var first = await Person.Join(server, "Ana");
        await using var second = await Person.Join(server, "Ana");
        Assert.NotEqual(first.You, second.You);
        await using var english = new Person(await LiveClient.Connect(new Uri($"ws://127.0.0.1:{server.Url.Port}/ws"), ("Accept-Language", "en")));
        await english.Client.Say(new { type = "join", room = "lab", pose = (int[])[0, 0, 0, 0] });
        await first.Sees(o => o.Values.Any(p => p.Name == "Visitor"));
        await using var other = await Person.Connect(server);
        await other.Client.Say(new { type = "join", room = "lab", name = (string?)null, pose = (int[])[0, 0, 0, 0] });
        await first.Sees(o => o[second.You].Name == "Ana" && o.Values.Any(p => p.Name == "Visitante"));
    }

    [Fact]
    public async Task A_socket_that_did_not_join_hears_nothing_of_people_and_a_filter_of_things_does_not_cut_them()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        await using var outside = await server.Live();
        await outside.Snapshot();
        await using var ana = await Person.Join(server, "Ana");
        await using var bia = await Person.Connect(server, "?thing=porta&kind=event");
        await bia.Join("Bia");
        await ana.Move(5);
        await bia.Sees(o => o[ana.You].Pose[0] == 5);
        await device.Say("sensor/distance", "7");
        Assert.Equal("sensor", (await outside.Next())["thing"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_hundred_moves_in_a_burst_come_as_a_few_and_the_last_one_counts()
    {
        await using var server = await TestServer.Start();
        await using var ana = await Person.Join(server, "Ana");
        await using var bia = await Person.Join(server, "Bia");
        await ana.Sees(o => o.ContainsKey(bia.You));
        var began = TimeProvider.System.GetTimestamp();
        for (var n = 1; n <= 100; n++) await bia.Move(n);
        await ana.Sees(o => o[bia.You].Pose[0] == 100);
        var ticks = TimeProvider.System.GetElapsedTime(began).TotalSeconds * 15;
        Assert.InRange(ana.Heard.Count(m => m["moved"] is not null), 1, (int)ticks + 2);
    }

    [Fact]
    public async Task Orders_and_people_share_a_socket()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        await using var ana = await Person.Connect(rig.Server, "");
        await ana.Join("Ana");
        await using var bia = await Person.Join(rig.Server, "Bia");
        await ana.Client.Say(new { type = "invoke", id = 1, thing = "lamp", action = "ligar" });
        await ana.Move(4);
        await bia.Sees(o => o[ana.You].Pose[0] == 4);
        JsonNode answer;
        do answer = await ana.Client.Next();
        while (answer["type"]?.GetValue<string>() != "answer");
        Assert.Equal("confirmed", answer["command"]!["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_server_stops_with_people_in_its_rooms()
    {
        var server = await TestServer.Start();
        await using var ana = await Person.Join(server, "Ana");
        await using var bia = await Person.Join(server, "Bia");
        await ana.Move(1);
        await server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        await Assert.ThrowsAnyAsync<Exception>(() => bia.Sees(_ => false));
    }
}
