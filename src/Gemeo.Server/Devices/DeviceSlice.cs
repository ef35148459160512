using Gemeo.Access.Rights;
using Gemeo.Access.Store;
using Gemeo.Devices.Broker;
using Gemeo.Devices.Credentials;
using Gemeo.Hosting;
using Gemeo.Things;
using Microsoft.Extensions.Options;

namespace Gemeo.Devices;

/// <summary>The MQTT side: an embedded broker, or a client of an external one.</summary>
public static class DeviceSlice
{
    public static IServiceCollection AddDevices(this IServiceCollection services)
    {
        services.AddSingleton<DeviceGateway>().AddSingleton<Rejections>().AddSingleton<Unmatched>();
        services.AddSingleton<DevicePlace>().AddSingleton<KnownDevices>().AddSingleton<IAccessMemory>(s => s.GetRequiredService<KnownDevices>()).AddSingleton<BrokerFileWriter>().AddSingleton<RetainedMessages>().AddSingleton<KeptSessions>().AddSingleton<EmbeddedBroker>().AddSingleton<ExternalBroker>();
        services.AddSingleton<IBroker>(s => s.GetRequiredService<IOptions<Settings>>().Value.Mqtt.Broker is null
            ? s.GetRequiredService<EmbeddedBroker>() : s.GetRequiredService<ExternalBroker>());
        services.AddSingleton<IDeviceLink>(s => s.GetRequiredService<IBroker>());
        return services.AddHostedService<RejectionFlush>();
    }

    public static void MapDevices(this IEndpointRouteBuilder routes)
    {
        var devices = routes.MapGroup("/devices").WithTags("Devices");
        devices.MapGet("/", (IBroker broker) => TypedResults.Ok(broker.Status)).For(Role.Admin).WithSummary("How the devices are reached, and whether they can be.");
        devices.MapGet("/unmatched", (Unmatched unmatched, int? limit) => TypedResults.Ok(unmatched.Newest.Take(Math.Clamp(limit ?? 100, 1, 1000)))).For(Role.Admin)
            .WithSummary("Topics that belong to no thing, newest first, with their last payload.");
        devices.MapGet("/rejected", (Rejections rejections, int? limit) => TypedResults.Ok(rejections.Newest.Take(Math.Clamp(limit ?? 100, 1, 1000)))).For(Role.Admin)
            .WithSummary("Topics whose payloads were refused, newest first, with reason and count.");
        CredentialApi.Map(devices);
    }
}

/// <summary>Puts counted refusals on record when their flood is over.</summary>
sealed partial class RejectionFlush(Rejections rejections, TimeProvider time, ILogger<RejectionFlush> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            // What a background service throws ends the server; the counts stay, and there is a next time.
            try { await rejections.FlushAsync(stoppingToken); }
            catch (Exception why) when (!stoppingToken.IsCancellationRequested) { Unwritten(log, why.Message); }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Refused payloads could not be put on record yet: {Why}")]
    static partial void Unwritten(ILogger log, string why);
}
