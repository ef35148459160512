using System.Net;
using System.Threading.RateLimiting;
using Gemeo.Access.Rights;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Gemeo.Hosting;

/// <summary>How much one address may ask; beyond it 429, and nobody else notices.</summary>
public static class Rates
{
    public static void Configure(RateLimiterOptions options, IOptions<Settings> settings)
    {
        var rate = settings.Value.RequestsPerSecond;
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, cancel) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "1";
            return new(new Problem(Fault.TooMany).ExecuteAsync(rejected.HttpContext));
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(http =>
            RateLimitPartition.GetTokenBucketLimiter(http.Connection.RemoteIpAddress ?? IPAddress.None, _ => Bucket(rate)));
    }

    /// <summary>How much one key, account or token may ask, from however many addresses.</summary>
    public static PartitionedRateLimiter<Identity> ByIdentity(int rate) =>
        PartitionedRateLimiter.Create<Identity, (IdentityKind, string)>(who => RateLimitPartition.GetTokenBucketLimiter((who.Kind, who.Id), _ => Bucket(rate)));

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
}
