using System.Net;
using System.Threading.RateLimiting;
using Gemeo.Access.Rights;
using Microsoft.Extensions.Options;

namespace Gemeo.Hosting;

/// <summary>How much one address may ask, and one key, account or token from however many addresses; beyond it 429, and nobody else notices.</summary>
/// <remarks>The framework's own middleware makes a limiter that it never disposes: its timer would keep a stopped server whole.</remarks>
public sealed class Rates(IOptions<Settings> settings) : IDisposable
{
    readonly PartitionedRateLimiter<IPAddress> _addresses = Limit((IPAddress address) => address, settings.Value.RequestsPerSecond);
    readonly PartitionedRateLimiter<Identity> _identities = Limit((Identity who) => (who.Kind, who.Id), settings.Value.RequestsPerSecond);

    public bool Allow(IPAddress? address) => _addresses.AttemptAcquire(address ?? IPAddress.None).IsAcquired;

    public bool Allow(Identity identity) => _identities.AttemptAcquire(identity).IsAcquired;

    static PartitionedRateLimiter<T> Limit<T, TKey>(Func<T, TKey> key, int rate) where TKey : notnull =>
        PartitionedRateLimiter.Create<T, TKey>(who => RateLimitPartition.GetTokenBucketLimiter(key(who), _ => Bucket(rate)));

    /// <summary>About ten times a second, or as often as there is one to give.</summary>
    internal static TokenBucketRateLimiterOptions Bucket(int rate)
    {
        var tokens = Math.Max(1, rate / 10);
        return new()
        {
            TokenLimit = 2 * rate,
            TokensPerPeriod = tokens,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)tokens / rate),
            QueueLimit = 0,
        };
    }

    internal static Task Refuse(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "1";
        return new Problem(Fault.TooMany).ExecuteAsync(http);
    }

    public void Dispose()
    {
        _addresses.Dispose();
        _identities.Dispose();
    }
}

public static class RatesSlice
{
    public static void UseRates(this IApplicationBuilder app)
    {
        var rates = app.ApplicationServices.GetRequiredService<Rates>();
        app.Use(next => http => rates.Allow(http.Connection.RemoteIpAddress) ? next(http) : Rates.Refuse(http));
    }
}
