using Gemeo.Client;
using UnityEngine;

namespace Gemeo.Unity.Tests.Connection;

/// <summary>A connection through what befalls a scene.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task It_opens_tells_once_and_closes_when_it_is_disabled()
    {
        await using var rig = await LampRig.Start(null);
        await Player.Play(async player =>
        {
            var (opened, lost, states) = (0, 0, new List<LinkState>());
            var connection = await player.Open(rig.Server.Url, c =>
            {
                c.onOpen.AddListener(() => opened++);
                c.onLost.AddListener(() => lost++);
                c.StatusChanged += s => states.Add(s.State);
            });
            Assert.Equal((1, 0), (opened, lost));
            connection.enabled = false;
            Assert.Equal([LinkState.Connecting, LinkState.Open, LinkState.Closed], states);
            Assert.Equal((1, 1), (opened, lost));
        });
    }

    [Fact]
    public async Task Disabled_and_enabled_again_it_goes_on_where_it_was_and_misses_nothing()
    {
        await using var rig = await LampRig.Start(null);
        await using var sensor = await rig.Server.Device();
        await Player.Play(async player =>
        {
            var connection = await player.Open(rig.Server.Url);
            var (client, heard) = (connection.Client, new List<double>());
            client.Things["sensor"]["distance"].Reported += p => heard.Add(p.Value.Number ?? -1);
            for (var n = 1; n <= 30; n++)
            {
                if (n == 10) connection.enabled = false;
                await sensor.Say("sensor/distance", n.ToString(System.Globalization.CultureInfo.InvariantCulture));
                if (n == 20) connection.enabled = true;
            }
            await player.Until(() => heard.Count >= 30, "thirty entries");
            Assert.Same(client, connection.Client);
            Assert.Equal(Enumerable.Range(1, 30).Select(n => (double)n), heard);
        });
    }

    [Fact]
    public async Task A_compile_while_playing_begins_anew()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn(on: true);
        await Player.Play(async player =>
        {
            var connection = await player.Open(rig.Server.Url);
            var lamp = Scenes.Put<Light>();
            var binding = lamp.gameObject.AddComponent<LightBinding>();
            binding.ThingId = "lamp";
            var mesh = Scenes.Put<TextMesh>(m => m.color = new Color(1, 0, 0));
            var label = mesh.gameObject.AddComponent<ValueLabel>();
            (label.ThingId, label.PropertyName) = ("lamp", "ligada");
            await rig.Unplug();
            await player.Until(() => mesh.color == new Color(0.5f, 0.5f, 0.5f) && mesh.text == "sim", "a grey label");
            await rig.PlugIn(on: true);
            await player.Until(() => lamp.enabled, "a light that is on");
            var before = connection.Client;
            player.ReloadDomain();
            Assert.NotSame(before, connection.Client);
            await player.Until(() => connection.Status.State == LinkState.Open && binding.Thing is { IsAvailable: true }, "the connection, anew");
            await rig.Report(false);
            await player.Until(() => !lamp.enabled && mesh.text == "não", "a light that went out, and a label that says so");
            Assert.Equal(new Color(1, 0, 0), mesh.color);
        });
    }

    [Fact]
    public async Task Play_mode_without_a_domain_reload_begins_without_what_was()
    {
        await using var server = await TestServer.Start();
        await Player.Play(player => player.Open(server.Url));
        await Player.Play(async player =>
        {
            Assert.Null(GemeoConnection.Default);
            var connection = await player.Open(server.Url);
            Assert.Same(connection, GemeoConnection.Default);
        });
    }

    [Fact]
    public async Task Paused_in_the_background_it_loses_nothing_and_returning_it_tries_at_once()
    {
        await using var rig = await LampRig.Start(null);
        await using var sensor = await rig.Server.Device();
        await Player.Play(async player =>
        {
            var connection = await player.Open(rig.Server.Url);
            connection.enabled = false;
            connection.Address = "http://127.0.0.1:1";
            connection.enabled = true;
            await player.Until(() => connection.Status.State == LinkState.Waiting, "a failed try");
            for (var tries = 0; tries < 3; tries++)
            {
                var at = connection.Status.RetryAt;
                if (tries == 1) player.Pause(false);
                else player.Focus(true);
                await player.Until(() => connection.Status.State == LinkState.Waiting && connection.Status.RetryAt != at, "the next try");
            }
            connection.Address = rig.Server.Url.ToString();
            await player.Until(() => connection.Client.IsKnown, "the lab");
            player.Pause(true);
            player.Focus(false);
            await sensor.Say("sensor/distance", "42");
            await player.Until(() => connection.Client.Things["sensor"]["distance"].Value.Number == 42, "what came in the background");
        });
    }

    [Fact]
    public async Task Another_address_is_followed_by_every_binding()
    {
        await using var here = await LampRig.Start(null);
        await using var there = await LampRig.Start(null);
        await there.PlugIn(on: true);
        await Player.Play(async player =>
        {
            var connection = await player.Open(here.Server.Url);
            var binding = Scenes.Put<LightBinding>(b => b.ThingId = "lamp");
            await player.Frames(2);
            Assert.Equal(0, binding.Level);
            connection.Connect(there.Server.Url.ToString());
            await player.Until(() => binding.Level == 1, "the lamp of the other lab");
            Assert.Same(connection.Client, binding.Thing!.Client);
        });
    }

    [Fact]
    public async Task An_address_typed_into_the_inspector_while_playing_is_followed()
    {
        await using var here = await TestServer.Start();
        await using var there = await TestServer.Start();
        await Player.Play(async player =>
        {
            var connection = await player.Open(here.Url);
            var before = connection.Client;
            typeof(GemeoConnection).GetField("_address", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.SetValue(connection, there.Url.ToString());
            connection._script.Say("OnValidate");
            await player.Until(() => connection.Client != before && connection.Client.IsKnown, "the other lab");
            Assert.Equal(there.Url, connection.Client.Api.Address.Root);
        });
    }

    [Fact]
    public async Task What_is_no_address_is_said_once_and_throws_nowhere()
    {
        await Player.Play(async player =>
        {
            var binding = Scenes.Put<LightBinding>(b => b.ThingId = "lamp");
            var connection = Scenes.Put<GemeoConnection>(c => c.Address = "what is this");
            await player.Frames(3);
            Assert.Null(binding.Thing);
            Assert.Equal(LinkState.Closed, connection.Status.State);
            Assert.Contains("what is this", Assert.Single(Scenes.TakeLogs()), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_listener_that_throws_is_logged_and_hurts_no_other()
    {
        await using var server = await TestServer.Start();
        await using var sensor = await server.Device();
        await Player.Play(async player =>
        {
            var connection = await player.Open(server.Url, c => c.onOpen.AddListener(() => throw new InvalidOperationException("first")));
            var told = 0;
            connection.Client.Things["sensor"].Changed += _ => throw new InvalidOperationException("second");
            connection.Client.Things["sensor"].Changed += _ => told++;
            await sensor.Say("sensor/distance", "1");
            await player.Until(() => told == 1, "the one who listens");
            Assert.Equal(["first", "second"], Scenes.TakeLogs().Select(l => l.Contains("first", StringComparison.Ordinal) ? "first" : "second"));
        });
    }

    [Fact]
    public async Task Messages_are_read_beside_the_main_thread_and_told_on_it()
    {
        await using var server = await TestServer.Start();
        await using var sensor = await server.Device();
        await Player.Play(async player =>
        {
            var main = Environment.CurrentManagedThreadId;
            var heard = new List<int>();
            var connection = await player.Open(server.Url);
            connection.Client.EntryHeard += _ => heard.Add(Environment.CurrentManagedThreadId);
            connection.Client.Dispatch();
            // Not one frame: the link alone goes on.
            Task.Run(() => sensor.Say("sensor/distance", "7")).GetAwaiter().GetResult();
            Assert.True(SpinWait.SpinUntil(() => connection.Client.Inbox.Waiting > 0, TimeSpan.FromSeconds(20)));
            Assert.Empty(heard);
            await player.Until(() => heard.Count > 0, "the entry");
            Assert.All(heard, thread => Assert.Equal(main, thread));
        });
    }

    [Fact]
    public async Task An_order_under_way_when_its_connection_is_destroyed_ends()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        rig.Deaf = true;
        await Player.Play(async player =>
        {
            var connection = await player.Open(rig.Server.Url);
            var order = connection.Client.Orders.Invoke("lamp", "ligar");
            await player.Until(() => rig.Orders.Length > 0, "the order at the lamp");
            UnityEngine.Object.Destroy(connection.gameObject);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => order);
        });
    }

    [Fact]
    public async Task A_quiet_frame_allocates_nothing()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn(on: true);
        await Player.Play(async player =>
        {
            await player.Open(rig.Server.Url);
            for (var n = 0; n < 50; n++)
            {
                Scenes.Put<LightBinding>(b => b.ThingId = "lamp").gameObject.AddComponent<Light>();
                Scenes.Put<TransformBinding>(b => (b.ThingId, b.PropertyName) = ("lamp", "ligada"));
                Scenes.Put<TextMesh>().gameObject.AddComponent<ValueLabel>().ThingId = "lamp";
                Scenes.Put<ActionOnClick>(b => (b.ThingId, b.PropertyName) = ("lamp", "ligada"));
            }
            Scenes.Put<AssistantChat>();
            Scenes.Put<PresenceAvatars>(p => (p.Room, p.Tracked) = ("lab", new GameObject("me").transform));
            await player.Frames(50);
            Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => Allocated(player)));
        });

        // Something may come just then, a heartbeat: the quietest of five is quiet.
        static long Allocated(Player player)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var n = 0; n < 20; n++) player.Frame();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
