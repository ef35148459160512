using System.Collections.Frozen;
using Gemeo.Access.Rights;
using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>What an identity sees of things and of the log. For who sees the whole lab every question is answered at once;
/// a scope is worked out against the things as they are, and again when they change.</summary>
public sealed class Sight
{
    /// <summary>An administrator's.</summary>
    public static readonly Sight All = new(true, Scope.Everything, null);
    public static readonly Sight None = new(false, Scope.Of([], [""]), null);
    static readonly Sight _wholeLab = new(false, Scope.Everything, null);

    readonly Scope _scope;
    readonly ThingRegistry? _registry;
    Seen _seen = new(null, FrozenSet<string>.Empty);

    Sight(bool security, Scope scope, ThingRegistry? registry) => (SeesSecurity, _scope, _registry, IsScoped) = (security, scope, registry, !scope.IsEverything);

    public static Sight Of(HttpContext http) => http.Identity() is not { } identity ? None
        : identity.Scope.IsEverything ? Whole(identity) : Of(identity, http.RequestServices.GetRequiredService<ThingRegistry>());

    public static Sight Of(Identity? identity, ThingRegistry registry) => identity is null ? None
        : identity.Scope.IsEverything ? Whole(identity) : new(false, identity.Scope, registry);

    static Sight Whole(Identity identity) => identity.May(Role.Admin) ? All : _wholeLab;

    /// <summary>Security entries are the administrators'.</summary>
    public bool SeesSecurity { get; }

    public bool IsScoped { get; }

    /// <summary>Whether everything that a batch holds may be given away as it is.</summary>
    public bool TakesAll(bool hasSecurity) => !IsScoped && (SeesSecurity || !hasSecurity);

    public bool Sees(string thing) => !IsScoped || Things.Contains(thing);

    public bool Takes(Entry entry) => (SeesSecurity || entry.Kind != EntryKind.Security) && Sees(entry.Thing);

    /// <summary>Rooms of its own, and those in which its things stand.</summary>
    public bool Enters(string room) => !IsScoped || _scope.Rooms.Contains(room) || Things.Any(id => _registry!.Thing(id)?.Room == room);

    /// <summary>The things of a scope; of no use when there is none.</summary>
    public FrozenSet<string> Things
    {
        get
        {
            if (_registry is null) return FrozenSet<string>.Empty;
            var (seen, now) = (_seen, _registry.Now);
            if (seen.Of == now) return seen.Ids;
            var ids = now.ById.Values.Where(l => _scope.Reaches(l.Thing.Id, l.Thing.Room)).Select(l => l.Thing.Id).ToFrozenSet();
            _seen = new(now, ids);
            return ids;
        }
    }

    sealed record Seen(ThingRegistry.Things? Of, FrozenSet<string> Ids);
}
