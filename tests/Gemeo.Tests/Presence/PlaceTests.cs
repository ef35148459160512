namespace Gemeo.Tests.Presence;

/// <summary>Places: how many there are, who gets one that becomes free, and who keeps one.</summary>
public sealed class PlaceTests
{
    [Fact]
    public async Task Beyond_the_cap_one_watches_unseen_and_gets_the_place_that_becomes_free_where_one_stands_then()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Presence:RoomCap=2");
        await using var ana = await Person.Join(server, "Ana");
        await using var bia = await Person.Join(server, "Bia");
        await using var caio = await Person.Join(server, "Caio");
        await using var duda = await Person.Join(server, "Duda");
        await caio.Sees(o => o.Values.Select(p => p.Name).Order().SequenceEqual(["Ana", "Bia"]));
        Assert.Equal(("observer", "observer"), (caio.Role, duda.Role));
        await caio.Move(9);
        await bia.Move(1);
        await caio.Sees(o => o[bia.You].Pose[0] == 1);
        await ana.Sees(o => o.TryGetValue(bia.You, out var b) && b.Pose[0] == 1);
        Assert.DoesNotContain(caio.You, ana.Others.Keys);
        Assert.Equal(2, (await server.Get("/presence"))!["rooms"]![0]!["observers"]!.GetValue<int>());
        await bia.Close();
        await caio.Until(m => m["type"]!.GetValue<string>() == "role");
        await ana.Sees(o => o.TryGetValue(caio.You, out var c) && c.Pose[0] == 9 && !o.ContainsKey(bia.You));
        Assert.Equal(("person", "observer"), (caio.Role, duda.Role));
    }

    [Fact]
    public async Task Who_comes_back_with_the_token_after_a_cut_connection_was_never_away()
    {
        await using var server = await TestServer.Start();
        await using var ana = await Person.Join(server, "Ana");
        var bia = await Person.Join(server, "Bia");
        bia.Vanish();
        await using var back = await Person.Join(server, "Bia", token: bia.Token);
        Assert.Equal((bia.You, bia.Token), (back.You, back.Token));
        await back.Move(8);
        await ana.Sees(o => o.TryGetValue(bia.You, out var b) && b.Pose[0] == 8);
        Assert.DoesNotContain(ana.Heard, m => m["left"] is not null);
        Assert.Single(ana.Heard, m => m["came"]?.AsArray().Any(c => c!["id"]!.GetValue<string>() == bia.You) == true);
    }

    [Fact]
    public async Task Who_vanishes_keeps_the_place_for_the_grace_and_no_longer()
    {
        await using var server = await TestServer.Start(args: ["--Gemeo:Presence:Grace=0.5", "--Gemeo:Presence:RoomCap=2"]);
        await using var ana = await Person.Join(server, "Ana");
        var bia = await Person.Join(server, "Bia");
        await using var caio = await Person.Join(server, "Caio");
        Assert.Equal("observer", caio.Role);
        var began = TimeProvider.System.GetTimestamp();
        bia.Vanish();
        await caio.Until(m => m["type"]!.GetValue<string>() == "role");
        Assert.True(TimeProvider.System.GetElapsedTime(began).TotalSeconds >= 0.5);
        await ana.Sees(o => !o.ContainsKey(bia.You) && o.ContainsKey(caio.You));
        await using var late = await Person.Join(server, "Bia", token: bia.Token);
        Assert.NotEqual(bia.You, late.You);
    }

    [Fact]
    public async Task Who_closes_leaves_at_once()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Presence:Grace=3600");
        await using var ana = await Person.Join(server, "Ana");
        await using var bia = await Person.Join(server, "Bia");
        await ana.Sees(o => o.ContainsKey(bia.You));
        await bia.Close();
        await ana.Sees(o => !o.ContainsKey(bia.You));
    }

    [Fact]
    public async Task A_token_takes_over_from_a_connection_that_seems_to_live_and_that_one_is_told()
    {
        await using var server = await TestServer.Start();
        await using var ana = await Person.Join(server, "Ana");
        await using var old = await Person.Join(server, "Bia");
        await using var back = await Person.Join(server, "Bia", token: old.Token);
        Assert.Equal(old.You, back.You);
        Assert.Equal("superseded", (await old.Until(m => m["type"]!.GetValue<string>() == "error"))["code"]!.GetValue<string>());
        await old.Move(66);
        await back.Move(7);
        await ana.Sees(o => o.TryGetValue(back.You, out var b) && b.Pose[0] == 7);
        await old.Close();
        await back.Move(8);
        await ana.Sees(o => o[back.You].Pose[0] == 8);
        Assert.DoesNotContain(ana.Heard, m => m["left"] is not null);
        Assert.Equal((true, false), (ana.WasTold(8), ana.WasTold(66)));
    }

    [Fact]
    public async Task Who_joins_the_same_room_again_by_another_name_stays_and_goes_by_it()
    {
        await using var server = await TestServer.Start();
        await using var ana = await Person.Join(server, "Ana");
        await using var bia = await Person.Join(server, "Bia");
        var was = bia.You;
        await bia.Join("Beatriz", token: bia.Token);
        Assert.Equal(was, bia.You);
        await ana.Sees(o => o.TryGetValue(was, out var b) && b.Name == "Beatriz");
        Assert.DoesNotContain(ana.Heard, m => m["left"] is not null);
        await bia.Join("Beatriz");
        await ana.Sees(o => o.ContainsKey(bia.You) && !o.ContainsKey(was));
    }
}
