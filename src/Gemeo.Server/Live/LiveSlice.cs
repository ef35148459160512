using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace Gemeo.Live;

/// <summary>The log as it grows: <c>/ws</c> and <c>/events</c>.</summary>
public static class LiveSlice
{
    public static IServiceCollection AddLive(this IServiceCollection services) =>
        services.AddSingleton<LiveApi>().AddSingleton<EventStream>().AddSingleton<Snapshots>().AddSingleton<SocketOrders>().AddSingleton<SocketHearing>();

    public static void UseLive(this IApplicationBuilder app)
    {
        app.Use(next => http =>
        {
            if (http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } upgrade) http.Features.Set<IHttpUpgradeFeature>(new FrameUpgrade(upgrade));
            return next(http);
        });
        app.UseWebSockets();
    }

    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        var live = routes.MapGroup("").WithTags("Live");
        live.DisableRequestTimeout();
        live.MapGet("/ws", (HttpContext http, LiveApi live) => live.Handle(http)).For(Role.Viewer)
            .WithSummary("WebSocket: a snapshot, then every entry; ?thing= ?name= ?kind= filter, ?cursor= resumes, ?raw=topic gives bare payloads.");
        live.MapGet("/events", (HttpContext http, EventStream stream) => EntryFilter.Of(http) is { } filter
            ? stream.Handle(http, filter) : new Problem(Fault.BadQuery, "kind: expected property, action, event, availability or security").ExecuteAsync(http))
            .For(Role.Viewer).WithSummary("The same as Server-Sent Events.");
    }
}
