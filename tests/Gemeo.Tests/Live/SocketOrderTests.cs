using System.Text;
using System.Text.Json.Nodes;
using Gemeo.Tests.Support;
using Xunit;

namespace Gemeo.Tests.Live;

/// <summary>Commands over the socket: each is answered with its own id, honestly.</summary>
public sealed class SocketOrderTests
{
    [Fact]
    public async Task An_order_is_confirmed_by_the_device_and_answered_with_its_own_id()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        await using var client = await rig.Server.Live();
        await client.Say(new { type = "invoke", id = 1, thing = "lamp", action = "ligar" });
        var answer = await Answer(client, "1");
        Assert.Equal(("answer", "confirmed"), (answer["type"]!.GetValue<string>(), answer["command"]!["state"]!.GetValue<string>()));
        await client.Say(new { type = "invoke", id = new { a = "b" }, thing = "lamp", action = "ligar" });
        Assert.True((await Answer(client, """{"a":"b"}"""))["command"]!["already"]!.GetValue<bool>());
        await client.Say(new { type = "write", id = "w", thing = "lamp", property = "ligada", value = false, timeout = 2 });
        Assert.Equal("confirmed", (await Answer(client, "\"w\""))["command"]!["state"]!.GetValue<string>());
        Assert.Equal(["ON", "OFF"], rig.Orders.Select(o => o is "ON" or "true" ? "ON" : "OFF"));
    }

    [Fact]
    public async Task Orders_are_answered_in_the_order_in_which_they_end_and_none_waits_for_another()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        rig.Deaf = true;
        await using var client = await rig.Server.Live();
        await client.Say(new { type = "invoke", id = "slow", thing = "lamp", action = "ligar", timeout = 1 });
        await client.Say(new { type = "invoke", id = "quick", thing = "nobody", action = "ligar" });
        var first = await client.Next(m => m["id"] is not null);
        var second = await client.Next(m => m["id"] is not null);
        Assert.Equal(("quick", 404), (first["id"]!.GetValue<string>(), first["status"]!.GetValue<int>()));
        Assert.Equal(("slow", 504, "expired"), (second["id"]!.GetValue<string>(), second["status"]!.GetValue<int>(), second["command"]!["state"]!.GetValue<string>()));
        Assert.Equal("O dispositivo não respondeu", second["erro"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"type":"invoke","id":1,"thing":"nobody","action":"ligar"}""", 404, "no-thing")]
    [InlineData("""{"type":"invoke","id":1,"thing":" ","action":"ligar"}""", 404, "no-thing")]
    [InlineData("""{"type":"invoke","id":1,"thing":"lamp","action":"voar"}""", 404, "no-affordance")]
    [InlineData("""{"type":"write","id":1,"thing":"lamp","property":"cor","value":1}""", 404, "no-affordance")]
    [InlineData("""{"type":"write","id":1,"thing":"porta","property":"trancada","value":true}""", 405, "read-only")]
    [InlineData("""{"type":"write","id":1,"thing":"lamp","property":"ligada","value":"sim"}""", 422, "bad-value")]
    [InlineData("""{"type":"write","id":1,"thing":"lamp","property":"ligada"}""", 422, "bad-value")]
    [InlineData("""{"type":"write","id":1,"thing":"lamp","property":"ligada","value":true}""", 503, "offline")]
    [InlineData("""{"type":"invoke","id":1,"thing":"lamp"}""", 400, "bad-input")]
    [InlineData("""{"type":"invoke","id":1,"thing":"","action":"ligar"}""", 400, "bad-input")]
    [InlineData("""{"type":"invoke","id":1,"thing":7,"action":"ligar"}""", 400, "bad-input")]
    [InlineData("""{"type":"dance","id":1,"thing":"lamp","action":"ligar"}""", 400, "bad-input")]
    [InlineData("""{"id":1}""", 400, "bad-input")]
    [InlineData("""{"type":"invoke","id":1,"thing":"lamp","action":"ligar","timeout":"soon"}""", 400, "bad-input")]
    [InlineData("""{"type":"invoke","id":1,"thing":"lamp","action":"ligar","timeout":0}""", 400, "bad-input")]
    [InlineData("""{"type":"invoke","id":1,"thing":"lamp","action":"ligar","queue":-5}""", 400, "bad-input")]
    [InlineData("""{"type":"invoke","id":1,"id":1,"thing":"lamp","action":"ligar"}""", 400, "bad-json")]
    [InlineData("""[1]""", 400, "bad-input")]
    [InlineData("""{"type":"invoke",""", 400, "bad-json")]
    [InlineData("", 400, "bad-json")]
    [InlineData("""{"type":"invoke","id":1,"thing":"\ud800","action":"ligar"}""", 400, "bad-json")]
    [InlineData("""{"type":"invoke","id":"\ud800","thing":"nobody","action":"ligar"}""", 400, "bad-json")]
    public async Task Every_refusal_is_told_with_status_code_and_erro(string order, int status, string code)
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        await rig.Unplug();
        await using var client = await rig.Server.Live();
        await client.Socket.SendAsync(Encoding.UTF8.GetBytes(order), System.Net.WebSockets.WebSocketMessageType.Text, true, CancellationToken.None);
        var refusal = await client.Next(m => m["type"]?.GetValue<string>() is "error" or "answer").WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("error", refusal["type"]!.GetValue<string>());
        Assert.NotEmpty(refusal["erro"]!.GetValue<string>());
        Assert.Equal((status, code), (refusal["status"]!.GetValue<int>(), refusal["code"]!.GetValue<string>()));
        if (order.Contains("\"id\":1", StringComparison.Ordinal) && code != "bad-json") Assert.Equal(1, refusal["id"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_refusal_speaks_the_callers_language()
    {
        await using var server = await TestServer.Start();
        await using var client = await LiveClient.Connect(new Uri($"ws://127.0.0.1:{server.Url.Port}/ws"), ("Accept-Language", "en"));
        await client.Say(new { type = "invoke", id = 1, thing = "nobody", action = "x" });
        Assert.Equal("There is no such thing in this lab.", (await Answer(client, "1"))["erro"]!.GetValue<string>());
    }

    static Task<JsonNode> Answer(LiveClient client, string id) => client.Next(m => m["id"]?.ToJsonString() == id).WaitAsync(TimeSpan.FromSeconds(20));
}
