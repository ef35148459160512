using System.Text.Json.Nodes;

namespace Gemeo.Fuzz.Http;

/// <summary>One operation of the OpenAPI document.</summary>
public sealed record Route(string Method, string Path, IReadOnlyList<(string Name, string Type)> Query, string? BodyType)
{
    static readonly Route[] _unlisted =
    [
        new("POST", "/mcp", [], "application/json"), new("GET", "/mcp", [], null), new("DELETE", "/mcp", [], null), new("GET", "/openapi.json", [], null), new("GET", "/docs", [], null),
        new("GET", "/index.html", [("at", "string")], null), new("GET", "/{path}", [], null), new("GET", "/lab/{path}", [], null),
    ];

    public static IReadOnlyList<Route> Of(JsonNode document)
    {
        var routes = new List<Route>(_unlisted);
        foreach (var (path, operations) in document["paths"]!.AsObject())
            foreach (var (method, operation) in operations!.AsObject())
                if (method != "parameters") routes.Add(Of(method, path, operation!));
        return routes;
    }

    static Route Of(string method, string path, JsonNode operation) => new(method.ToUpperInvariant(), path,
        [.. (operation["parameters"] as JsonArray ?? []).Where(p => p!["in"]!.GetValue<string>() == "query").Select(p => (p!["name"]!.GetValue<string>(), Type(p["schema"])))],
        (operation["requestBody"]?["content"] as JsonObject)?.First().Key);

    static string Type(JsonNode? schema) => schema?["type"] is JsonArray several ? several[0]!.GetValue<string>() : schema?["type"]?.GetValue<string>() ?? "string";
}
