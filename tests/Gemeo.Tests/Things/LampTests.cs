using System.Text.Json.Nodes;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Things;

/// <summary>The lamp's whole story, with the embedded broker and with Mosquitto.</summary>
public abstract class LampStory
{
    protected abstract Task<LampRig> Rig();

    [Fact]
    public async Task An_order_turns_the_lamp_on_and_says_so_only_after_the_lamp_did()
    {
        await using var rig = await Rig();
        await rig.PlugIn();
        var (status, body) = await rig.Server.Post("/lab/ligar_luz");
        Assert.Equal(200, status);
        Assert.Equal("Luz ligada com sucesso!", body!["status"]!.GetValue<string>());
        Assert.True((await rig.Server.Get("/things/lamp/properties/ligada"))!.GetValue<bool>());
        Assert.Equal(["pending", "sent", "confirmed"], await rig.CommandStates(body["command"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_lamp_already_on_stays_on_and_nothing_goes_over_the_wire()
    {
        await using var rig = await Rig();
        await rig.PlugIn(on: true);
        var (status, body) = await rig.Server.Post("/lab/ligar_luz");
        Assert.Equal(200, status);
        Assert.Equal("A luz já está ligada.", body!["status"]!.GetValue<string>());
        Assert.True(body["already"]!.GetValue<bool>());
        // The next order is heard by the lamp, and it is the first one it hears.
        Assert.Equal(200, (await rig.Server.Post("/things/lamp/actions/desligar")).Status);
        Assert.Equal(["OFF"], rig.Orders);
    }

    [Fact]
    public async Task A_lamp_that_does_not_answer_gives_504_and_stays_off()
    {
        await using var rig = await Rig();
        await rig.PlugIn();
        rig.Deaf = true;
        var (status, body) = await rig.Server.Post("/lab/ligar_luz?timeout=1");
        Assert.Equal(504, status);
        Assert.Equal("O dispositivo não respondeu", body!["erro"]!.GetValue<string>());
        Assert.False((await rig.Server.Get("/things/lamp/properties/ligada"))!.GetValue<bool>());
        var id = body["command"]!["id"]!.GetValue<string>();
        Assert.Equal(["pending", "sent", "expired"], await rig.CommandStates(id));
        Assert.Equal("expired", (await rig.Server.Get("/commands/" + id))!["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_order_that_is_not_waited_for_is_on_record_when_it_is_answered()
    {
        await using var rig = await Rig();
        await rig.PlugIn();
        for (var turn = 0; turn < 20; turn++)
        {
            var (_, body) = await rig.Server.Post($"/things/lamp/actions/{(turn % 2 == 0 ? "ligar" : "desligar")}?wait=false");
            using var known = await rig.Server.Http.GetAsync("/commands/" + body!["id"]!.GetValue<string>());
            Assert.Equal(200, (int)known.StatusCode);
        }
    }

    [Fact]
    public async Task A_lamp_known_to_be_offline_answers_at_once_with_503()
    {
        await using var rig = await Rig();
        await rig.PlugIn();
        await rig.Unplug();
        var (status, body) = await rig.Server.Post("/things/lamp/actions/ligar", headers: ("Accept-Language", "en"));
        Assert.Equal(503, status);
        Assert.Equal("The device is off or out of reach.", body!["erro"]!.GetValue<string>());
        Assert.Equal(["failed"], await rig.CommandStates(body["command"]!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_lamp_that_comes_back_dark_is_lit_again_as_people_had_asked()
    {
        await using var rig = await Rig();
        await rig.PlugIn();
        Assert.Equal(200, (await rig.Server.Post("/lab/ligar_luz")).Status);
        await rig.Unplug();
        await rig.PlugIn(on: false);
        await Wait.Until(() => rig.Orders.Length == 2, "the order once more");
        await rig.Server.Property("lamp", "ligada", v => v.GetValue<bool>());
        Assert.Equal(["ON", "ON"], rig.Orders);
        Assert.Contains(await rig.Server.Log(), e => e["kind"]!.GetValue<string>() == "action" && e["value"]!["by"]?.GetValue<string>() == "gemeo:reconcile" && e["value"]!["state"]!.GetValue<string>() == "confirmed");
    }

    [Fact]
    public async Task The_wall_switch_is_the_newest_wish_and_is_not_fought()
    {
        await using var rig = await Rig();
        await rig.PlugIn();
        Assert.Equal(200, (await rig.Server.Post("/lab/ligar_luz")).Status);
        await rig.Report(false);
        await rig.Server.Property("lamp", "ligada", v => !v.GetValue<bool>());
        await rig.Unplug();
        await rig.PlugIn(on: false);
        Assert.Equal(200, (await rig.Server.Send(HttpMethod.Put, "/things/lamp/properties/ligada", true)).Status);
        Assert.Equal(["ON", "ON"], rig.Orders);
    }

    [Fact]
    public async Task Two_people_at_once_make_one_order_and_are_both_told_the_truth()
    {
        await using var rig = await Rig();
        await rig.PlugIn();
        rig.Deaf = true;
        var first = rig.Server.Post("/things/lamp/actions/ligar?timeout=15");
        await Wait.Until(() => rig.Orders.Length == 1, "the first order");
        var second = rig.Server.Post("/things/lamp/actions/ligar?timeout=15");
        await using var live = await rig.Server.Live("?thing=lamp");
        await live.Snapshot();
        await rig.Report(true);
        var (a, b) = (await first, await second);
        Assert.Equal((200, 200), (a.Status, b.Status));
        Assert.Equal("confirmed", a.Body!["state"]!.GetValue<string>());
        Assert.Single(rig.Orders);
    }

    [Fact]
    public async Task A_queued_order_waits_for_the_lamp_and_survives_a_restart()
    {
        await using var rig = await Rig();
        await rig.PlugIn();
        await rig.Unplug();
        var (status, body) = await rig.Server.Post("/things/lamp/actions/ligar?queue=600");
        Assert.Equal(202, status);
        await rig.RestartServer();
        Assert.Equal("pending", (await rig.Server.Get("/commands/" + body!["id"]))!["state"]!.GetValue<string>());
        await rig.PlugIn();
        await Wait.For<JsonNode>(async () => (await rig.Server.Get("/commands/" + body["id"]))!["state"]!.GetValue<string>() == "confirmed" ? body : null, "the queued order");
    }

    [Fact]
    public async Task An_action_that_nothing_confirms_says_so_and_ends_at_sent()
    {
        await using var rig = await Rig();
        await rig.PlugIn();
        var (status, body) = await rig.Server.Post("/things/lamp/actions/piscar");
        Assert.Equal(200, status);
        Assert.Equal(("sent", true), (body!["state"]!.GetValue<string>(), body["unconfirmable"]!.GetValue<bool>()));
        await Wait.Until(() => rig.Blinks.Contains(body["id"]!.GetValue<string>()), "the blink");
    }
}

public sealed class LampWithTheEmbeddedBroker : LampStory
{
    protected override Task<LampRig> Rig() => LampRig.StartPatiently(null);
}

public sealed class LampWithMosquitto : LampStory
{
    protected override async Task<LampRig> Rig() => await LampRig.StartPatiently(await Mosquitto.Start());
}
