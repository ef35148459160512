using System.Text.Json.Nodes;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Http;

public sealed class DirectoryTests
{
    internal static JsonNode Sensor(string? id) => JsonNode.Parse($$"""
        { {{(id is null ? "" : $"\"id\": \"{id}\",")}} "@context": "https://www.w3.org/2022/wot/td/v1.1", "title": "New", "security": "none", "securityDefinitions": { "none": { "scheme": "nosec" } },
          "properties": { "level": { "type": "number", "readOnly": true, "forms": [{ "href": "mqtt://broker/new/level", "contentType": "text/plain" }] } } }
        """)!;

    [Fact]
    public async Task A_thing_that_a_person_adds_lives_at_once_and_after_a_restart_until_it_is_removed()
    {
        var data = Folder.New("data");
        await using (var server = await TestServer.Start(data: data))
        {
            var (status, _) = await server.Send(HttpMethod.Put, "/things/new", Sensor("new"));
            Assert.Equal(201, status);
            Assert.Equal(204, (await server.Send(HttpMethod.Put, "/things/new", Sensor("new"))).Status);
            Assert.Equal(204, (await server.Send(HttpMethod.Patch, "/things/new", new { title = "Newer" })).Status);
        }
        await using (var again = await TestServer.Start(data: data))
        {
            await using var device = await again.Device();
            await device.Say("new/level", "7");
            Assert.Equal(7, (await again.Get("/things/new/properties/level"))!.GetValue<int>());
            Assert.Equal("Newer", (await again.Get("/things/new"))!["title"]!.GetValue<string>());
            Assert.Equal(204, (await again.Send(HttpMethod.Delete, "/things/new")).Status);
            Assert.Equal(404, (await again.Send(HttpMethod.Get, "/things/new")).Status);
        }
        Folder.Remove(data);
    }

    [Fact]
    public async Task Posting_an_anonymous_thing_gives_it_an_address()
    {
        await using var server = await TestServer.Start();
        using var answer = await server.Http.PostAsync("/things", new StringContent(Sensor(null).ToJsonString(), null, "application/td+json"));
        Assert.Equal(201, (int)answer.StatusCode);
        Assert.Equal(200, (await server.Send(HttpMethod.Get, answer.Headers.Location!.OriginalString)).Status);
    }

    [Fact]
    public async Task A_thing_of_the_labs_files_is_409_on_every_write()
    {
        await using var server = await TestServer.Start();
        Assert.Equal(409, (await server.Send(HttpMethod.Put, "/things/lamp", Sensor("lamp"))).Status);
        Assert.Equal(409, (await server.Send(HttpMethod.Patch, "/things/lamp", new { title = "x" })).Status);
        Assert.Equal(409, (await server.Send(HttpMethod.Delete, "/things/lamp")).Status);
        Assert.Equal(409, (await server.Post("/things", Sensor("lamp"))).Status);
    }

    [Fact]
    public async Task A_description_that_is_not_valid_is_422_and_says_where()
    {
        await using var server = await TestServer.Start();
        var bad = Sensor("bad");
        bad["properties"]!["level"]!["forms"]![0]!.AsObject().Remove("href");
        var (status, body) = await server.Send(HttpMethod.Put, "/things/bad", bad);
        Assert.Equal(422, status);
        Assert.Contains("/properties/level/forms/0", body!["faults"]![0]!["pointer"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Public_descriptions_hold_no_way_to_the_broker()
    {
        await using var server = await TestServer.Start();
        var all = (await server.Get("/things"))!.AsArray();
        Assert.Equal(["lamp", "porta", "sensor", "vaga-1", "vaga-2"], all.Select(t => t!["id"]!.GetValue<string>()));
        Assert.DoesNotContain("mqtt", all.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }
}
