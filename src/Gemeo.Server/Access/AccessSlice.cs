using Gemeo.Access.Accounts;
using Gemeo.Access.Audit;
using Gemeo.Access.Keys;
using Gemeo.Access.Oidc;
using Gemeo.Access.Rights;
using Gemeo.Access.Store;
using Gemeo.Hosting;
using Gemeo.Things;

namespace Gemeo.Access;

/// <summary>Host, Origin, CORS; then who asks; then, once the route is known, whether they may.</summary>
public static class AccessSlice
{
    public static IServiceCollection AddAccess(this IServiceCollection services) =>
        services.AddSingleton<AccessStore>().AddSingleton<Gate>().AddSingleton<Doorkeeper>().AddSingleton<OwnAddresses>()
            .AddSingleton<KeyRing>().AddSingleton<Tickets>().AddSingleton<OpenRequests>().AddSingleton<Journal>()
            .AddSingleton<Book>().AddSingleton<Attempts>().AddSingleton<SetupCode>().AddSingleton<TokenReader>()
            .AddSingleton<IAccessMemory>(s => s.GetRequiredService<KeyRing>()).AddSingleton<IAccessMemory>(s => s.GetRequiredService<Book>()).AddHostedService<OwnerCheck>().AddHostedService<AccessNews>();

    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapKeys();
        routes.MapTickets();
        routes.MapSessions();
        routes.MapAccounts();
        routes.MapSetup();
    }

    /// <summary>Before anything else sees a request.</summary>
    public static void UseGate(this IApplicationBuilder app)
    {
        var gate = app.ApplicationServices.GetRequiredService<Gate>();
        app.Use(next => http =>
        {
            if (gate.Check(http) is { } fault) return new Problem(fault, Remedy(fault)).ExecuteAsync(http);
            Cors(http);
            // A preflight carries no key; it is answered by what its origin may do.
            if (!HttpMethods.IsOptions(http.Request.Method) || !http.Request.Headers.ContainsKey("Access-Control-Request-Method")) return next(http);
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
    }

    /// <summary>Finds out who asks.</summary>
    public static void UseIdentity(this IApplicationBuilder app)
    {
        var of = app.ApplicationServices;
        var (door, open, rates) = (of.GetRequiredService<Doorkeeper>(), of.GetRequiredService<OpenRequests>(), of.GetRequiredService<Rates>());
        app.Use(next => http =>
        {
            var asked = door.AskAsync(http);
            return asked.IsCompletedSuccessfully ? Go(http, asked.Result, next) : Wait(http, asked, next);
        });

        Task Go(HttpContext http, Known known, RequestDelegate next)
        {
            if (known.Fault is not null) http.Features.Set(new Unknown(known));
            if (known.Identity is not { } identity) return next(http);
            http.Is(identity);
            if (identity.Kind != IdentityKind.Machine && !rates.Allow(identity)) return Rates.Refuse(http);
            return identity.Pass is null ? next(http) : open.Watch(http, identity, next);
        }

        async Task Wait(HttpContext http, ValueTask<Known> asked, RequestDelegate next)
        {
            Known known;
            try { known = await asked; }
            catch (Exception why) when (StoreFilter.IsOurs(why)) { known = new(null, Fault.AccessUnavailable); }
            await Go(http, known, next);
        }
    }

    /// <summary>After routing: whether who asks may do what the route wants.</summary>
    public static void UseRights(this IApplicationBuilder app)
    {
        var journal = app.ApplicationServices.GetRequiredService<Journal>();
        app.Use(next => http =>
        {
            if (Refusal(http) is not { } fault) return next(http);
            // What is not there is nobody's business.
            if (fault.StatusCode is 401 or 403) journal.Refused(http, fault.Fault);
            return fault.ExecuteAsync(http);
        });
    }

    /// <summary>Why the caller may not; null when they may.</summary>
    static Problem? Refusal(HttpContext http)
    {
        var (identity, route) = (http.Identity(), http.GetEndpoint() as RouteEndpoint);
        var wants = route is null ? null : route.Metadata.GetMetadata<Wants>() ?? Wants.Unsaid;
        if (wants is { Role: Role.None }) return null;
        if (identity is null) return Nobody(http);
        if (wants is null) return null;
        if (!identity.May(wants.Role)) return new Problem(Fault.NoRight, $"this wants the role {wants.Role.Name()}");
        if (wants.OnThing && !identity.Scope.IsEverything && !Sight.Of(http).Sees((string)http.Request.RouteValues["id"]!)) return new Problem(Fault.NoThing);
        // A browser sends a cookie by itself, whatever page asks; so what changes anything, and a socket, comes from a page of this server.
        if (identity.ByCookie && Changes(http) && !Gate.IsOwn(http.Request.Headers.Origin.ToString(), http.Request)) return new Problem(Fault.ForeignOrigin, "who is signed in by a cookie acts from this server's own pages");
        if (wants.ByTools) Acting.For(identity);
        return null;
    }

    static bool Changes(HttpContext http) => !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) || http.WebSockets.IsWebSocketRequest;

    static Problem Nobody(HttpContext http) => http.Features.Get<Unknown>() is { Known: { Fault: { } fault, Detail: var detail } }
        ? new(fault, detail) : new(Fault.NoKey, Remedy(Fault.NoKey));

    static string? Remedy(Fault fault) =>
        fault == Fault.ForeignHost ? "if the name in Host is this server's own, it belongs into Gemeo:Hosts"
        : fault == Fault.ForeignOrigin ? "a page of another origin is let in by Gemeo:Origins"
        : fault == Fault.NoKey ? "Authorization: Bearer <key>, X-Api-Key: <key>, or ?key=<key> where a browser can set no header" : null;

    // The gate has let this origin in, so it is named back; never "*".
    static void Cors(HttpContext http)
    {
        var origin = http.Request.Headers.Origin.ToString();
        http.Response.Headers.Append("Vary", "Origin");
        if (origin.Length == 0) return;
        var headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlAllowMethods = "GET, POST, PUT, PATCH, DELETE";
        headers.AccessControlAllowHeaders = "Authorization, Content-Type, X-Api-Key, Accept-Language, Last-Event-ID";
        headers.AccessControlExposeHeaders = "Location, Link, Allow, Retry-After, X-Reported";
        headers.AccessControlMaxAge = "600";
    }

    /// <summary>What was shown is worth nothing; said where somebody is wanted.</summary>
    sealed record Unknown(Known Known);
}
