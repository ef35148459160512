using Gemeo.Access.Rights;
using Gemeo.Devices.Broker;
using Gemeo.Labs;
using Gemeo.Log;

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
        routes.MapGet("/health/ready", Ready).For(Role.Viewer).WithTags("Home").WithSummary("200 when log, lab and broker work; 503 naming the ill part.");
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

    static IResult Ready(LogWriter writer, IBroker broker, LabHost lab)
    {
        var parts = new
        {
            log = writer.Fault ?? "ok",
            broker = broker.Status is { Connected: false } ill ? ill.Fault ?? "not started" : "ok",
            lab = lab.Faults.Count == 0 ? "ok" : lab.Faults[0].ToString(),
        };
        var well = parts.log == "ok" && parts.broker == "ok";
        return TypedResults.Json(new { status = well ? "ok" : "ill", parts }, statusCode: well ? 200 : 503);
    }
}
