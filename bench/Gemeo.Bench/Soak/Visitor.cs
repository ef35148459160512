using Gemeo.Bench.Wire;

namespace Gemeo.Bench.Soak;

/// <summary>Comes each second, looks at the world, a thing and its last hour, and goes again: what a visit leaves behind would add up.</summary>
sealed class Visitor : IDisposable
{
    readonly CancellationTokenSource _stop = new();
    readonly HttpClient _http;
    readonly Task _coming;
    readonly int _port;
    int _visits;
    int _failed;

    public Visitor(int port)
    {
        _port = port;
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(10) };
        _coming = Task.Run(ComeAsync);
    }

    public (int Visits, int Failed) Take() => (Interlocked.Exchange(ref _visits, 0), Interlocked.Exchange(ref _failed, 0));

    public void Dispose()
    {
        _stop.Cancel();
        _coming.Wait();
        _http.Dispose();
        _stop.Dispose();
    }

    async Task ComeAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var n = 0; await NextAsync(timer); n++)
        {
            Interlocked.Increment(ref _visits);
            if (!await VisitAsync(1 + (n % Load.Sensors)))
                Interlocked.Increment(ref _failed);
        }
    }

    async ValueTask<bool> NextAsync(PeriodicTimer timer)
    {
        try { return await timer.WaitForNextTickAsync(_stop.Token); }
        catch (OperationCanceledException) { return false; }
    }

    async Task<bool> VisitAsync(int sensor)
    {
        try
        {
            using var world = new SocketReader(_port, "/ws", 0, Payloads.Entry);
            var from = Uri.EscapeDataString(DateTimeOffset.UtcNow.AddHours(-1).ToString("O"));
            await _http.GetStringAsync($"/things/load-{sensor}/properties/distance");
            await _http.GetStringAsync($"/things/load-{sensor}/history/distance?from={from}&points=200");
            return true;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException or System.Net.Sockets.SocketException)
        {
            Console.WriteLine($"a visit failed: {e.Message}");
            return false;
        }
    }
}
