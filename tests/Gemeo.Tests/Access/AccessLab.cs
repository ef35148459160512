using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Access;

/// <summary>A lab of two rooms, and people who may see one, or all.</summary>
static class AccessLab
{
    public const string Own = "luz-a", Foreign = "luz-b";

    public static string Json { get; } = $$"""
        {
          "name": "Teste", "language": "pt-BR", "timeZone": "America/Sao_Paulo",
          "@context": ["https://www.w3.org/2022/wot/td/v1.1", { "gemeo": "urn:gemeo:td#", "mqv": "http://www.example.org/mqtt-binding#" }],
          "securityDefinitions": { "none": { "scheme": "nosec" } }, "security": "none", "base": "mqtt://broker/",
          "things": [ {{Lamp(Own, "a")}}, {{Lamp(Foreign, "b")}} ],
          "scene": { "rooms": { "a": { "title": "A", "size": [4, 4] }, "b": { "title": "B", "size": [4, 4] } } },
          "shortcuts": [ { "path": "/lab/a", "thing": "luz-a", "action": "ligar" }, { "path": "/lab/b", "thing": "luz-b", "action": "ligar" } ]
        }
        """;

    static string Lamp(string id, string room) => $$"""
        { "id": "{{id}}", "title": "Luz {{room}}", "gemeo:kind": "lamp", "gemeo:room": "{{room}}",
          "properties": { "ligada": { "type": "boolean", "gemeo:deadline": 0.2, "forms": [
            { "href": "{{id}}/state", "contentType": "text/plain", "op": ["readproperty", "observeproperty"] },
            { "href": "{{id}}/set", "contentType": "text/plain", "op": "writeproperty" } ] } },
          "events": { "aviso": { "data": { "type": "string" }, "forms": [{ "href": "{{id}}/aviso", "contentType": "text/plain" }] } },
          "actions": { "ligar": { "gemeo:deadline": 0.2, "gemeo:confirmedBy": { "property": "ligada", "equals": true }, "forms": [{ "href": "{{id}}/set", "contentType": "text/plain", "gemeo:template": "ON" }] } } }
        """;

    public static Task<TestServer> Start(params string[] args) => TestServer.Start(Json, null, args);

    public static async Task<Key> AddKey(this TestServer server, string role, string[]? rooms = null, string[]? things = null, DateTimeOffset? expires = null, string? name = null)
    {
        var (status, body) = await server.Post("/access/keys", new { name = name ?? role, role, rooms, things, expires });
        Assert.Equal(201, status);
        return new(body!["id"]!.GetValue<string>(), body["key"]!.GetValue<string>());
    }

    /// <summary>Lets each lamp report, and an event of the house be there.</summary>
    public static async Task Report(this TestServer server)
    {
        await using var device = await server.Device();
        foreach (var id in (string[])[Own, Foreign])
        {
            await device.Say(id + "/state", "true");
            await server.Property(id, "ligada", v => v.GetValue<bool>());
        }
    }

    public static async Task<JsonNode?> As(this TestServer server, Key key, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Api-Key", key.Text } } };
        using var answer = await server.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonNode>();
    }

    public static Task<LiveClient> Live(this TestServer server, Key key, string query = "") => LiveClient.Connect(new Uri($"ws://127.0.0.1:{server.Url.Port}/ws{query}"), ("X-Api-Key", key.Text));
}

sealed record Key(string Id, string Text)
{
    public (string, string) Header => ("X-Api-Key", Text);
}
