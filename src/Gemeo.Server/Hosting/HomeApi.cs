using Gemeo.Access.Rights;

namespace Gemeo.Hosting;

/// <summary>The door (<c>/</c>) and the server's own health.</summary>
public static class HomeApi
{
    public static void MapHome(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Home).ForEverybody().WithTags("Home").WithSummary("The seed's welcome in JSON; a page for a browser.");
        foreach (var file in (string[])["home.css", "home.js"]) routes.MapGet("/page/" + file, () => Page(file)).ForEverybody().ExcludeFromDescription();
        routes.MapGet("/assets/{**file}", (HttpContext http, WebWorld world, string file) => world.Asset(http, file)).ForEverybody().ExcludeFromDescription();
        routes.MapGet("/health/live", IResult () => TypedResults.Ok(new { status = "ok" })).For(Role.Viewer).WithTags("Home").WithSummary("The process runs.");
        routes.MapGet("/health/ready", (Health health) => health.ReadyAsync()).For(Role.Viewer).WithTags("Home").WithSummary("200 when log and broker work, 503 when one does not; each part is \"ok\" or says what is wrong.");
    }

    static IResult Home(HttpContext http, WebWorld world)
    {
        http.Response.Headers.Append("Vary", "Accept");
        if (!WantsPage(http.Request)) return TypedResults.Ok(new { message = "Welcome to the Digital Twin API. Use /ws for WebSocket connection." });
        http.Response.Headers.ContentSecurityPolicy = WebWorld.Policy;
        return world.File(http, "index.html") ?? Page("home.html");
    }

    // Only a browser names text/html; "*/*" is a program.
    static bool WantsPage(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        double Of(string type) => accepted.Where(a => a.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Select(a => a.Quality ?? 1).DefaultIfEmpty(0).Max();
        return Of("text/html") is > 0 and var page && page >= Of("application/json");
    }

    static IResult Page(string file) => TypedResults.Stream(
        typeof(HomeApi).Assembly.GetManifestResourceStream("Gemeo.Page." + file)!,
        Path.GetExtension(file) switch { ".css" => "text/css; charset=utf-8", ".js" => "text/javascript; charset=utf-8", _ => "text/html; charset=utf-8" });
}
