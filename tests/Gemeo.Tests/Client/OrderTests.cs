using Gemeo.Client;

namespace Gemeo.Tests.Client;

/// <summary>Every end of an order, through the library and to a lamp over real MQTT.</summary>
public sealed class OrderTests
{
    static readonly OrderOptions _dontWait = new() { Wait = false, Timeout = TimeSpan.FromSeconds(30) };
    static readonly OrderOptions _queued = new() { Queue = TimeSpan.FromMinutes(10) };

    [Fact]
    public async Task An_order_ends_confirmed_when_the_lamp_reported_it_and_the_thing_knows()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        using var client = await Rig.Open(rig.Server);
        var lamp = client.Lab.Things["lamp"];
        var order = await lamp.Invoke("ligar");
        Assert.Equal((CommandState.Confirmed, false, "lamp", "ligar", false), (order.State, order.Already, order.Thing, order.Name, order.IsWrite));
        Assert.Equal("http:127.0.0.1", order.By);
        Assert.True(order.Created <= order.SentAt && order.SentAt <= order.Ended);
        await client.Until(() => lamp["ligada"].Value.Boolean == true, "the change");
        var off = await lamp["ligada"].Write(false);
        Assert.Equal((CommandState.Confirmed, true, false), (off.State, off.IsWrite, off.Input.Boolean));
        Assert.Equal(["ON", "OFF"], rig.Orders);
        Assert.Equal([off.Id, order.Id], (await client.Lab.Orders.Last("lamp")).Select(o => o.Id));
        Assert.Equal(order.Id, (await client.Lab.Orders.Get(order.Id)).Id);
    }

    [Fact]
    public async Task What_was_so_already_is_confirmed_and_nothing_is_sent()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn(on: true);
        using var client = Rig.Of(rig.Server);
        var order = await client.Lab.Orders.Invoke("lamp", "ligar");
        Assert.Equal((CommandState.Confirmed, true), (order.State, order.Already));
        await client.Lab.Orders.Invoke("lamp", "desligar");
        Assert.Equal(["OFF"], rig.Orders);
    }

    [Fact]
    public async Task What_nothing_can_confirm_ends_sent()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        using var client = Rig.Of(rig.Server);
        var order = await client.Lab.Orders.Invoke("lamp", "piscar");
        Assert.Equal((CommandState.Sent, true, true), (order.State, order.Unconfirmable, order.IsOver));
        Assert.Equal(order.Id, (await client.Lab.Orders.Ended(order.Id)).Id);
    }

    [Theory]
    [InlineData("pt", "O dispositivo está desligado ou fora da rede.")]
    [InlineData("en", "The device is off or out of reach.")]
    public async Task A_lamp_that_is_away_is_a_NotSentException_with_the_servers_sentence(string language, string erro)
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        await rig.Unplug();
        using var client = Rig.Of(rig.Server, o => o.Language = language);
        var refused = await Assert.ThrowsAsync<NotSentException>(() => client.Lab.Orders.Invoke("lamp", "ligar"));
        Assert.Equal((503, "offline", erro, CommandState.Failed), (refused.Refusal.Status, refused.Code, refused.Message, refused.Refusal.Command!.State));
        await Same(client, refused);
    }

    [Theory]
    [InlineData("pt", "O dispositivo não respondeu")]
    [InlineData("en", "The device did not answer")]
    public async Task A_lamp_that_does_not_answer_is_a_NoAnswerException_with_the_servers_sentence(string language, string erro)
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        rig.Deaf = true;
        using var client = Rig.Of(rig.Server, o => o.Language = language);
        var refused = await Assert.ThrowsAsync<NoAnswerException>(() => client.Lab.Orders.Invoke("lamp", "ligar", options: new() { Timeout = TimeSpan.FromSeconds(0.3) }));
        Assert.Equal((504, "no-answer", erro, CommandState.Expired), (refused.Refusal.Status, refused.Code, refused.Message, refused.Refusal.Command!.State));
        await Same(client, refused);
    }

    // Who comes later and asks for its end is told the same as who waited.
    static async Task Same(Rig client, RefusedException refused)
    {
        var later = await Assert.ThrowsAnyAsync<RefusedException>(() => client.Lab.Orders.Ended(refused.Refusal.Command!.Id));
        Assert.Equal((refused.GetType(), refused.Refusal.Status, refused.Code, refused.Message), (later.GetType(), later.Refusal.Status, later.Code, later.Message));
        Assert.Equal(refused.Refusal.Command!.Id, later.Refusal.Command!.Id);
    }

    [Fact]
    public async Task An_order_that_the_broker_does_not_take_is_a_NotSentException()
    {
        await using var broker = await Mosquitto.Start();
        await using var server = await TestServer.Start(args: $"--Gemeo:Mqtt:Broker=127.0.0.1:{broker.Port}");
        await Wait.For(async () => (await server.Http.GetAsync("/health/ready")).IsSuccessStatusCode ? "" : null, "a ready server");
        await using (var lamp = await Device.Connect(broker.Port, "lamp"))
        {
            await lamp.Say("lamp/state", "OFF");
            await server.Property("lamp", "ligada", v => !v.GetValue<bool>());
        }
        await broker.Kill();
        using var client = Rig.Of(server);
        var refused = await Assert.ThrowsAsync<NotSentException>(() => client.Lab.Orders.Invoke("lamp", "ligar", options: new() { Timeout = TimeSpan.FromSeconds(0.5) }));
        Assert.Equal(("not-sent", "A ordem não pôde ser enviada ao dispositivo."), (refused.Code, refused.Message));
        await Same(client, refused);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_queued_order_is_waited_for_until_the_lamp_is_back(bool linked)
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        await rig.Unplug();
        using var client = linked ? await Rig.Open(rig.Server) : Rig.Of(rig.Server);
        var order = client.Lab.Orders.Invoke("lamp", "ligar", options: _queued);
        var waiting = await Wait.For(async () => (await client.Lab.Orders.Last("lamp")).FirstOrDefault(o => o.State == CommandState.Pending), "the order to be on record");
        Assert.True(waiting.QueuedUntil > waiting.Created);
        Assert.False(order.IsCompleted);
        await rig.PlugIn();
        Assert.Equal((waiting.Id, CommandState.Confirmed), ((await order).Id, (await order).State));
    }

    [Fact]
    public async Task An_order_whose_place_a_newer_one_took_is_superseded()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        await rig.Unplug();
        using var client = await Rig.Open(rig.Server, o => o.Language = "en");
        var first = client.Lab.Orders.Invoke("lamp", "ligar", options: _queued);
        await Wait.For(async () => (await client.Lab.Orders.Last("lamp")).FirstOrDefault(), "the first order");
        var second = await client.Lab.Orders.Invoke("lamp", "desligar", options: new() { Queue = TimeSpan.FromMinutes(10), Wait = false });
        var refused = await Assert.ThrowsAsync<RefusedException>(() => first);
        Assert.Equal((409, "superseded", "A newer order took the place of this one."), (refused.Refusal.Status, refused.Code, refused.Message));
        Assert.Equal(CommandState.Pending, second.State);
    }

    [Fact]
    public async Task An_order_that_was_out_when_the_server_stopped_is_a_NoAnswerException_that_says_so()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        rig.Deaf = true;
        await using var line = BadLine.To(rig.Server);
        using var client = await Rig.Open(line.Url);
        var order = await client.Lab.Orders.Invoke("lamp", "alternar", options: new() { Wait = false, Timeout = TimeSpan.FromSeconds(60) });
        await Wait.Until(() => rig.Orders.Length == 1, "the order at the lamp");
        var ended = client.Lab.Orders.Ended(order.Id);
        await rig.RestartServer();
        line.Target = rig.Server.Url.Port;
        line.CutAll();
        var refused = await Assert.ThrowsAsync<NoAnswerException>(() => ended);
        Assert.Equal(("restarted", "O servidor reiniciou antes da resposta; o resultado é desconhecido."), (refused.Code, refused.Message));
    }

    [Fact]
    public async Task Whoever_waited_when_the_connection_was_lost_is_told_that_the_end_is_unknown_and_can_ask_for_it()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        rig.Deaf = true;
        await using var line = BadLine.To(rig.Server);
        using var client = Rig.Of(line.Url);
        var order = client.Lab.Orders.Invoke("lamp", "ligar", options: new() { Timeout = TimeSpan.FromSeconds(60) });
        await Wait.Until(() => rig.Orders.Length == 1, "the order at the lamp");
        line.CutAll();
        await Assert.ThrowsAsync<UnreachedException>(() => order);
        await rig.Report(true);
        var last = Assert.Single(await client.Lab.Orders.Last("lamp"));
        Assert.Equal(CommandState.Confirmed, (await client.Lab.Orders.Ended(last.Id)).State);
    }

    [Fact]
    public async Task Who_goes_on_after_an_order_and_blocks_does_not_hold_up_the_link()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        rig.Deaf = true;
        using var client = await Rig.Open(rig.Server);
        var order = await client.Lab.Orders.Invoke("lamp", "ligar", options: _dontWait);
        Assert.False(order.IsOver);
        using var blocked = new ManualResetEventSlim();
        var blocks = Task.Run(async () =>
        {
            await client.Lab.Orders.Ended(order.Id);
            blocked.Wait(TimeSpan.FromSeconds(20));
        });
        await rig.Report(true);
        await rig.Report(false);
        await Wait.Until(() => client.Lab.Things["lamp"]["ligada"].Value.Boolean == false, "what came after");
        blocked.Set();
        await blocks;
    }

    [Fact]
    public async Task A_shortcut_answers_with_the_labs_own_sentence()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        using var client = Rig.Of(rig.Server, o => o.Language = "en");
        Assert.Equal("Light turned on!", await client.Lab.Orders.Shortcut("/lab/ligar_luz"));
        Assert.Equal("The light is on already.", await client.Lab.Orders.Shortcut("/lab/ligar_luz"));
        await rig.Unplug();
        await Assert.ThrowsAsync<NotSentException>(() => client.Lab.Orders.Shortcut("/lab/ligar_luz"));
    }
}
