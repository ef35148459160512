using System.Text.Json.Nodes;
using Gemeo.Access.Rights;
using Gemeo.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gemeo.Tests.Access;

public sealed class ScopeTests
{
    [Fact]
    public async Task Every_route_says_what_it_wants_and_those_of_a_thing_say_that_they_are()
    {
        await using var server = await AccessLab.Start();
        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToArray();
        Assert.NotEmpty(routes);
        Assert.Empty(routes.Where(r => r.Metadata.GetMetadata<Wants>() is null).Select(r => r.DisplayName));
        Assert.Empty(routes.Where(r => r.RoutePattern.RawText!.Contains("things/{id}", StringComparison.Ordinal) && !r.Metadata.GetMetadata<Wants>()!.OnThing).Select(r => r.DisplayName));
    }

    [Fact]
    public async Task Lists_snapshots_the_log_and_the_lab_hold_only_what_a_scope_reaches()
    {
        await using var server = await AccessLab.Start();
        await server.Report();
        await server.Post("/things/luz-b/actions/ligar?wait=false");
        var key = await server.AddKey("operator", ["a"]);
        foreach (var path in (string[])["/things", "/things?at=" + DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ"), "/log", "/log?order=desc", "/log?thing=luz-b", "/log?thing=luz-b&order=desc", "/log?kind=security&order=desc", "/commands", "/lab", "/presence"])
            Assert.DoesNotMatch("luz-b|\"b\"|\"kind\":\"security\"", (await server.As(key, path))!.ToJsonString());
        foreach (var path in (string[])["/things", "/log", "/log?order=desc", "/lab"])
            Assert.Contains("luz-a", (await server.As(key, path))!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("a", (string?)(await server.As(key, "/presence"))!["rooms"]!.AsArray().Single()!["room"]);
    }

    [Fact]
    public async Task A_socket_shows_only_its_things_and_orders_to_others_find_nothing()
    {
        await using var server = await AccessLab.Start();
        await using var device = await server.Device();
        var key = await server.AddKey("operator", things: ["luz-a"]);
        await using var socket = await server.Live(key);
        Assert.DoesNotContain("luz-b", (await socket.Snapshot()).ToJsonString(), StringComparison.Ordinal);
        await device.Say("luz-b/state", "true");
        await server.Property("luz-b", "ligada", v => v.GetValue<bool>());
        await device.Say("luz-a/state", "true");
        Assert.Equal("luz-a", (string?)(await socket.Next(m => m["type"] is null))["thing"]);
        foreach (var (thing, code) in ((string, string)[])[("luz-b", "no-thing"), ("nobody", "no-thing")])
        {
            await socket.Say(new { type = "invoke", id = thing, thing, action = "ligar" });
            Assert.Equal(code, (string?)(await socket.Next(m => m["type"]?.GetValue<string>() == "error"))["code"]);
        }
        await socket.Say(new { type = "join", room = "b", name = "Ana", pose = (double[])[0, 0, 0, 0] });
        Assert.Equal("bad-value", (string?)(await socket.Next(m => m["type"]?.GetValue<string>() == "error"))["code"]);
        await Assert.ThrowsAnyAsync<Exception>(() => server.Live(key, "?raw=%23"));
    }

    [Fact]
    public async Task A_viewer_gives_no_order_over_a_socket_and_sees_no_security_entry()
    {
        await using var server = await AccessLab.Start();
        await using var device = await server.Device();
        await using var socket = await server.Live(await server.AddKey("viewer"));
        await socket.Snapshot();
        await socket.Say(new { type = "write", id = "1", thing = "luz-a", property = "ligada", value = true });
        Assert.Equal("no-right", (string?)(await socket.Next(m => m["type"] is not null))["code"]);
        await device.Say("luz-a/state", "nonsense");
        await Wait.For(async () => (await server.Get("/log?kind=security&thing=luz-a"))!["items"]!.AsArray() is { Count: > 0 } ? "" : null, "the refusal");
        await device.Say("luz-a/state", "true");
        Assert.Equal("property", (string?)(await socket.Next(m => m["type"] is null))["kind"]);
    }

    [Fact]
    public async Task The_assistant_and_MCP_know_only_what_a_scope_reaches_and_obey_only_an_operator()
    {
        await using var server = await AccessLab.Start();
        await server.Report();
        var (viewer, other) = (await server.AddKey("viewer", ["a"]), await server.AddKey("operator", ["a"]));
        var told = await Chat(server, viewer, "quais luzes estão acesas?");
        Assert.Contains("Luz a", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Luz b", told, StringComparison.Ordinal);
        Assert.Contains("só permite olhar", await Chat(server, viewer, "ligue a Luz a"), StringComparison.Ordinal);
        await Chat(server, other, "ligue a Luz b");
        Assert.Empty((await server.Get("/things/luz-b/commands"))!["items"]!.AsArray());
        Assert.DoesNotContain("luz-b", await Tool(server, viewer, "list_things", new { }), StringComparison.Ordinal);
        Assert.Contains("no-thing", await Tool(server, viewer, "read_property", new { thing = "luz-b", property = "ligada" }), StringComparison.Ordinal);
        Assert.Contains("true", await Tool(server, viewer, "read_property", new { thing = "luz-a", property = "ligada" }), StringComparison.Ordinal);
        Assert.Contains("no-right", await Tool(server, viewer, "invoke_action", new { thing = "luz-a", action = "ligar" }), StringComparison.Ordinal);
        Assert.Contains("no-thing", await Tool(server, other, "invoke_action", new { thing = "luz-b", action = "ligar" }), StringComparison.Ordinal);
    }

    static async Task<string> Chat(TestServer server, Key key, string message) =>
        (await server.Post("/chat", new { message }, key.Header, ("Accept", "application/json"))).Body!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    static async Task<string> Tool(TestServer server, Key key, string name, object arguments)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = System.Net.Http.Json.JsonContent.Create(new { jsonrpc = "2.0", id = 1, method = "tools/call", @params = new { name, arguments } }) };
        request.Headers.Add("X-Api-Key", key.Text);
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        using var answer = await server.Http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    [Fact]
    public async Task Who_did_what_stands_in_the_log_by_name_for_administrators_only()
    {
        await using var server = await AccessLab.Start();
        var key = await server.AddKey("operator", name: "Painel da Ana");
        await server.Post("/things/luz-a/actions/ligar?wait=false", null, key.Header);
        Assert.Equal("http:Painel da Ana", (string?)(await server.Get("/things/luz-a/commands"))!["items"]![0]!["by"]);
        for (var i = 0; i < 20; i++) Assert.Equal(403, (await server.Send(HttpMethod.Get, "/devices", null, key.Header)).Status);
        await server.Send(HttpMethod.Delete, "/access/keys/" + key.Id);
        var told = await Wait.For(async () => (await server.Get("/log?kind=security"))!["items"]!.AsArray() is { Count: >= 3 } items ? items : null, "the audit");
        Assert.Equal(["key-added", "key-revoked", "refused"], told.Select(e => (string)e!["name"]!).Order());
        var refused = told.Single(e => (string?)e!["name"] == "refused")!["value"]!;
        Assert.Equal(("Painel da Ana", "no-right", "/devices/", 1), ((string?)refused["by"], (string?)refused["code"], (string?)refused["route"], (int)refused["count"]!));
        Assert.Empty((await server.As(await server.AddKey("operator"), "/log?kind=security"))!["items"]!.AsArray());
    }
}
