using System.Data.Common;
using Gemeo.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;

namespace Gemeo.Access;

/// <summary>A database of keys and accounts that cannot be used is a refusal of its own; what is in memory goes on.</summary>
public sealed partial class StoreFilter(ILogger<StoreFilter> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try { return await next(context); }
        catch (Exception why) when (IsOurs(why))
        {
            Failed(log, why.Message);
            return new Problem(Fault.AccessUnavailable);
        }
    }

    public static bool IsOurs(Exception why) => why is DbException or DbUpdateException or IOException and not (BadHttpRequestException or ConnectionResetException) or UnauthorizedAccessException or TimeoutException;

    [LoggerMessage(1, LogLevel.Error, "Keys and accounts cannot be used: {Why}")]
    static partial void Failed(ILogger log, string why);
}
