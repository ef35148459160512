using System.Text.Json;
using Microsoft.AspNetCore.Connections;

namespace Gemeo.Hosting;

/// <summary>Every refusal leaves with a body: those of routing and of the server, and what nobody caught.</summary>
public static partial class ProblemSlice
{
    public static void UseProblems(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Gemeo.Http");
        app.Use(next => async http =>
        {
            try { await next(http); }
            // Whoever cut the connection in the midst of a body reads no answer, and nothing failed here.
            catch (ConnectionResetException) when (!http.Response.HasStarted)
            {
                http.Abort();
                return;
            }
            catch (Exception why) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
            {
                var fault = FaultOf(why);
                if (fault is null) Failed(log, why, http.Request.Method, http.Request.Path);
                await new Problem(fault ?? Fault.Internal, fault is null ? null : why.Message).ExecuteAsync(http);
                return;
            }
            if (http.Response is { StatusCode: >= 400, HasStarted: false, ContentLength: null, ContentType: null } && http.Response.Body.CanWrite)
                await Problem.ForStatus(http.Response.StatusCode).ExecuteAsync(http);
        });
    }

    static Fault? FaultOf(Exception why) => why switch
    {
        BadHttpRequestException { StatusCode: 413 } => Fault.TooLarge,
        BadHttpRequestException { StatusCode: 408 } => Fault.SlowBody,
        BadHttpRequestException { InnerException: JsonException } => Fault.BadJson,
        BadHttpRequestException => Fault.BadQuery,
        // A chunk longer than any number: Kestrel's one complaint about a body that is not the exception above.
        IOException { InnerException: OverflowException } => Fault.BadInput,
        Log.LogUnavailableException or Log.LogFencedException => Fault.LogUnavailable,
        _ => null,
    };

    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed.")]
    static partial void Failed(ILogger log, Exception why, string method, string path);
}
