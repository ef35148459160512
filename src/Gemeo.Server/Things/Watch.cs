using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>Wakes the things that have something to mind though nobody asks: orders that a crash left open, and a limit of silence,
/// from the start and whenever it changes.</summary>
public sealed class Watch(ThingRegistry registry, ILogStore store, IGrainFactory grains)
{
    readonly Lock _lock = new();
    Dictionary<string, TimeSpan> _limits = [];

    public Task StartAsync()
    {
        registry.Changed += () => _ = MindSilence();
        return Task.WhenAll([MindSilence(), .. store.OpenCommands(null).Select(c => c.Thing).Distinct().Select(Wake)]);
    }

    Task MindSilence()
    {
        lock (_lock)
        {
            var (before, now) = (_limits, registry.All.Where(l => l.Thing.SilentAfter is not null).ToDictionary(l => l.Thing.Id, l => l.Thing.SilentAfter!.Value));
            _limits = now;
            return Task.WhenAll(before.Keys.Union(now.Keys).Where(id => !before.TryGetValue(id, out var was) || !now.TryGetValue(id, out var limit) || was != limit).Select(Wake));
        }
    }

    Task Wake(string thing) => grains.GetGrain<IThing>(thing).Wake();
}
