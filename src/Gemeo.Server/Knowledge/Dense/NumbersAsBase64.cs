using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Gemeo.Knowledge.Dense;

/// <summary>The OpenAI library asks for vectors in base64 and takes nothing else; many servers that speak its protocol send numbers all the same.</summary>
sealed class NumbersAsBase64(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    const long Most = 256 << 20;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType != "application/json") return response;
        await response.Content.LoadIntoBufferAsync(Most, cancellationToken);
        // What is no JSON is for the library to refuse.
        if (Read(await response.Content.ReadAsByteArrayAsync(cancellationToken))?["data"] is not JsonArray data || data is not [{ } first, ..] || Vector(first) is not JsonArray) return response;
        foreach (var item in data)
            if (Vector(item) is JsonArray numbers) item!["embedding"] = Base64(numbers);
        response.Content = new StringContent(data.Root.ToJsonString(), null, "application/json");
        return response;
    }

    static JsonObject? Read(byte[] json)
    {
        try { return JsonNode.Parse(json) as JsonObject; }
        catch (System.Text.Json.JsonException) { return null; }
    }

    static JsonNode? Vector(JsonNode? item) => (item as JsonObject)?["embedding"];

    static string Base64(JsonArray numbers) => Convert.ToBase64String(MemoryMarshal.AsBytes<float>(numbers.Select(n => n is JsonValue one && one.TryGetValue<float>(out var number) ? number : float.NaN).ToArray()));
}
