using System.Text.Json.Nodes;

namespace Gemeo.Things;

/// <summary>What <c>/.well-known/wot</c> gives: the directory of things, described as W3C WoT Discovery has it.</summary>
public static class DirectoryTd
{
    public static JsonObject Of(string address, string? apiKeyHeader)
    {
        var security = apiKeyHeader is null
            ? new JsonObject { ["nosec"] = new JsonObject { ["scheme"] = "nosec" } }
            : new JsonObject { ["apiKey"] = new JsonObject { ["scheme"] = "apikey", ["in"] = "header", ["name"] = apiKeyHeader } };
        return new()
        {
            ["@context"] = new JsonArray("https://www.w3.org/2022/wot/td/v1.1", "https://www.w3.org/2022/wot/discovery"),
            ["@type"] = "ThingDirectory",
            ["id"] = "urn:gemeo:directory",
            ["title"] = "Gêmeo",
            ["base"] = address + "/",
            ["securityDefinitions"] = security,
            ["security"] = apiKeyHeader is null ? "nosec" : "apiKey",
            ["properties"] = new JsonObject { ["things"] = Things() },
            ["actions"] = new JsonObject
            {
                ["createAnonymousThing"] = Action("POST", "/things", takesTd: true),
                ["createThing"] = Action("PUT", "/things/{id}", takesTd: true),
                ["retrieveThing"] = Action("GET", "/things/{id}", takesTd: false),
                ["partiallyUpdateThing"] = Action("PATCH", "/things/{id}", takesTd: true, "application/merge-patch+json"),
                ["deleteThing"] = Action("DELETE", "/things/{id}", takesTd: false),
            },
        };
    }

    static JsonObject Things() => new()
    {
        ["description"] = "All Thing Descriptions of the lab.",
        ["readOnly"] = true,
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "object" },
        ["forms"] = new JsonArray(new JsonObject { ["href"] = "/things", ["op"] = "readproperty", ["contentType"] = "application/ld+json", ["htv:methodName"] = "GET" }),
    };

    static JsonObject Action(string method, string href, bool takesTd, string contentType = "application/td+json")
    {
        var action = new JsonObject
        {
            ["forms"] = new JsonArray(new JsonObject { ["href"] = href, ["op"] = "invokeaction", ["contentType"] = contentType, ["htv:methodName"] = method }),
        };
        if (takesTd) action["input"] = new JsonObject { ["type"] = "object" };
        if (href.Contains("{id}", StringComparison.Ordinal)) action["uriVariables"] = new JsonObject { ["id"] = new JsonObject { ["@type"] = "ThingID", ["type"] = "string" } };
        return action;
    }
}
