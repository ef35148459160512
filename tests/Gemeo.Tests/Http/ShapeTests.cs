using System.Text.Json.Nodes;
using Gemeo.Tests.Support;
using NJsonSchema;

namespace Gemeo.Tests.Http;

/// <summary>What the OpenApi document tells of answers is what is answered: nothing else, and nothing less.</summary>
public sealed class ShapeTests
{
    [Theory]
    [InlineData("/", "Welcome")]
    [InlineData("/health/live", "Health")]
    [InlineData("/health/ready", "Health")]
    [InlineData("/things", "Things")]
    [InlineData("/things?at={now}", "Instant")]
    [InlineData("/things/lamp/history/ligada?points=10", "Series")]
    [InlineData("/things/lamp/commands", "Commands")]
    [InlineData("/commands", "Commands")]
    [InlineData("/log/range", "LogRange")]
    [InlineData("/presence", "Presence")]
    [InlineData("/things/lamp", "Thing")]
    [InlineData("/things/lamp/state", "State")]
    [InlineData("/things/lamp/properties", "Values")]
    [InlineData("/things/lamp/history/ligada", "Readings")]
    [InlineData("/log", "LogPage")]
    [InlineData("/lab", "Lab")]
    [InlineData("/documents", "Documents")]
    [InlineData("/conversations", "Conversations")]
    public async Task An_answer_has_the_shape_that_is_told(string path, string shape)
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        await device.Say("lamp/state", "ON");
        await server.Property("lamp", "ligada", v => v.GetValue<bool>());
        Assert.Equal("", await Faults(server, (await server.Get(path.Replace("{now}", DateTime.UtcNow.ToString("O"), StringComparison.Ordinal)))!, shape));
    }

    [Fact]
    public async Task A_command_has_the_shape_that_is_told()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        await device.Say("lamp/status", "online");
        var (_, command) = await server.Post("/things/lamp/actions/piscar");
        Assert.Equal("", await Faults(server, command!, "Command"));
    }

    [Fact]
    public async Task A_chat_has_the_shape_that_is_told()
    {
        await using var server = await TestServer.Start();
        var (_, answer) = await server.Post("/chat", new { message = "a lâmpada está ligada?" }, ("Accept", "application/json"));
        Assert.Equal("", await Faults(server, answer!, "ChatAnswer"));
        Assert.Equal("", await Faults(server, (await server.Get("/conversations/" + answer!["conversation"]))!, "Conversation"));
    }

    static async Task<string> Faults(TestServer server, JsonNode answer, string shape)
    {
        var shapes = (await server.Get("/openapi.json"))!["components"]!["schemas"]!;
        var schema = await JsonSchema.FromJsonAsync(Whole(shapes[shape]!, shapes).ToJsonString());
        return string.Join('\n', schema.Validate(answer.ToJsonString()).Select(f => f.ToString()));
    }

    // References put in place, and closed: what is not told must not be answered, so a document that lags behind is found here.
    static JsonNode Whole(JsonNode schema, JsonNode shapes)
    {
        if (schema["$ref"]?.GetValue<string>() is { } name) return Whole(shapes[name.Split('/')[^1]]!, shapes);
        var whole = schema.DeepClone().AsObject();
        if (whole["items"] is { } items) whole["items"] = Whole(items, shapes);
        if (whole["additionalProperties"] is JsonObject any) whole["additionalProperties"] = Whole(any, shapes);
        if (whole["anyOf"] is JsonArray choices) whole["anyOf"] = new JsonArray([.. choices.Select(one => Whole(one!, shapes))]);
        if (whole["properties"] is not JsonObject members) return whole;
        foreach (var (member, of) in members.ToArray()) members[member] = Whole(of!, shapes);
        // A Thing Description may hold whatever the lab's files say of it.
        if (members["gemeo:kind"] is null) whole["additionalProperties"] = false;
        return whole;
    }
}
