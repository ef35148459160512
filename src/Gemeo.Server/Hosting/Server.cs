using System.Net;
using Gemeo.Access;
using Gemeo.Access.Accounts;
using Gemeo.Access.Rights;
using Gemeo.Assistant;
using Gemeo.Devices;
using Gemeo.Devices.Broker;
using Gemeo.History;
using Gemeo.Hosting.Telemetry;
using Gemeo.Hosting.Tls;
using Gemeo.Knowledge;
using Gemeo.Labs;
using Gemeo.Live;
using Gemeo.Log;
using Gemeo.Presence;
using Gemeo.Security;
using Gemeo.Things;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Scalar.AspNetCore;

namespace Gemeo.Hosting;

/// <summary>The composition root: a line or two for each slice.</summary>
public static class Server
{
    const long BodyLimit = 1 << 20;
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs until stopped; a start that fails is one sentence on the error stream and exit code 1.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args, out var lan);
            await Open(app);
            Announce(app, lan);
            await OfferSetup(app);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception why) when (StartFault.Explain(why) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    // What had started already is stopped in good order, before the reason is told.
    static async Task Open(WebApplication app)
    {
        try { await app.StartAsync(); }
        catch
        {
            await app.StopAsync();
            throw;
        }
    }

    public static WebApplication Build(string[] args) => Build(args, out _);

    static WebApplication Build(string[] args, out (string, string, string)? lan)
    {
        string[] given = [.. args.Where(a => a != "--lan")];
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = given });
        builder.Configuration.AddJsonFile(SettingNames.File, optional: true).AddEnvironmentVariables().AddCommandLine(given);
        SettingNames.Check(builder.Configuration, given);
        lan = LanKeys.Apply(builder.Configuration, args);
        Places.Apply(builder.Configuration);
        // A request goes on where its bytes were read, and an answer is written where it was made: handlers await whatever is slow.
        builder.WebHost.ConfigureKestrel(Limits).UseSockets(o => (o.UnsafePreferInlineScheduling, o.WaitForDataBeforeAllocatingBuffer) = (true, false));
        builder.Services.AddOptions<Settings>().BindConfiguration("Gemeo", o => o.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<Settings>, SettingsCheck>();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<ThingRegistry>().AddSingleton<PastStates>().AddSingleton<ReadingInbox>().AddSingleton<Watch>().AddSingleton<Silences>().AddSingleton<LabHost>().AddSingleton<WebWorld>().AddSingleton<Health>().AddSingleton<Rates>().AddSingleton<CommandFigures>();
        builder.Services.AddAccess().AddLog().AddHistory().AddSecurity().AddDevices().AddLive().AddPresence().AddKnowledge().AddAssistant();
        builder.Services.AddOpenApi(ApiDocument.Configure).AddRequestTimeouts(o => o.DefaultPolicy = new() { Timeout = _patience, TimeoutStatusCode = 504 });
        // Otherwise a parameter that is not understood is a bare 400 which does not say what is wrong.
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(o => JsonStyle.Apply(o.SerializerOptions));
        Logs(builder.Logging);
        builder.AddTelemetry();
        builder.AddTls();
        builder.AddSilo();
        builder.Services.AddHostedService<Start>(); // after the silo, whose grains it wakes
        var app = builder.Build();
        Wire(app);
        return app;
    }

    static void Logs(ILoggingBuilder logs)
    {
        // Orleans speaks of a silo that is alone and stays so.
        logs.SetMinimumLevel(LogLevel.Warning).AddFilter("Gemeo", LogLevel.Information).AddFilter("Orleans.Runtime.Silo", LogLevel.Error)
            .AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error).AddFilter("Orleans.Runtime.MembershipService", LogLevel.Error);
        // Nobody reads a trace of each request, and it costs every one.
        logs.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // A request that cannot be read would be quoted, and a key with it.
        logs.AddFilter("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.None);
        // What a caller of a tool got wrong is no error of ours (McpSlice).
        logs.AddFilter("ModelContextProtocol.Server.McpServer", LogLevel.Critical);
        // Why a start failed is said once, in a sentence; a background service that dies stops the host, which is critical.
        logs.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    }

    static void Limits(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = BodyLimit;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.MaxConcurrentConnections = 10_000;
    }

    static void Wire(WebApplication app)
    {
        OpenDoors.Check(app);
        app.UseProxies();
        app.UseBrowserRules();
        app.UseProblems();
        app.UseGate();
        app.UseRates();
        app.UseIdentity();
        app.UseLive();
        app.UseMethods();
        app.UseRouting();
        app.UseHead();
        app.UseThingAddresses();
        app.UseRights();
        app.UseRequestTimeouts();
        app.MapHome();
        app.MapMetrics();
        app.MapThings();
        app.MapProperties();
        app.MapCommands();
        app.MapShortcuts();
        app.MapHistory();
        app.MapDocuments();
        app.MapSearch();
        app.MapLog();
        app.MapLive();
        app.MapObserve();
        app.MapPresence();
        app.MapDevices();
        app.MapSecurity();
        app.MapAssistant();
        app.MapAccess();
        app.MapOpenApi("/openapi.json").ForEverybody();
        app.MapScalarApiReference("/docs", o => o.WithTitle("Gêmeo").WithOpenApiRoutePattern("/openapi.json").DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideDeveloperTools()).ForEverybody();
    }

    // Who reads what the server prints is its owner; on loopback nobody needs a word.
    static async Task OfferSetup(WebApplication app)
    {
        if (app.Services.GetRequiredService<OwnAddresses>().Lan.Count == 0) return;
        try
        {
            if (!await app.Services.GetRequiredService<Book>().HasAccountsAsync(app.Lifetime.ApplicationStopping))
                Console.WriteLine($"  Set-up code   {app.Services.GetRequiredService<SetupCode>().Make()}  (makes the first administrator: /access/setup)");
        }
        catch (Exception why) when (StoreFilter.IsOurs(why)) { Console.WriteLine($"  Accounts cannot be used now: {why.Message}"); }
    }

    static void Announce(WebApplication app, (string, string, string)? lan)
    {
        var broker = app.Services.GetRequiredService<IBroker>();
        var urls = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Console.WriteLine($"Gêmeo  {string.Join("  ", urls)}  MQTT {broker.Status.Address}{(broker is EmbeddedBroker { TlsPort: { } tls } ? $"  MQTT over TLS {tls}" : "")}");
        if (lan is { } keys) LanKeys.Show(keys, app.Services.GetRequiredService<OwnAddresses>(), new Uri(urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal)).Port, broker.Port, Console.Out);
    }
}
