using Gemeo.Assistant.Intents;
using Gemeo.Labs;
using Gemeo.Things;

namespace Gemeo.Assistant.Chat;

/// <summary>The recogniser of the lab as it is now: made when somebody first speaks, and again after the lab or its things changed.</summary>
public sealed class LabListener(LabHost host, ThingRegistry registry)
{
    readonly Lock _lock = new();
    Lab? _lab;
    ThingRegistry.Things? _things;
    Recogniser? _recogniser;

    public Lab Lab => host.Lab;

    public Recogniser Now
    {
        get
        {
            lock (_lock)
            {
                var (lab, things) = (host.Lab, registry.Now);
                if (_recogniser is null || _lab != lab || _things != things) _recogniser = new(lab with { Things = [.. lab.Things, .. Added(lab, things)] });
                (_lab, _things) = (lab, things);
                return _recogniser;
            }
        }
    }

    // What people added over HTTP is of the lab too.
    static IEnumerable<ThingDescription> Added(Lab lab, ThingRegistry.Things things)
    {
        var declared = lab.Things.Select(t => t.Id).ToHashSet();
        return things.ById.Values.Select(l => l.Thing).Where(t => !declared.Contains(t.Id)).OrderBy(t => t.Id, StringComparer.Ordinal);
    }
}
