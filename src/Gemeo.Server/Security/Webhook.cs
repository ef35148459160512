using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Gemeo.Hosting;
using Microsoft.Extensions.Options;

namespace Gemeo.Security;

/// <param name="Waiting">Reports that are still to go out.</param>
/// <param name="Dropped">Reports given up: no room, or refused too often.</param>
public sealed record WebhookStatus(int Waiting, long Delivered, long Dropped, string? Fault);

/// <summary>Passes security events on to <c>Gemeo:Security:Webhook</c>, signed, one after another, again when it fails. What waits is bounded; nobody waits for it.</summary>
sealed class Webhook(IOptions<Settings> options, SecurityEvents events, TimeProvider time) : BackgroundService
{
    const int MostWaiting = 1000, Tries = 8;
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(10), _firstPause = TimeSpan.FromSeconds(1), _longestPause = TimeSpan.FromMinutes(2);

    readonly SecuritySettings _settings = options.Value.Security;
    Channel<SecurityReport>? _waiting;
    long _delivered, _dropped;
    volatile string? _fault;

    public WebhookStatus? Status => _waiting is null ? null : new(_waiting.Reader.Count, Volatile.Read(ref _delivered), Volatile.Read(ref _dropped), _fault);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (_settings.Webhook is null) return Task.CompletedTask;
        _waiting = Channel.CreateBounded<SecurityReport>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest }, _ => Interlocked.Increment(ref _dropped));
        events.Told += Pass;
        return base.StartAsync(cancellationToken);
    }

    void Pass(SecurityReport report) => _waiting!.Writer.TryWrite(report);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = _patience }) { Timeout = _patience };
        await foreach (var report in _waiting!.Reader.ReadAllAsync(stoppingToken))
            if (await Deliver(http, Body(report), stoppingToken)) Interlocked.Increment(ref _delivered);
            else Interlocked.Increment(ref _dropped);
    }

    byte[] Body(SecurityReport report) => JsonSerializer.SerializeToUtf8Bytes(
        new { id = Guid.NewGuid().ToString("n"), sent = time.GetUtcNow(), kind = report.Kind, source = report.Source, thing = report.Thing, state = report.State, count = report.Count, total = report.Total, began = report.Began, last = report.Last, detail = report.Detail },
        JsonStyle.Web);

    async Task<bool> Deliver(HttpClient http, byte[] body, CancellationToken stop)
    {
        var pause = _firstPause;
        for (var tries = 1; ; tries++)
        {
            _fault = await Post(http, body, stop);
            if (_fault is null) return true;
            if (tries == Tries) return false;
            await Task.Delay(pause, time, stop);
            pause = pause * 2 < _longestPause ? pause * 2 : _longestPause;
        }
    }

    async Task<string?> Post(HttpClient http, byte[] body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _settings.Webhook) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        if (_settings.WebhookSecret is { } secret) request.Headers.Add("X-Gemeo-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)));
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return answer.IsSuccessStatusCode ? null : $"it answered {(int)answer.StatusCode}";
        }
        catch (Exception why) when (!stop.IsCancellationRequested) { return why.Message; }
    }

    public override void Dispose()
    {
        events.Told -= Pass;
        base.Dispose();
    }
}
