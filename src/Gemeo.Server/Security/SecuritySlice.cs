namespace Gemeo.Security;

/// <summary>What is wrong at the doors: counted, put on record, passed on.</summary>
public static class SecuritySlice
{
    public static IServiceCollection AddSecurity(this IServiceCollection services) =>
        services.AddSingleton<SecurityEvents>().AddHostedService<SecurityRecord>();
}

/// <summary>Puts incidents on record as they begin, go on and end.</summary>
sealed partial class SecurityRecord(SecurityEvents events, ILogger<SecurityRecord> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => events.RunAsync(why => Unwritten(log, why.Message), stoppingToken);

    [LoggerMessage(1, LogLevel.Warning, "Security events could not be put on record yet: {Why}")]
    static partial void Unwritten(ILogger log, string why);
}
