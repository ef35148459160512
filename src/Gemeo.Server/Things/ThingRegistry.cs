using System.Collections.Frozen;
using Gemeo.Labs;

namespace Gemeo.Things;

/// <summary>Which things there are now: those of the lab's files and those that people added. Replaced whole; readers never lock.</summary>
public sealed class ThingRegistry
{
    /// <summary>The house itself: entries that belong to no device (refused payloads of nobody's topic) are its own.</summary>
    public const string House = "gemeo";

    readonly Lock _writing = new();
    volatile Things _now = new(FrozenDictionary<string, Listed>.Empty);

    /// <summary>Raised after the set was replaced, on the thread that did; listeners are few and quick.</summary>
    public event Action? Changed;

    /// <param name="FromFile">Declared by the lab's files, hence read-only over HTTP.</param>
    public sealed record Listed(ThingDescription Thing, bool FromFile);

    sealed record Things(FrozenDictionary<string, Listed> ById);

    public IReadOnlyCollection<Listed> All => _now.ById.Values;

    public Listed? Find(string id) => _now.ById.GetValueOrDefault(id);

    public ThingDescription? Thing(string id) => Find(id)?.Thing;

    /// <summary>Replaces every thing that came from files.</summary>
    public void PutLab(Lab lab) => Replace(all => [.. all.Where(l => !l.FromFile && lab.Things.All(t => t.Id != l.Thing.Id)), .. lab.Things.Select(t => new Listed(t, true))]);

    public void Put(ThingDescription thing) => Replace(all => [.. all.Where(l => l.Thing.Id != thing.Id), new Listed(thing, false)]);

    public void Remove(string id) => Replace(all => all.Where(l => l.Thing.Id != id));

    // Two who change at once take turns, or one's change would be lost.
    void Replace(Func<IEnumerable<Listed>, IEnumerable<Listed>> change)
    {
        lock (_writing) _now = new(change(All).ToFrozenDictionary(l => l.Thing.Id));
        Changed?.Invoke();
    }
}
