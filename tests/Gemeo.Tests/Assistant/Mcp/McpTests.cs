using System.Text.Json;
using System.Text.Json.Nodes;
using Gemeo.Assistant.Mcp;
using Gemeo.Tests.Assistant.Chat;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Gemeo.Tests.Assistant.Mcp;

/// <summary>The SDK's own client against the served tools.</summary>
public sealed class McpTests
{
    static Task<McpClient> Connect(ChatRig rig, params (string Name, string Value)[] headers) => McpClient.CreateAsync(new HttpClientTransport(new()
    {
        Endpoint = new Uri(rig.Server.Url, "/mcp"),
        TransportMode = HttpTransportMode.StreamableHttp,
        AdditionalHeaders = headers.ToDictionary(h => h.Name, h => h.Value),
    }));

    static async Task<(bool IsError, JsonNode Body)> Call(McpClient client, string tool, object arguments)
    {
        var given = JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(p => p.Name, p => (object?)p.Value);
        var result = await client.CallToolAsync(tool, given);
        return (result.IsError == true, JsonNode.Parse(result.StructuredContent?.ToString() ?? JsonSerializer.Serialize(((TextContentBlock)result.Content[0]).Text))!);
    }

    [Fact]
    public async Task A_client_lists_the_tools_and_what_they_may_do()
    {
        await using var rig = await ChatRig.Start();
        await using var client = await Connect(rig);
        var tools = await client.ListToolsAsync();
        Assert.Equal(["invoke_action", "list_things", "read_history", "read_property", "search_documents", "write_property"], tools.Select(t => t.Name).Order(StringComparer.Ordinal));
        foreach (var tool in tools)
        {
            var acts = tool.Name is "invoke_action" or "write_property";
            Assert.Equal((!acts, acts), (tool.ProtocolTool.Annotations!.ReadOnlyHint, tool.ProtocolTool.Annotations.DestructiveHint == true));
            Assert.NotEmpty(tool.Description);
        }
    }

    [Fact]
    public async Task A_client_reads_the_lab_and_its_history()
    {
        await using var rig = await ChatRig.Start();
        await using var client = await Connect(rig);
        var (_, listed) = await Call(client, "list_things", new { room = "sala-5g", language = "en" });
        var radio = Assert.Single(listed["things"]!.AsArray())!;
        Assert.Equal("5G radio unit", radio["title"]!.GetValue<string>());
        Assert.True(radio["actions"]!.AsArray().First(a => a!["name"]!.GetValue<string>() == "desligar")!["asksFirst"]!.GetValue<bool>());
        var (_, read) = await Call(client, "read_property", new { thing = "lampada-bancada", property = "ligada" });
        Assert.False(read["value"]!.GetValue<bool>());
        var (_, past) = await Call(client, "read_history", new { thing = "radio-5g", property = "ligado", aggregate = "last", equals = true });
        Assert.True(past["value"]!.GetValue<bool>());
        Assert.Equal((true, "no-thing"), await Code(client, "read_property", new { thing = "nada", property = "x" }));
        Assert.Equal((true, "bad-query"), await Code(client, "read_history", new { thing = "radio-5g", property = "ligado", aggregate = "guess" }));
        Assert.Empty((await Call(client, "search_documents", new { query = "reserva" })).Body["items"]!.AsArray());
    }

    static async Task<(bool, string)> Code(McpClient client, string tool, object arguments)
    {
        var (isError, body) = await Call(client, tool, arguments);
        return (isError, body["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_client_acts_by_the_way_of_everybody_and_a_marked_action_needs_a_word()
    {
        await using var rig = await ChatRig.Start();
        await using var client = await Connect(rig);
        var (isError, on) = await Call(client, "invoke_action", new { thing = "lampada-bancada", action = "ligar" });
        Assert.Equal((false, "confirmed"), (isError, on["state"]!.GetValue<string>()));
        Assert.Equal("mcp:127.0.0.1", (await rig.Server.Get("/commands/" + on["command"]!.GetValue<string>()))!["by"]!.GetValue<string>());
        Assert.Equal((true, "asks-first"), await Code(client, "invoke_action", new { thing = "radio-5g", action = "desligar" }));
        Assert.True(await rig.Is("radio-5g", "ligado"));
        Assert.False((await Call(client, "invoke_action", new { thing = "radio-5g", action = "desligar", confirm = true })).IsError);
        Assert.False(await rig.Is("radio-5g", "ligado"));
        Assert.Equal((true, "bad-value"), await Code(client, "write_property", new { thing = "lampada-bancada", property = "brilho", value = 300 }));
        await rig.Device("lampada-bancada").DeafAsync();
        Assert.Equal((true, "no-answer"), await Code(client, "invoke_action", new { thing = "lampada-bancada", action = "desligar" }));
    }

    [Fact]
    public async Task The_same_gate_stands_before_it()
    {
        await using var rig = await ChatRig.Start();
        await Assert.ThrowsAnyAsync<Exception>(() => Connect(rig, ("Origin", "https://evil.example")));
        await Assert.ThrowsAnyAsync<Exception>(() => Connect(rig, ("X-Forwarded-For", "10.0.0.7")));
    }

    [Theory]
    [InlineData("text/plain", "{}", 415)]
    [InlineData("application/json", "{", 400)]
    [InlineData("application/json", """{"jsonrpc":"2.0","id":1,"method":7}""", 400)]
    [InlineData("application/json", """["not","a","message"]""", 400)]
    public async Task A_body_that_is_no_message_is_refused_with_a_reason(string type, string body, int status)
    {
        await using var server = await TestServer.Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, McpSlice.Path) { Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue(type)) };
        request.Headers.Add("Accept", "application/json, text/event-stream");
        using var answer = await server.Http.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
        var told = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        // What is JSON is answered in the protocol's own form.
        Assert.NotEmpty((status == 400 ? told["error"]!["message"] : told["erro"])!.GetValue<string>());
    }

    [Fact]
    public async Task Arguments_that_are_missing_or_of_another_kind_are_told_to_the_client()
    {
        await using var rig = await ChatRig.Start();
        await using var client = await Connect(rig);
        Assert.Equal((true, "bad-input"), await Code(client, "read_property", new { thing = "lampada-bancada" }));
        Assert.Equal((true, "bad-input"), await Code(client, "read_property", new { thing = new { id = 7 }, property = "ligada" }));
        Assert.Equal((true, "no-thing"), await Code(client, "read_property", new { thing = "", property = "ligada" }));
        Assert.False((await Call(client, "list_things", new { })).IsError);
    }
}
