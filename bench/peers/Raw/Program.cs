using Gemeo.Bench.Raw;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

// Raw passthrough: Mosquitto → MQTTnet → Kestrel socket. No twin, no log: the ceiling that the server is held against.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
// A send that runs on the thread that has the data saves a hand-over for each client and batch.
builder.Services.Configure<SocketTransportOptions>(o => o.UnsafePreferInlineScheduling = true);
builder.WebHost.ConfigureKestrel(o => o.Limits.MinResponseDataRate = null);
var app = builder.Build();

var stop = app.Lifetime.ApplicationStopping;
var plain = app.Configuration["Kind"] == "plain";
IRiver river = plain ? new PlainRiver() : new River(stop);
await using var feed = await Feed.OpenAsync(
    app.Configuration["Broker"] ?? "127.0.0.1:1883", app.Configuration["Topic"] ?? "load/#", river, stop);

app.MapGet("/", () => "raw");
if (plain)
    app.UseWebSockets();
app.Map("/ws", river.ServeAsync);
await app.RunAsync();
