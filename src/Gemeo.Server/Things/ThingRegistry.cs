using System.Collections.Frozen;
using Gemeo.Labs;

namespace Gemeo.Things;

/// <summary>Which things there are now: those of the lab's files and, where no file declares the same, those that people added.
/// Replaced whole; readers never lock.</summary>
public sealed class ThingRegistry
{
    /// <summary>The house itself: entries that belong to no device (refused payloads of nobody's topic) are its own.</summary>
    public const string House = "gemeo";

    readonly Lock _lock = new();
    IReadOnlyList<ThingDescription> _declared = [];
    readonly Dictionary<string, ThingDescription> _added = [];
    volatile Things _now = new(FrozenDictionary<string, Listed>.Empty);

    /// <summary>Raised after the set was replaced, on the thread that did; listeners are few and quick.</summary>
    public event Action? Changed;

    /// <param name="FromFile">Declared by the lab's files, hence read-only over HTTP.</param>
    public sealed record Listed(ThingDescription Thing, bool FromFile);

    /// <summary>The things at one moment; another object when they change.</summary>
    public sealed record Things(FrozenDictionary<string, Listed> ById);

    public Things Now => _now;

    public IReadOnlyCollection<Listed> All => _now.ById.Values;

    public Listed? Find(string id) => _now.ById.GetValueOrDefault(id);

    public ThingDescription? Thing(string id) => Find(id)?.Thing;

    /// <summary>Replaces every thing that came from files.</summary>
    public void PutLab(Lab lab) => Change(() => _declared = lab.Things);

    public void Put(params IEnumerable<ThingDescription> things) => Change(() =>
    {
        foreach (var thing in things) _added[thing.Id] = thing;
    });

    public void Remove(string id) => Change(() => _added.Remove(id));

    void Change(Action change)
    {
        lock (_lock)
        {
            change();
            var things = _added.Values.ToDictionary(t => t.Id, t => new Listed(t, false));
            foreach (var thing in _declared) things[thing.Id] = new(thing, true);
            _now = new(things.ToFrozenDictionary());
        }
        Changed?.Invoke();
    }
}
