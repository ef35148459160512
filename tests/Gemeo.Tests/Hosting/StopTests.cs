using System.Net;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gemeo.Tests.Hosting;

/// <summary>A server that is told to stop, as by SIGTERM.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task Sockets_are_told_1001_and_event_streams_end()
    {
        LiveClient live;
        HttpClient http;
        Task<string> events;
        await using (var server = await TestServer.Start())
        {
            live = await server.Live();
            await live.Snapshot();
            http = new HttpClient { BaseAddress = server.Url };
            var stream = await http.GetStreamAsync("/events");
            var reader = new StreamReader(stream);
            Assert.StartsWith("id:", await reader.ReadLineAsync(), StringComparison.Ordinal);
            events = Rest(reader);
        }
        while (await live.Text() is not null) { }
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, live.Socket.CloseStatus);
        await events.WaitAsync(TimeSpan.FromSeconds(20));
        await live.DisposeAsync();
        http.Dispose();
    }

    // It may end by an end or by a cut; it must not hang.
    static async Task<string> Rest(StreamReader reader)
    {
        try { return await reader.ReadToEndAsync(); }
        catch (Exception why) when (why is IOException or HttpRequestException) { return why.Message; }
    }

    [Fact]
    public async Task An_order_under_way_is_answered_first_and_the_report_that_confirmed_it_is_kept()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        rig.Deaf = true;
        var stopping = rig.Server.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var http = new HttpClient { BaseAddress = rig.Server.Url };
        var order = http.PostAsync("/things/lamp/actions/ligar?timeout=20", null);
        await Wait.Until(() => rig.Orders.Length == 1, "the order to reach the lamp");
        var restarted = rig.RestartServer();
        await Wait.Until(() => stopping.IsCancellationRequested, "the stop to begin");
        await rig.Report(true);
        Assert.Equal(HttpStatusCode.OK, (await order).StatusCode);
        await restarted;
        Assert.True((await rig.Server.Get("/things/lamp/properties/ligada"))!.GetValue<bool>());
    }

    [Fact]
    public async Task A_server_that_has_stopped_leaves_nothing_of_itself_in_the_process()
    {
        var services = await Used();
        await Wait.Until(() =>
        {
            GC.Collect();
            return !services.IsAlive;
        }, "the server to be let go");
    }

    // A method of its own: its locals are gone with it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static async Task<WeakReference> Used()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        await using var live = await rig.Server.Live();
        await live.Snapshot();
        Assert.Equal(200, (await rig.Server.Post("/lab/ligar_luz")).Status);
        return new(rig.Server.Services);
    }
}
