using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Gemeo.Hosting;

/// <summary>How much one address may ask; beyond it 429, and nobody else notices.</summary>
public static class Rates
{
    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, cancel) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "1";
            return new(new Problem(Fault.TooMany).ExecuteAsync(rejected.HttpContext));
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        {
            var rate = http.RequestServices.GetRequiredService<IOptions<Settings>>().Value.RequestsPerSecond;
            return RateLimitPartition.GetTokenBucketLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = 2 * rate,
                TokensPerPeriod = Math.Max(1, rate / 10),
                ReplenishmentPeriod = TimeSpan.FromMilliseconds(rate < 10 ? 1000 / rate : 100),
                QueueLimit = 0,
            });
        });
    }
}
