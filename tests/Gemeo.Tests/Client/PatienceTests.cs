using System.Net;
using System.Net.Sockets;
using Gemeo.Client;

namespace Gemeo.Tests.Client;

/// <summary>Every call ends: when it is cancelled, when the time is over, when the line breaks.</summary>
public sealed class PatienceTests
{
    static readonly TimeSpan _soon = TimeSpan.FromSeconds(0.4);

    public static TheoryData<string, Func<GemeoClient, CancellationToken, Task>> Calls => new()
    {
        { "Api.Get", (lab, cancel) => lab.Api.Get("things", cancel) },
        { "Api.GetText", (lab, cancel) => lab.Api.GetText("docs", "text/html", cancel) },
        { "Labs.Get", (lab, cancel) => lab.Labs.Get(cancel) },
        { "Labs.Things", (lab, cancel) => lab.Labs.Things(cancel) },
        { "Labs.Thing", (lab, cancel) => lab.Labs.Thing("lamp", cancel) },
        { "Orders.Invoke", (lab, cancel) => lab.Orders.Invoke("lamp", "ligar", cancel: cancel) },
        { "Orders.Write", (lab, cancel) => lab.Orders.Write("lamp", "ligada", true, cancel: cancel) },
        { "Orders.Shortcut", (lab, cancel) => lab.Orders.Shortcut("/lab/ligar_luz", cancel) },
        { "Orders.Get", (lab, cancel) => lab.Orders.Get("c1", cancel) },
        { "Orders.Last", (lab, cancel) => lab.Orders.Last(cancel: cancel) },
        { "Thing.Invoke", (lab, cancel) => lab.Things["lamp"].Invoke("ligar", cancel: cancel) },
        { "Property.Write", (lab, cancel) => lab.Things["lamp"]["ligada"].Write(true, cancel: cancel) },
        { "History.Chart", (lab, cancel) => lab.History.Chart("sensor", "distance", 100, cancel: cancel) },
        { "History.At", (lab, cancel) => lab.History.At(DateTimeOffset.UtcNow, cancel) },
        { "History.Csv", (lab, cancel) => lab.History.Csv("sensor", "distance", _ => { }, cancel: cancel) },
        { "History.Readings", async (lab, cancel) => { await foreach (var _ in lab.History.Readings("sensor", "distance", cancel: cancel)) { } } },
        { "Assistant.Say", (lab, cancel) => lab.Assistant.Talk().Say("oi", cancel: cancel) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_to_a_server_that_takes_it_and_never_answers_ends_in_time(string name, Func<GemeoClient, CancellationToken, Task> call)
    {
        await using var line = BadLine.To(null);
        line.IsDeaf = true;
        using var client = Rig.Of(line.Url, o => o.Patience = o.OrderPatience = _soon);
        var why = await Assert.ThrowsAsync<UnreachedException>(() => call(client.Lab, default).WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal("no answer in time", why.Message);
        Assert.True(line.Connections == 1, name);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_that_is_cancelled_ends_at_once(string name, Func<GemeoClient, CancellationToken, Task> call)
    {
        await using var line = BadLine.To(null);
        line.IsDeaf = true;
        using var client = Rig.Of(line.Url);
        using var cancel = new CancellationTokenSource();
        var asked = call(client.Lab, cancel.Token);
        await Wait.Until(() => line.Connections == 1, name + " to be under way");
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_that_was_cancelled_before_is_not_made(string name, Func<GemeoClient, CancellationToken, Task> call)
    {
        await using var line = BadLine.To(null);
        using var client = Rig.Of(line.Url);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call(client.Lab, new CancellationToken(true)));
        Assert.True(line.Connections == 0, name);
    }

    [Fact]
    public async Task Waiting_for_the_end_of_an_order_can_be_cancelled_and_the_order_goes_on()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        await rig.Unplug();
        using var client = await Rig.Open(rig.Server);
        using var cancel = new CancellationTokenSource();
        var order = client.Lab.Orders.Invoke("lamp", "ligar", options: new() { Queue = TimeSpan.FromMinutes(1) }, cancel: cancel.Token);
        var waiting = await Wait.For(async () => (await client.Lab.Orders.Last("lamp")).FirstOrDefault(), "the order");
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => order);
        await rig.PlugIn();
        Assert.Equal(CommandState.Confirmed, (await client.Lab.Orders.Ended(waiting.Id)).State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_chat_that_breaks_off_or_falls_silent_ends_and_what_was_told_before_stands(bool breaks)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var client = Rig.Of($"http://{server.LocalEndpoint}", o => o.Silence = _soon);
        var talk = client.Lab.Assistant.Talk();
        var parts = new List<ChatPartKind>();
        var said = talk.Say("oi", part => parts.Add(part.Kind));
        using var socket = await server.AcceptSocketAsync();
        await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nevent: start\ndata: {\"type\":\"start\",\"conversation\":\"c1\"}\n\n"u8.ToArray());
        if (breaks) socket.Shutdown(SocketShutdown.Both);
        var why = await Assert.ThrowsAnyAsync<GemeoException>(() => said.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(breaks ? "the answer broke off" : "no answer in time", why.Message);
        Assert.Equal([ChatPartKind.Start], parts);
        Assert.Equal("c1", talk.Id);
    }

    [Fact]
    public async Task An_answer_that_is_cut_is_an_UnreachedException_and_one_of_something_else_a_BadAnswerException()
    {
        await using var server = await TestServer.Start();
        await using var line = BadLine.To(server);
        using var client = Rig.Of(line.Url);
        line.CutsAfter = () => 400;
        await Assert.ThrowsAsync<UnreachedException>(() => client.Lab.Labs.Things());
        line.CutsAfter = () => int.MaxValue;
        await Assert.ThrowsAsync<BadAnswerException>(() => client.Lab.Api.Get("page/home.js"));
        Assert.Equal("Teste", (await client.Lab.Labs.Get()).Name("en"));
    }

    [Fact]
    public async Task Nobody_there_is_an_UnreachedException()
    {
        using var client = Rig.Of($"127.0.0.1:{Mosquitto.FreePort()}");
        var why = await Assert.ThrowsAsync<UnreachedException>(() => client.Lab.Orders.Invoke("lamp", "ligar"));
        Assert.NotEmpty(why.Message);
    }
}
