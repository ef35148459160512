using System.Text.Json;

namespace Gemeo.Hosting;

/// <summary>200 and a JSON value of known length: one packet, and nothing looked up on the way. The framework's own result writes in pieces.</summary>
sealed class JsonAnswer<T>(T value) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, JsonStyle.Web);
        var response = httpContext.Response;
        (response.ContentType, response.ContentLength) = ("application/json; charset=utf-8", json.Length);
        await response.BodyWriter.WriteAsync(json, httpContext.RequestAborted);
    }
}
