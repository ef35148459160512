using Gemeo.Presence;
using Gemeo.Tests.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Gemeo.Tests.Presence;

/// <summary>Many people, and one who takes nothing.</summary>
public sealed class CrowdTests
{
    [Fact]
    public async Task A_client_that_takes_nothing_delays_nobody_and_is_given_the_whole_room_when_it_takes_again()
    {
        await using var server = await Feed.Server("--Gemeo:Live:SendTimeout=60");
        var room = server.Services.GetRequiredService<LabRooms>().Names[0];
        await using var stuck = await Person.Connect(server, "");
        await stuck.Join("Parado", room);
        await using var ana = await Person.Join(server, "Ana", room);
        await using var bia = await Person.Join(server, "Bia", room);
        await ana.Sees(o => o.ContainsKey(bia.You));
        // More than the sockets' buffers hold.
        await new Feed(server).Write(80_000);
        for (var n = 1; n <= 20; n++)
        {
            await bia.Move(n);
            await ana.Sees(o => o[bia.You].Pose[0] == n);
        }
        await stuck.Until(m => m["type"]!.GetValue<string>() == "room");
        await stuck.Sees(o => o.TryGetValue(bia.You, out var b) && b.Pose[0] == 20);
        Assert.InRange(stuck.Heard.Count(m => m["moved"] is not null), 0, 15);
    }

    [Fact]
    public async Task Forty_people_see_every_step_of_each_other_and_nobody_loses_an_order()
    {
        const int People = 40, Steps = 10;
        await using var rig = await LampRig.Start(null, "--Gemeo:Presence:RoomCap=40");
        await rig.PlugIn();
        var people = await Task.WhenAll(Enumerable.Range(1, People).Select(n => Person.Join(rig.Server, $"Pessoa {n}")));
        await Task.WhenAll(people.Select(p => p.Sees(o => o.Count == People - 1)));
        for (var step = 1; step <= Steps; step++)
            await Task.WhenAll(people.Select(async person =>
            {
                await person.Move(step);
                await person.Client.Say(new { type = "invoke", id = step, thing = "lamp", action = "ligar" });
                await person.Sees(o => o.Values.All(other => other.Pose[0] == step));
            }));
        foreach (var person in people)
        {
            while (person.Heard.Count(m => m["id"] is not null) < Steps) await person.Next();
            Assert.All(person.Heard.Where(m => m["id"] is not null), m => Assert.Equal("confirmed", m["command"]?["state"]?.GetValue<string>()));
            await person.DisposeAsync();
        }
    }
}
