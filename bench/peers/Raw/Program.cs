using Gemeo.Bench.Raw;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

// Raw passthrough: Mosquitto → MQTTnet → Kestrel socket. No twin, no log: the ceiling that the server is held against.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
// A send that runs on the thread that has the data saves a hand-over for each client and batch.
builder.Services.Configure<SocketTransportOptions>(o => o.UnsafePreferInlineScheduling = true);
builder.WebHost.ConfigureKestrel(o => o.Limits.MinResponseDataRate = null);
var app = builder.Build();

var river = new River();
var stop = app.Lifetime.ApplicationStopping;
await using var feed = await Feed.OpenAsync(
    app.Configuration["Broker"] ?? "127.0.0.1:1883", app.Configuration["Topic"] ?? "load/#", river, stop);
_ = river.RunAsync(stop);

app.MapGet("/", () => "raw");
app.Map("/ws", async context =>
{
    if (await Upgrade.AcceptAsync(context) is { } stream)
        await river.ServeAsync(stream, context.RequestAborted);
});
await app.RunAsync();
