using Microsoft.OpenApi;

namespace Gemeo.Hosting;

/// <summary>What one operation reads by itself, and the routes therefore do not tell: its body, the query of an order or a filter, its statuses.</summary>
sealed class ApiOperation(string method, string path)
{
    static readonly (string Name, JsonSchemaType Type, string Says)[] _order =
    [
        ("timeout", JsonSchemaType.Number, "Seconds that the device has to answer, instead of the affordance's own deadline."),
        ("queue", JsonSchemaType.Number, "Seconds to wait for a device that is away."),
        ("wait", JsonSchemaType.Boolean, "false: answer as soon as the order is on record."),
    ];

    static readonly (string Name, JsonSchemaType Type, string Says)[] _filter =
    [
        ("thing", JsonSchemaType.String, "Only these things: ?thing=a,b."),
        ("name", JsonSchemaType.String, "Only these properties, actions or events."),
        ("kind", JsonSchemaType.String, "property, action, event, availability or security."),
    ];

    static readonly (string Name, JsonSchemaType Type, string Says)[] _log =
    [
        ("order", JsonSchemaType.String, "asc (oldest first) or desc."),
        ("after", JsonSchemaType.String, "With order=asc: goes on after this cursor."),
        ("before", JsonSchemaType.String, "With order=desc: goes on before this cursor."),
        ("from", JsonSchemaType.String, "Only what was taken at this time (ISO 8601) or later."),
        ("to", JsonSchemaType.String, "Only what was taken at this time or before."),
        ("changed", JsonSchemaType.Boolean, "true: only what told something new."),
    ];

    static readonly (string Name, JsonSchemaType Type, string Says) _cursor = ("cursor", JsonSchemaType.String, "Goes on after this cursor instead of beginning with a snapshot.");
    static readonly (string Name, JsonSchemaType Type, string Says) _raw = ("raw", JsonSchemaType.String, "Instead of entries, the bare payloads of a topic (MQTT wildcards are understood).");

    bool IsOrder => path.Contains("/actions/", StringComparison.Ordinal) || (method == "PUT" && path.Contains("/properties/", StringComparison.Ordinal));

    public void Complete(OpenApiOperation operation)
    {
        operation.Parameters = [.. operation.Parameters ?? [], .. Query().Select(Parameter)];
        if (Body() is (var type, var required)) operation.RequestBody = new OpenApiRequestBody { Required = required, Content = Content(type, new OpenApiSchema()) };
        operation.Responses ??= [];
        if (Statuses() is { Length: > 0 } statuses)
        {
            operation.Responses.Clear();
            foreach (var status in statuses) operation.Responses[status] = new OpenApiResponse { Description = Says(status) };
        }
        if (!path.StartsWith("/health", StringComparison.Ordinal)) operation.Responses["default"] = new OpenApiResponse { Description = "Refused (docs/errors.md).", Content = Content("application/problem+json", Refusal()) };
    }

    IEnumerable<(string Name, JsonSchemaType Type, string Says)> Query() => path.TrimEnd('/') switch
    {
        _ when IsOrder => _order,
        "/ws" => [.. _filter, _cursor, _raw],
        "/events" => [.. _filter, _cursor],
        "/log" => [.. _filter, .. _log],
        _ => [],
    };

    (string Type, bool Required)? Body() => (method, path.TrimEnd('/')) switch
    {
        ("POST", "/things") or ("PUT", "/things/{id}") => ("application/td+json", true),
        ("POST", "/devices/credentials") => ("application/json", true),
        ("POST", "/documents") or ("PUT", "/documents/{id}") => ("multipart/form-data", true),
        ("PATCH", _) => ("application/merge-patch+json", true),
        ("PUT", _) => ("application/json", true),
        ("POST", _) when IsOrder => ("application/json", false),
        ("POST", "/chat") or ("POST", "/access/keys") or ("POST", "/access/accounts") or ("POST", "/access/session") or ("POST", "/access/setup") => ("application/json", true),
        _ => null,
    };

    string[] Statuses() => (method, path.TrimEnd('/')) switch
    {
        ("POST", "/things") or ("POST", "/devices/credentials") or ("POST", "/access/keys") or ("POST", "/access/accounts") or ("POST", "/access/setup") => ["201"],
        ("PUT", "/things/{id}") => ["201", "204"],
        ("PATCH", _) or ("DELETE", _) => ["204"],
        ("POST", "/documents") => ["202"],
        ("PUT", "/documents/{id}") => ["200", "202"],
        ("PUT", "/access/accounts/{id}") or ("PUT", "/access/me/password") => ["204"],
        ("GET", "/ws") => ["101"],
        _ when IsOrder => ["200", "202"],
        _ => [],
    };

    string Says(string status) => status switch
    {
        "101" => "The socket is open.",
        "200" when IsOrder => "The command, confirmed or sent.",
        "201" => "Added.",
        "202" when IsOrder => "The command, on record and not ended.",
        "202" => "On record, and to be read.",
        _ => "Done.",
    };

    static IOpenApiParameter Parameter((string Name, JsonSchemaType Type, string Says) given) =>
        new OpenApiParameter { Name = given.Name, In = ParameterLocation.Query, Description = given.Says, Schema = new OpenApiSchema { Type = given.Type } };

    static Dictionary<string, OpenApiMediaType> Content(string type, OpenApiSchema schema) => new() { [type] = new OpenApiMediaType { Schema = schema } };

    static OpenApiSchema Refusal()
    {
        var schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema>(), Required = new HashSet<string> { "type", "title", "status", "erro" } };
        foreach (var name in (string[])["type", "title", "erro", "detail", "instance"]) schema.Properties[name] = new OpenApiSchema { Type = JsonSchemaType.String };
        schema.Properties["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer };
        return schema;
    }
}
