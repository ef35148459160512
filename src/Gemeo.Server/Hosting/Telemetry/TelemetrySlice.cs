using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Gemeo.Access.Rights;
using Gemeo.Things;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Gemeo.Hosting.Telemetry;

/// <summary><c>/metrics</c> for Prometheus, and traces, metrics and logs to an OpenTelemetry collector where one is set.</summary>
public static class TelemetrySlice
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddMetrics().AddSingleton<LabMeter>().AddSingleton(s => new PrometheusText(s.GetRequiredService<IMeterFactory>()));
        var settings = new TelemetrySettings();
        builder.Configuration.GetSection("Gemeo:Telemetry").Bind(settings);
        if (settings.Otlp is { } address && !settings.Faults().Any()) Send(builder, settings.Protocol, address); // what is faulty is told by the check
    }

    // Apart, so that nothing of OpenTelemetry is loaded where nothing is sent.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Send(WebApplicationBuilder builder, string protocol, string address)
    {
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("gemeo", serviceVersion: typeof(TelemetrySlice).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(t => t.AddSource(CommandTrace.Name).AddAspNetCoreInstrumentation().AddProcessor(new NoQueries()))
            .WithMetrics(m => m.AddMeter(LabMeter.Name, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"))
            .WithLogging(null, o => o.IncludeFormattedMessage = true)
            .UseOtlpExporter(protocol == "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf, new Uri(address));
        builder.Services.AddHostedService<Look>();
    }

    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", Metrics).For(Role.Viewer).WithTags("Home").WithSummary("What is counted and measured, in Prometheus' text format. Durations are measured from the first look on.");

    // The meter before the text: what exists is what is listened to.
    static IResult Metrics(IServiceProvider services) =>
        services.GetRequiredService<LabMeter>() is not null ? TypedResults.Text(services.GetRequiredService<PrometheusText>().Write(), PrometheusText.ContentType) : TypedResults.NoContent();

    /// <summary>A collector looks from the start.</summary>
    sealed class Look(LabMeter meter) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            _ = meter;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>A query may hold a key (<c>?key=</c>), and what people search for.</summary>
    sealed class NoQueries : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            foreach (var tag in (string[])["url.query", "url.full", "http.url", "http.target"]) data.SetTag(tag, null);
        }
    }
}
