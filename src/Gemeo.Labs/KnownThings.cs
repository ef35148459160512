namespace Gemeo.Labs;

/// <summary>The Things that shortcuts and the scene may name.</summary>
/// <param name="whole">False when a model could not be filled: then an unknown id says nothing.</param>
sealed class KnownThings(IEnumerable<(Place Place, ThingDescription? Thing)> read, IEnumerable<string> declared, bool whole)
{
    readonly Dictionary<string, ThingDescription> _sound =
        read.Where(t => t.Thing is not null).Select(t => t.Thing!).DistinctBy(t => t.Id).ToDictionary(t => t.Id);

    readonly HashSet<string> _declared = [.. declared];

    /// <summary>Null for one that has faults of its own.</summary>
    public ThingDescription? Find(string id) => _sound.GetValueOrDefault(id);

    /// <summary>A fault when the lab declares no Thing of that id.</summary>
    public void Check(Place place, string id)
    {
        if (whole && !_declared.Contains(id))
            place.Fault($"expected the id of a Thing of this lab; \"{id}\" is none.{Nearest.Hint(id, _declared)}");
    }
}
