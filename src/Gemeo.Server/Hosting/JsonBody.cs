using System.Text.Json;

namespace Gemeo.Hosting;

/// <summary>A JSON body, bounded in size and depth.</summary>
public static class JsonBody
{
    static readonly JsonDocumentOptions _bounds = new() { MaxDepth = 64 };

    /// <summary>The body (null when there is none and none is required), or the refusal.</summary>
    public static async Task<(JsonElement? Body, Problem? Fault)> Read(HttpContext http, bool required, params string[] types)
    {
        var request = http.Request;
        var given = request.ContentType?.Split(';')[0].Trim();
        using var body = new MemoryStream();
        try { await request.Body.CopyToAsync(body, http.RequestAborted); }
        catch (BadHttpRequestException why) when (why.StatusCode == StatusCodes.Status413PayloadTooLarge) { return (null, new(Fault.TooLarge)); }
        if (body.Length == 0) return required ? (null, new(Fault.BadJson, "a JSON body is required")) : (null, null);
        if (!IsJson(given) && !types.Contains(given)) return (null, new(Fault.WrongType, $"expected application/json, got {given ?? "no content type"}"));
        try { return (JsonElement.Parse(body.GetBuffer().AsSpan(0, (int)body.Length), _bounds), null); }
        catch (JsonException why) { return (null, new(Fault.BadJson, why.Message)); }
    }

    static bool IsJson(string? type) =>
        type is not null && (type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
}
