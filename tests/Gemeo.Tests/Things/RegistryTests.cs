using System.Collections.Frozen;
using Gemeo.Devices;
using Gemeo.Labs;
using Gemeo.Things;

namespace Gemeo.Tests.Things;

/// <summary>Which things there are, while people add some and the lab's files change.</summary>
public sealed class RegistryTests
{
    static ThingDescription Lamp(string id, string title = "Lâmpada")
    {
        var light = new ActionAffordance("acender", null, new Form($"{id}/set", false), true, false, false, null, TimeSpan.FromSeconds(5));
        return new(id, title, default, null, null, FrozenDictionary<string, PropertyAffordance>.Empty,
            new Dictionary<string, ActionAffordance> { ["acender"] = light }.ToFrozenDictionary(), FrozenDictionary<string, EventAffordance>.Empty, null, null);
    }

    static Lab Lab(params ThingDescription[] things) => new("", System.Collections.Immutable.ImmutableDictionary<string, string>.Empty, "pt", TimeZoneInfo.Utc, [.. things], [], default);

    [Fact]
    public void Things_added_at_the_same_time_are_all_there()
    {
        var registry = new ThingRegistry();
        Parallel.For(0, 200, i => registry.Put(Lamp($"m{i}")));
        Assert.Equal(200, registry.All.Count);
        Parallel.For(0, 200, i => registry.Remove($"m{i}"));
        Assert.Empty(registry.All);
    }

    [Fact]
    public void What_a_file_declares_comes_first_and_what_was_added_is_there_again_when_it_no_longer_does()
    {
        var registry = new ThingRegistry();
        registry.Put(Lamp("a", "added"));
        registry.PutLab(Lab(Lamp("a", "from a file")));
        Assert.Equal(("from a file", true), (registry.Thing("a")!.Title, registry.Find("a")!.FromFile));
        registry.PutLab(Lab(Lamp("b")));
        Assert.Equal(("added", false), (registry.Thing("a")!.Title, registry.Find("a")!.FromFile));
    }

    [Fact]
    public async Task A_thing_is_heard_from_the_moment_in_which_it_is_there_whatever_else_comes_and_goes()
    {
        var registry = new ThingRegistry();
        for (var i = 0; i < 300; i++) registry.Put(Lamp($"old-{i}"));
        var unmatched = new Unmatched();
        var gateway = new DeviceGateway(registry, null!, null!, unmatched, TimeProvider.System);
        using var stop = new CancellationTokenSource();
        var traffic = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested) await gateway.ReceiveAsync("nobody/cares", default, false, CancellationToken.None);
        })).ToArray();
        await Wait.Until(() => unmatched.Total > 0, "the traffic");
        for (var i = 0; i < 300; i++)
        {
            registry.Put(Lamp($"passing-{i}"));
            registry.Put(Lamp($"new-{i}"));
            for (var again = 0; again < 50; again++) await gateway.ReceiveAsync($"new-{i}/set", default, false, CancellationToken.None);
        }
        await stop.CancelAsync();
        await Task.WhenAll(traffic);
        Assert.Equal(["nobody/cares"], unmatched.Newest.Select(t => t.Topic));
    }
}
