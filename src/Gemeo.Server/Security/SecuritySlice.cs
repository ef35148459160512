using Gemeo.Access.Rights;
using Gemeo.Things;

namespace Gemeo.Security;

/// <param name="Items">By kind and source, the newest first, since the server started.</param>
public sealed record SecurityView(IReadOnlyList<SecuritySummary> Items, WebhookStatus? Webhook);

/// <summary>What is wrong at the doors: counted, put on record, passed on.</summary>
public static class SecuritySlice
{
    public static IServiceCollection AddSecurity(this IServiceCollection services) =>
        services.AddSingleton<SecurityEvents>().AddHostedService<SecurityRecord>().AddSingleton<Webhook>().AddHostedService(s => s.GetRequiredService<Webhook>());

    public static void MapSecurity(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/security", (SecurityEvents events, HttpContext http) => TypedResults.Ok(new SecurityView(events.Summary, http.RequestServices.GetRequiredService<Webhook>().Status)))
            .For(Role.Admin).WithTags("Security").WithSummary("Security events by kind and source: how often, since when, whether it goes on; and how the webhook fares.");
}

/// <summary>Puts incidents on record as they begin, go on and end.</summary>
sealed partial class SecurityRecord(SecurityEvents events, Silences silences, ILogger<SecurityRecord> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        silences.Fell += thing => events.Note(SecurityKind.Silence, thing, "nothing was heard for longer than gemeo:silentAfter", thing);
        return events.RunAsync(why => Unwritten(log, why.Message), stoppingToken);
    }

    [LoggerMessage(1, LogLevel.Warning, "Security events could not be put on record yet: {Why}")]
    static partial void Unwritten(ILogger log, string why);
}
