using System.Data.Common;
using Gemeo.Hosting;
using Gemeo.Knowledge.Library;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;

namespace Gemeo.Knowledge;

/// <summary>What goes wrong with the documents' database or disk is a refusal of its own; the lab goes on without documents.</summary>
public sealed partial class LibraryFilter(ILogger<LibraryFilter> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try { return await next(context); }
        catch (LibraryFullException) { return new Problem(Fault.NoRoom, "Gemeo:Documents:MaxFiles"); }
        catch (Exception why) when (why is BadHttpRequestException or ConnectionResetException) { throw; }
        catch (Exception why) when (IsOurs(why))
        {
            Failed(log, why.Message);
            return new Problem(Fault.LibraryUnavailable, why.InnerException?.Message ?? why.Message);
        }
    }

    /// <summary>The database or the disk, not the request and not a bug.</summary>
    public static bool IsOurs(Exception why) => why is DbException or InvalidOperationException { InnerException: DbException } or DbUpdateException or InvalidDataException or IOException or UnauthorizedAccessException;

    [LoggerMessage(1, LogLevel.Error, "The documents cannot be used: {Why}")]
    static partial void Failed(ILogger log, string why);
}
