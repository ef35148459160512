using System.Text;

namespace Gemeo.Tests.Presence;

/// <summary>What cannot be taken is refused with its reason, and the socket goes on.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("""{"type":"join","name":"Ana","pose":[0,0,0,0]}""", "room:")]
    [InlineData("""{"type":"join","room":"laboratori","name":"Ana","pose":[0,0,0,0]}""", "Did you mean \"laboratorio\"?")]
    [InlineData("""{"type":"join","room":"lab","name":"Ana","pose":[0,0,0,0]}""", "room:")]
    [InlineData("""{"type":"join","room":7,"name":"Ana","pose":[0,0,0,0]}""", "room:")]
    [InlineData("""{"type":"join","room":"laboratorio","name":"","pose":[0,0,0,0]}""", "name:")]
    [InlineData("""{"type":"join","room":"laboratorio","name":"  ","pose":[0,0,0,0]}""", "name:")]
    [InlineData("""{"type":"join","room":"laboratorio","name":7,"pose":[0,0,0,0]}""", "name:")]
    [InlineData("""{"type":"join","room":"laboratorio","name":"A\u0007na","pose":[0,0,0,0]}""", "name:")]
    [InlineData("""{"type":"join","room":"laboratorio","name":"12345678901234567890123456789012345678901","pose":[0,0,0,0]}""", "name:")]
    [InlineData("""{"type":"join","room":"laboratorio","name":"Ana"}""", "pose:")]
    [InlineData("""{"type":"join","room":"laboratorio","name":"Ana","pose":[0,0,0]}""", "pose:")]
    [InlineData("""{"type":"join","room":"laboratorio","name":"Ana","pose":[0,0,0,0,0]}""", "pose:")]
    [InlineData("""{"type":"join","room":"laboratorio","name":"Ana","pose":[0,"0",0,0]}""", "pose:")]
    [InlineData("""{"type":"join","room":"laboratorio","name":"Ana","pose":[0,10000.1,0,0]}""", "pose:")]
    [InlineData("""{"type":"join","room":"laboratorio","name":"Ana","pose":[0,0,0,1e999]}""", "pose:")]
    [InlineData("""{"type":"move","pose":[0,0,0,0]}""", "join a room first")]
    public async Task What_cannot_be_taken_is_422_bad_value_with_what_was_expected(string said, string expected)
    {
        await using var server = await TestServer.Start(TestRooms.Lab);
        await using var ana = await Person.Connect(server);
        await Say(ana, said);
        var refusal = await ana.Next();
        Assert.Equal(("error", 422, "bad-value"), (refusal["type"]!.GetValue<string>(), refusal["status"]!.GetValue<int>(), refusal["code"]!.GetValue<string>()));
        Assert.NotEmpty(refusal["erro"]!.GetValue<string>());
        Assert.Contains(expected, refusal["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        await ana.Join("Ana", "laboratorio");
        Assert.Equal("p1", ana.You);
    }

    [Fact]
    public async Task A_bad_move_is_refused_and_nobody_sees_it()
    {
        await using var server = await TestServer.Start();
        await using var ana = await Person.Join(server, "Ana");
        await using var bia = await Person.Join(server, "Bia");
        await Say(bia, """{"type":"move","id":"m1","pose":[1e5,0,0,0]}""");
        var refusal = await bia.Until(m => m["type"]!.GetValue<string>() == "error");
        Assert.Equal(("bad-value", "m1"), (refusal["code"]!.GetValue<string>(), refusal["id"]!.GetValue<string>()));
        await bia.Move(2);
        await ana.Sees(o => o.TryGetValue(bia.You, out var b) && b.Pose[0] == 2);
        Assert.False(ana.WasTold(1e5));
    }

    [Fact]
    public async Task A_name_of_40_characters_of_any_script_is_taken_and_leaving_nowhere_is_nothing()
    {
        await using var server = await TestServer.Start();
        var name = string.Concat(Enumerable.Repeat("🐝", 40));
        await using var ana = await Person.Join(server, "Ana");
        await ana.Leave();
        await ana.Leave();
        await ana.Join("Ana");
        await using var bee = await Person.Join(server, name);
        await ana.Sees(o => o.Values.Any(p => p.Name == name));
        Assert.DoesNotContain(ana.Heard, m => m["type"]!.GetValue<string>() == "error");
    }

    static Task Say(Person person, string text) =>
        person.Client.Socket.SendAsync(Encoding.UTF8.GetBytes(text), System.Net.WebSockets.WebSocketMessageType.Text, true, CancellationToken.None);
}
