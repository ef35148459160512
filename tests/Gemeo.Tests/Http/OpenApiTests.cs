using System.Text.Json.Nodes;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Http;

public sealed class OpenApiTests
{
    [Theory]
    [InlineData("/things", "post", "application/td+json")]
    [InlineData("/things/{id}", "put", "application/td+json")]
    [InlineData("/things/{id}", "patch", "application/merge-patch+json")]
    [InlineData("/things/{id}/properties/{name}", "put", "application/json")]
    [InlineData("/things/{id}/actions/{name}", "post", "application/json")]
    public async Task The_document_tells_what_a_write_sends(string path, string method, string type)
    {
        await using var server = await TestServer.Start();
        Assert.NotNull(Operation(await server.Get("/openapi.json"), path, method)["requestBody"]!["content"]![type]);
    }

    [Theory]
    [InlineData("/things/{id}/actions/{name}", "post", "timeout queue wait")]
    [InlineData("/log", "get", "after before order from to changed limit thing name kind")]
    [InlineData("/ws", "get", "thing name kind cursor raw")]
    [InlineData("/events", "get", "thing name kind cursor")]
    public async Task The_document_tells_every_parameter(string path, string method, string names)
    {
        await using var server = await TestServer.Start();
        var given = Operation(await server.Get("/openapi.json"), path, method)["parameters"]!.AsArray().Where(p => p!["in"]!.GetValue<string>() == "query").Select(p => p!["name"]!.GetValue<string>());
        Assert.Equal(names.Split(' ').Order(), given.Order());
    }

    [Fact]
    public async Task The_document_tells_of_refusals_and_the_key()
    {
        await using var server = await TestServer.Start();
        var document = (await server.Get("/openapi.json"))!;
        Assert.Equal("bearer", document["components"]!["securitySchemes"]!["key"]!["scheme"]!.GetValue<string>());
        Assert.NotNull(Operation(document, "/commands/{id}", "get")["responses"]!["default"]!["content"]!["application/problem+json"]!["schema"]!["properties"]!["erro"]);
        Assert.Equal(["201", "204", "default"], Operation(document, "/things/{id}", "put")["responses"]!.AsObject().Select(r => r.Key));
    }

    static JsonNode Operation(JsonNode? document, string path, string method) => document!["paths"]![path]![method]!;
}
