using System.Text.Json;
using Gemeo.Labs;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace Gemeo.Hosting;

/// <summary>JSON from a caller, bounded in size and depth.</summary>
public static class JsonBody
{
    static readonly JsonDocumentOptions _bounds = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>The body (null when there is none and none is required), or the refusal.</summary>
    public static async Task<(JsonElement? Body, Problem? Fault)> Read(HttpContext http, bool required, params string[] types)
    {
        var request = http.Request;
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }) return required ? (null, Missing) : (null, null);
        var given = request.ContentType?.Split(';')[0].Trim();
        using var body = new MemoryStream();
        try { await request.Body.CopyToAsync(body, http.RequestAborted); }
        // Not the disk: who asks for a database must not take it for that.
        catch (IOException why) when (why is not (BadHttpRequestException or ConnectionResetException)) { return (null, new(Fault.BadInput, why.Message)); }
        if (body.Length == 0) return required ? (null, Missing) : (null, null);
        if (!IsJson(given) && !types.Contains(given)) return (null, new(Fault.WrongType, $"expected application/json, got {given ?? "no content type"}"));
        return TryParse(body.GetBuffer().AsSpan(0, (int)body.Length), out var read, out var fault) ? (read, null) : (null, new(Fault.BadJson, fault));
    }

    static Problem Missing => new(Fault.BadJson, "a JSON body is required");

    /// <summary>Also refuses what a lenient parser would let through to whoever reads it later: a name twice, half a surrogate pair.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out JsonElement root, out string fault)
    {
        (root, fault) = (default, "expected UTF-8 without half a surrogate pair (\\ud800) in a string");
        if (!UnicodeText.IsWhole(text)) return false;
        try
        {
            root = JsonElement.Parse(text, _bounds);
            return true;
        }
        catch (JsonException why)
        {
            fault = why.Message;
            return false;
        }
    }

    static bool IsJson(string? type) =>
        type is not null && (type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
}
