using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Gemeo.Tests.Hosting.Telemetry;

/// <summary>A collector that keeps what it is sent, as OTLP over HTTP sends it.</summary>
public sealed class OtlpTests : IAsyncLifetime
{
    readonly ConcurrentDictionary<string, ConcurrentQueue<byte[]>> _sent = new();
    WebApplication _collector = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _collector = builder.Build();
        _collector.MapPost("/v1/{signal}", async (HttpContext http, string signal) =>
        {
            var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            _sent.GetOrAdd(signal, _ => new()).Enqueue(body.ToArray());
        });
        await _collector.StartAsync();
    }

    public async Task DisposeAsync() => await _collector.DisposeAsync();

    // Strings and ids stand in protobuf as their own bytes.
    int Times(string signal, byte[] bytes)
    {
        var (times, all) = (0, _sent.TryGetValue(signal, out var sent) ? sent.ToArray() : []);
        foreach (var part in all)
            for (var at = part.AsSpan(); at.IndexOf(bytes) is >= 0 and var i; at = at[(i + bytes.Length)..]) times++;
        return times;
    }

    bool Has(string signal, string text) => Times(signal, Encoding.UTF8.GetBytes(text)) > 0;

    [Fact]
    public async Task A_request_its_command_and_the_wait_for_the_device_are_spans_of_one_trace_and_no_key_goes_along()
    {
        await using var rig = await LampRig.Start(null, $"--Gemeo:Telemetry:Otlp={_collector.Urls.First()}", "--Gemeo:Key=a-very-secret-key-0");
        await rig.PlugIn();
        rig.Deaf = true;
        var (status, problem) = await rig.Server.Post("/things/lamp/actions/ligar?timeout=0.2&key=a-very-secret-key-0");
        Assert.Equal(504, status);
        var trace = Convert.FromHexString(problem!["traceId"]!.GetValue<string>());
        Assert.Equal(16, trace.Length);
        await Wait.Until(() =>
        {
            rig.Server.Services.GetRequiredService<TracerProvider>().ForceFlush();
            rig.Server.Services.GetRequiredService<MeterProvider>().ForceFlush();
            return Times("traces", trace) >= 3 && Has("metrics", "gemeo.commands");
        }, "three spans and a metric");
        Assert.True(Has("traces", "command ligar") && Has("traces", "device lamp") && Has("traces", "/things/{id}/actions/{name}"));
        Assert.True(Has("traces", "no-answer") && Has("traces", problem["command"]!["id"]!.GetValue<string>()));
        Assert.True(Has("metrics", "gemeo.log.commit.duration") && Has("metrics", "gemeo.readings"));
        Assert.False(Has("traces", "a-very-secret-key-0"));
    }

    [Fact]
    public async Task What_is_logged_is_sent_too()
    {
        await using (await TestServer.Start(args: [$"--Gemeo:Telemetry:Otlp={_collector.Urls.First()}", "--Logging:LogLevel:Gemeo=Information"])) { }
        Assert.True(Has("logs", "Lab "), "the lab's opening");
    }

    [Fact]
    public async Task A_collector_that_is_away_hinders_nobody()
    {
        await _collector.StopAsync();
        await using var rig = await LampRig.Start(null, $"--Gemeo:Telemetry:Otlp=http://127.0.0.1:{Mosquitto.FreePort()}");
        await rig.PlugIn();
        Assert.Equal(200, (await rig.Server.Post("/things/lamp/actions/ligar")).Status);
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_traced()
    {
        await using var server = await TestServer.Start();
        Assert.Null(server.Services.GetService<TracerProvider>());
    }
}
