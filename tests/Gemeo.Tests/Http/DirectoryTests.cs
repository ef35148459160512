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

    [Theory]
    [InlineData("urn:uuid:7b0e4c3a-5a1e-4b6e-9a55-0e6c1d2f3a4b")]
    [InlineData("https://lab.example/things/1?a=b#c")]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    [InlineData("a%b+c")]
    [InlineData("lâmpada-💡")]
    public async Task Whatever_its_id_a_thing_and_its_parts_are_found_at_the_addresses_it_gives(string id)
    {
        await using var server = await TestServer.Start();
        var sensor = Sensor(id);
        sensor["properties"]!.AsObject()["nível/água 100%"] = sensor["properties"]!["level"]!.DeepClone();
        using var added = await server.Http.PostAsync("/things", new StringContent(sensor.ToJsonString(), null, "application/td+json"));
        Assert.Equal(201, (int)added.StatusCode);
        var td = (await server.Get(added.Headers.Location!.OriginalString))!;
        Assert.Equal(id, td["id"]!.GetValue<string>());
        await using var device = await server.Device();
        await device.Say("new/level", "7");
        foreach (var property in td["properties"]!.AsObject().Select(p => p.Value!))
            Assert.Equal(7, (await server.Get(property["forms"]![0]!["href"]!.GetValue<string>()))!.GetValue<int>());
        Assert.Equal(204, (await server.Send(HttpMethod.Delete, added.Headers.Location.OriginalString)).Status);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("gemeo")]
    public async Task An_id_that_no_address_could_name_or_that_is_the_houses_own_is_refused(string id)
    {
        await using var server = await TestServer.Start();
        var (status, body) = await server.Post("/things", Sensor(id));
        Assert.Equal((422, "/id"), (status, body!["faults"]![0]!["pointer"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Many_who_add_things_at_once_lose_none()
    {
        await using var server = await TestServer.Start();
        var before = (await server.Get("/things"))!.AsArray().Count;
        var added = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => server.Send(HttpMethod.Put, $"/things/new-{n}", Sensor($"new-{n}"))));
        Assert.All(added, a => Assert.Equal(201, a.Status));
        Assert.Equal(before + 200, (await server.Get("/things"))!.AsArray().Count);
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
