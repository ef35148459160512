using System.Globalization;
using Gemeo.Client;
using Gemeo.Unity.Tests.Http;
using UnityEngine;

namespace Gemeo.Unity.Tests.Web;

/// <summary>The client as on Unity's Web platform: one thread, no timers, the page's own WebSocket through the library that is shipped.</summary>
public sealed class PageSocketTests
{
    // Whatever of ours goes on anywhere carries this along, and says where.
    static readonly AsyncLocal<int> _main = new(was =>
    {
        if (was.CurrentValue != 0 && was.CurrentValue != Environment.CurrentManagedThreadId) Interlocked.Increment(ref _elsewhere);
    });
    static int _elsewhere;

    [NodeFact]
    public async Task Things_follow_the_lab_and_orders_end_on_one_thread_with_the_key_in_the_address()
    {
        await using var rig = await LampRig.Start(null, "--Gemeo:Key=chave-da-casa-1234");
        await rig.PlugIn();
        await Player.Play(async player =>
        {
            using var page = new NodePage();
            var client = Client(page, new Uri(rig.Server.Url + "?key=chave-da-casa-1234"));
            var lamp = client.Things["lamp"]["ligada"];
            var heard = new List<int>();
            lamp.Changed += _ => heard.Add(Environment.CurrentManagedThreadId);
            _elsewhere = 0;
            await Use();
            Assert.Equal((0, 0), (page.FromElsewhere, _elsewhere));
            Assert.EndsWith("/ws?key=chave-da-casa-1234", page.Opened, StringComparison.Ordinal);
            Assert.All(heard, thread => Assert.Equal(Environment.CurrentManagedThreadId, thread));
            client.Dispose();

            async Task Use()
            {
                _main.Value = Environment.CurrentManagedThreadId;
                client.Start();
                await player.Until(() => lamp.Value.Boolean == false, "the snapshot");
                Assert.Equal(CommandState.Confirmed, (await client.Orders.Invoke("lamp", "ligar")).State);
                await player.Until(() => lamp.Value.Boolean == true, "the report");
                Assert.Contains("ligada", (await client.Assistant.Talk().Say("a lâmpada está ligada?")).Text, StringComparison.OrdinalIgnoreCase);
                await Assert.ThrowsAsync<NotThereException>(() => client.Api.Get("nowhere"));
            }
        });
    }

    [NodeFact]
    public async Task A_page_that_took_nothing_for_too_long_comes_back_at_its_cursor_and_misses_nothing()
    {
        await using var server = await TestServer.Start();
        await using var sensor = await server.Device();
        await Player.Play(async player =>
        {
            using var page = new NodePage();
            page.Limit(10);
            var client = Client(page, server.Url);
            var (heard, lost) = (new List<double>(), new List<string>());
            client.Things["sensor"]["distance"].Reported += p => heard.Add(p.Value.Number ?? -1);
            client.StatusChanged += s => { if (s.State == LinkState.Waiting) lost.Add(s.Why ?? ""); };
            client.Start();
            await player.Until(() => client.IsKnown, "the snapshot");
            // No frame is drawn: what comes stays in the page.
            for (var n = 1; n <= 40; n++) Off(() => sensor.Say("sensor/distance", n.ToString(CultureInfo.InvariantCulture)));
            SpinWait.SpinUntil(() => page.CloseCode(1) != 0, TimeSpan.FromSeconds(20));
            await player.Until(() => heard.Count >= 40, "all of it");
            Assert.Equal(Enumerable.Range(1, 40).Select(n => (double)n), heard);
            Assert.StartsWith("4008", lost[0], StringComparison.Ordinal);
            client.Dispose();
        });
    }

    [NodeFact]
    public async Task A_server_that_is_not_there_is_waited_for_and_one_that_lets_nobody_in_says_why()
    {
        using var server = new Pieces();
        await Player.Play(async player =>
        {
            using var page = new NodePage();
            var nobody = Client(page, new Uri("http://127.0.0.1:1"));
            nobody.Start();
            await player.Until(() => nobody.Status.State == LinkState.Waiting, "a failed try");
            nobody.Dispose();
            var stranger = Client(page, server.Url);
            stranger.Start();
            using (var handshake = await server.Asked()) await handshake.Head("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0");
            using var question = await server.Asked();
            Assert.StartsWith("GET /health/live ", question.Question, StringComparison.Ordinal);
            await question.Head("HTTP/1.1 401 Unauthorized\r\nContent-Type: application/problem+json\r\nContent-Length: 46");
            await question.Raw("""{"status":401,"code":"no-key","erro":"chave?"}""");
            await player.Until(() => stranger.Status.State == LinkState.Refused, "the refusal");
            Assert.Equal("chave?", stranger.Status.Why);
        });
    }

    // What waits inside goes on beside this thread: the frames stand still.
    static void Off(Func<Task> work) => Task.Run(work).GetAwaiter().GetResult();

    static GemeoClient Client(NodePage page, Uri server)
    {
        var platform = new UnityPlatform(new PageSockets(page), TaskCreationOptions.None);
        var client = new GemeoClient(ServerAddress.Parse(server.ToString()), platform.Platform, new ClientOptions { DispatchByHand = true, FirstRetry = TimeSpan.FromMilliseconds(20) });
        Scenes.Put<EachFrame>(f => f.Do = () =>
        {
            platform.Tick();
            client.Dispatch();
        });
        return client;
    }
}

/// <summary>Does something in each frame.</summary>
public sealed class EachFrame : MonoBehaviour
{
    public Action? Do { get; set; }

    void Update() => Do!();
}
