using Gemeo.Hosting;
using Microsoft.Extensions.Options;

namespace Gemeo.Access;

/// <summary>Host, Origin, key, CORS: before anything else sees a request.</summary>
public static class AccessSlice
{
    public static IServiceCollection AddAccess(this IServiceCollection services) =>
        services.AddSingleton<Store.AccessStore>().AddSingleton<Gate>().AddSingleton<OwnAddresses>();

    public static void UseAccess(this IApplicationBuilder app)
    {
        var gate = app.ApplicationServices.GetRequiredService<Gate>();
        app.Use(next => http =>
        {
            // A preflight carries no key; it is answered by what its origin may do.
            var preflight = HttpMethods.IsOptions(http.Request.Method) && http.Request.Headers.ContainsKey("Access-Control-Request-Method");
            var fault = gate.Check(http);
            if (fault != Fault.ForeignHost && fault != Fault.ForeignOrigin) Cors(http);
            if (fault is not null && !(preflight && fault == Fault.NoKey)) return new Problem(fault, Remedy(fault)).ExecuteAsync(http);
            if (!preflight) return next(http);
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
    }

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
}
