using Gemeo.Client;
using Gemeo.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Gemeo.Tests.Client;

/// <summary>Being let in, coming and going.</summary>
public sealed class DoorTests
{
    const string Key = "a-key-of-enough-length";

    [Theory]
    [InlineData(null, 401, "É preciso uma chave de acesso.")]
    [InlineData("wrong-key-of-length", 403, "A chave de acesso não vale aqui.")]
    public async Task Without_the_right_key_the_link_ends_at_refused_and_tries_again_only_when_started(string? key, int status, string erro)
    {
        await using var server = await TestServer.Start(args: $"--Gemeo:Key={Key}");
        await using var line = BadLine.To(server);
        using var client = Rig.Of(line.Url, Stranger.Platform(), key);
        Assert.Equal(status, (await Assert.ThrowsAsync<NotAllowedException>(() => client.Lab.Labs.Get())).Refusal.Status);
        client.Lab.Start();
        await client.Is(LinkState.Refused);
        Assert.Equal(erro, client.Lab.Status.Why);
        var tries = line.Connections;
        client.Lab.RetryNow();
        Assert.Equal([LinkState.Connecting, LinkState.Refused], client.States);
        client.Lab.Start();
        await client.Until(() => client.States.Length == 4, "another try");
        Assert.Equal([LinkState.Connecting, LinkState.Refused, LinkState.Connecting, LinkState.Refused], client.States);
        Assert.True(line.Connections > tries);
        Assert.Equal(0, server.Services.GetRequiredService<LiveApi>().Clients);
    }

    [Fact]
    public async Task With_the_key_of_the_address_that_lan_prints_one_is_let_in()
    {
        await using var server = await TestServer.Start(args: $"--Gemeo:Key={Key}");
        using var client = Rig.Of($"{server.Url}?key={Key}", Stranger.Platform());
        client.Lab.Start();
        await client.Until(() => client.Lab.IsKnown, "the snapshot");
        Assert.Equal("Teste", (await client.Lab.Labs.Get()).Name("pt"));
    }

    [Fact]
    public async Task Nobody_there_is_tried_again_and_at_once_when_asked_to()
    {
        await using var line = BadLine.To(null);
        using var client = Rig.Of(line.Url, o => o.FirstRetry = o.LongestRetry = TimeSpan.FromHours(1));
        client.Lab.Start();
        await client.Is(LinkState.Waiting);
        Assert.NotEmpty(client.Lab.Status.Why!);
        Assert.InRange(client.Lab.Status.RetryAt!.Value, DateTimeOffset.UtcNow.AddMinutes(30), DateTimeOffset.UtcNow.AddMinutes(80));
        await Assert.ThrowsAsync<UnreachedException>(() => client.Lab.Labs.Get());
        await using var server = await TestServer.Start();
        line.Target = server.Url.Port;
        client.Lab.RetryNow();
        await client.Is(LinkState.Open);
    }

    [Fact]
    public async Task Started_and_stopped_and_told_to_retry_from_everywhere_it_stands_when_it_was_started_last_and_leaves_no_socket_when_stopped()
    {
        await using var server = await TestServer.Start();
        using var client = Rig.Of(server);
        var clients = server.Services.GetRequiredService<LiveApi>();
        await Task.WhenAll(Enumerable.Range(1, 4).Select(seed => Task.Run(async () =>
        {
            var die = new Random(seed);
            for (var turn = 0; turn < 50; turn++)
            {
                switch (die.Next(4))
                {
                    case 0: client.Lab.Stop(); break;
                    case 1: client.Lab.RetryNow(); break;
                    case 2: client.Lab.Dispatch(); break;
                    default: client.Lab.Start(); break;
                }
                if (die.Next(3) == 0) await Task.Yield();
                else if (die.Next(3) == 0) await Task.Delay(die.Next(8));
            }
        })));
        client.Lab.Start();
        await client.Is(LinkState.Open);
        await Wait.Until(() => clients.Clients == 1, "one socket");
        await using var device = await server.Device();
        await device.Say("sensor/distance", "3");
        await client.Until(() => client.Lab.Things["sensor"]["distance"].Value.Number == 3, "what is told");
        client.Lab.Dispose();
        Assert.Equal(LinkState.Closed, client.Lab.Status.State);
        await Wait.Until(() => clients.Clients == 0, "no socket");
        Assert.Equal(LinkState.Closed, client.States[^1]);
        Assert.Empty(client.Failures);
    }

    [Fact]
    public async Task A_stopped_client_is_told_nothing_more_and_knows_the_lab_again_when_started()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        using var client = await Rig.Open(server);
        client.Lab.Stop();
        await device.Say("sensor/distance", "1");
        await server.Property("sensor", "distance", v => v.GetValue<double>() == 1);
        Assert.Equal([LinkState.Connecting, LinkState.Open, LinkState.Closed], client.States);
        Assert.False(client.Lab.Things["sensor"]["distance"].IsKnown);
        client.Lab.Start();
        await client.Until(() => client.Lab.Things["sensor"]["distance"].Value.Number == 1, "what came meanwhile");
    }

    [Fact]
    public async Task A_thousand_clients_come_and_go_and_nothing_of_them_is_left()
    {
        await using var server = await TestServer.Start();
        await using var line = BadLine.To(server);
        var clients = server.Services.GetRequiredService<LiveApi>();
        var unseen = 0;
        EventHandler<UnobservedTaskExceptionEventArgs> look = (_, e) => { if (e.Exception.ToString().Contains("Gemeo.Client", StringComparison.Ordinal)) Interlocked.Increment(ref unseen); };
        TaskScheduler.UnobservedTaskException += look;
        try
        {
            List<WeakReference> gone = [];
            for (var hundred = 0; hundred < 10; hundred++) gone.AddRange(await Task.WhenAll(Enumerable.Range(0, 100).Select(n => ComeAndGo(n % 2 == 0 ? server.Url.ToString() : line.Url))));
            await Wait.Until(() => clients.Clients == 0 && line.Open == 0, "the server to have none");
            await Wait.Until(() =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return gone.Count(g => g.IsAlive) <= 2;
            }, "the clients to be collected");
            Assert.Equal((1000, 0), (gone.Count, unseen));
        }
        finally { TaskScheduler.UnobservedTaskException -= look; }
    }

    static async Task<WeakReference> ComeAndGo(string url)
    {
        var client = await Rig.Open(url);
        Assert.Equal(LinkState.Open, client.Lab.Status.State);
        client.Dispose();
        return new(client.Lab);
    }
}
