namespace Gemeo.Access.Rights;

/// <summary>What a route asks of whoever calls it; stands next to its Map… line. A route that says nothing is the administrators'.</summary>
/// <param name="Role"><see cref="Role.None"/>: anybody, known or not.</param>
/// <param name="OnThing">Its <c>{id}</c> is a thing's: one beyond the caller's scope is not there.</param>
/// <param name="ByTools">What it does is done by tools that have no request at hand.</param>
public sealed record Wants(Role Role, bool OnThing = false, bool ByTools = false)
{
    public static readonly Wants Unsaid = new(Role.Admin);
}

public static class WantsOfRoutes
{
    /// <summary>Of the lab, for a role.</summary>
    public static T For<T>(this T route, Role role, bool byTools = false) where T : IEndpointConventionBuilder => Say(route, new(role, ByTools: byTools));

    /// <summary>Of the thing in <c>{id}</c>, for a role within its scope.</summary>
    public static T ForThing<T>(this T route, Role role) where T : IEndpointConventionBuilder => Say(route, new(role, OnThing: true));

    /// <summary>Also for who is not known: it holds nothing of the lab.</summary>
    public static T ForEverybody<T>(this T route) where T : IEndpointConventionBuilder => Say(route, new(Role.None));

    static T Say<T>(T route, Wants wants) where T : IEndpointConventionBuilder
    {
        route.Add(endpoint => endpoint.Metadata.Add(wants));
        return route;
    }
}
