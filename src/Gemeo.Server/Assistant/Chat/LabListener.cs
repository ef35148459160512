using Gemeo.Access.Rights;
using Gemeo.Assistant.Intents;
using Gemeo.Labs;
using Gemeo.Things;

namespace Gemeo.Assistant.Chat;

/// <summary>The recogniser of the lab as it is now: made when somebody first speaks, and again after the lab or its things changed.</summary>
public sealed class LabListener(LabHost host, ThingRegistry registry)
{
    const int MostScopes = 16;

    readonly Lock _lock = new();
    Lab? _lab;
    ThingRegistry.Things? _things;
    readonly Dictionary<string, Recogniser> _recognisers = [];

    public Lab Lab => host.Lab;

    /// <summary>Of the things that those who speak see; the others have no name for it.</summary>
    public Recogniser Now => For(Sight.Of(Acting.Now, registry));

    Recogniser For(Sight sight)
    {
        lock (_lock)
        {
            var (lab, things) = (host.Lab, registry.Now);
            if (_lab != lab || _things != things || _recognisers.Count >= MostScopes) _recognisers.Clear();
            (_lab, _things) = (lab, things);
            var scope = sight.IsScoped ? string.Join('\n', sight.Things.Order(StringComparer.Ordinal)) : "*";
            if (_recognisers.TryGetValue(scope, out var known)) return known;
            return _recognisers[scope] = new(lab with { Things = [.. lab.Things.Concat(Added(lab, things)).Where(t => sight.Sees(t.Id))] });
        }
    }

    // What people added over HTTP is of the lab too.
    static IEnumerable<ThingDescription> Added(Lab lab, ThingRegistry.Things things)
    {
        var declared = lab.Things.Select(t => t.Id).ToHashSet();
        return things.ById.Values.Select(l => l.Thing).Where(t => !declared.Contains(t.Id)).OrderBy(t => t.Id, StringComparer.Ordinal);
    }
}
