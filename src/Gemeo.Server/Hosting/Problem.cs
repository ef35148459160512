using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace Gemeo.Hosting;

/// <summary>A refusal as RFC 9457 problem details, with <c>erro</c>: one sentence in the caller's language.</summary>
/// <param name="Detail">What exactly was wrong and where, in English.</param>
/// <param name="More">Members added to the body (the command, the pointer…).</param>
public sealed class Problem(Fault fault, string? detail = null, IReadOnlyDictionary<string, object?>? more = null) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => fault.Status;

    public Fault Fault => fault;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = fault.Status;
        response.ContentType = "application/problem+json";
        if (fault.Status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = "Bearer";
        return response.WriteAsync(JsonSerializer.Serialize(Body(httpContext), JsonStyle.Web), httpContext.RequestAborted);
    }

    Dictionary<string, object?> Body(HttpContext http)
    {
        var body = new Dictionary<string, object?>
        {
            ["type"] = "urn:gemeo:problem:" + fault.Code,
            ["title"] = fault.En,
            ["status"] = fault.Status,
            ["erro"] = fault.In(Language.Of(http)),
            ["instance"] = http.Request.Path.Value,
        };
        if (System.Diagnostics.Activity.Current is { } trace) body["traceId"] = trace.TraceId.ToHexString();
        if (detail is not null) body["detail"] = detail;
        foreach (var (name, value) in more ?? new Dictionary<string, object?>()) body[name] = value;
        return body;
    }

    /// <summary>For a status that ASP.NET gave without a body.</summary>
    public static Problem ForStatus(int status) => new(status switch
    {
        400 => Fault.BadInput,
        404 => Fault.NotFound,
        405 => Fault.WrongMethod,
        408 => Fault.SlowBody,
        413 => Fault.TooLarge,
        415 => Fault.WrongType,
        429 => Fault.TooMany,
        504 => Fault.TimedOut,
        _ => Fault.Internal with { Status = status },
    });
}
