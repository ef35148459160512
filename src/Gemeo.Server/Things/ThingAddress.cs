using Gemeo.Labs;
using Microsoft.AspNetCore.Http.Features;

namespace Gemeo.Things;

/// <summary>Ids and names as they stand in an address. The server leaves <c>%2F</c> in a path as it is, and cannot tell it from
/// <c>%252F</c> any more; an id such as <c>https://lab.example/1</c> has slashes, so those parts are read from what was really sent.
/// An id may also come as the URN that W3C clients were given for it.</summary>
public static class ThingAddress
{
    /// <summary>After routing.</summary>
    public static void UseThingAddresses(this IApplicationBuilder app)
    {
        var things = app.ApplicationServices.GetRequiredService<ThingRegistry>();
        app.Use(next => http =>
        {
            if (http.GetEndpoint() is RouteEndpoint endpoint && http.Request.Path.Value!.Contains("%2F", StringComparison.OrdinalIgnoreCase)) Restore(http, endpoint);
            if (http.Request.RouteValues.TryGetValue("id", out var value) && value is string id && things.Find(id) is null) http.Request.RouteValues["id"] = ThingId.Plain(id);
            return next(http);
        });
    }

    static void Restore(HttpContext http, RouteEndpoint endpoint)
    {
        var sent = Segments(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var routed = http.Request.Path.Value!.Split('/');
        // Dot segments were taken out; then the parts no longer stand side by side.
        if (sent.Length != routed.Length) return;
        for (var i = 0; i < endpoint.RoutePattern.PathSegments.Count && i + 1 < sent.Length; i++)
            if (endpoint.RoutePattern.PathSegments[i].Parts is [Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { IsCatchAll: false } part])
                http.Request.RouteValues[part.Name] = Uri.UnescapeDataString(sent[i + 1]);
    }

    // "/things/a%2Fb?limit=1", or with the server's name before it, as a proxy sends it.
    static string[] Segments(string target)
    {
        var path = target.Split('?')[0];
        if (path.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme && !path.StartsWith('/')) path = path[Math.Max(path.IndexOf('/', scheme + 3), 0)..];
        return path.Split('/');
    }
}
