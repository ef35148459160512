using System.Text.Json.Nodes;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Http;

/// <summary>What a W3C client such as node-wot needs of a description, and what it then sends.</summary>
public sealed class DescriptionTests
{
    [Fact]
    public async Task Every_address_in_a_description_leads_somewhere()
    {
        await using var server = await TestServer.Start();
        foreach (var td in (await server.Get("/things"))!.AsArray().Append(await server.Get("/things/lamp")))
        {
            var home = new Uri(td!["base"]!.GetValue<string>());
            Assert.Equal(server.Url, home);
            foreach (var form in Forms(td))
            {
                var address = new Uri(home, form["href"]!.GetValue<string>());
                if (address.Scheme == "ws") continue;
                using var answer = await server.Http.SendAsync(new(HttpMethod.Options, address));
                Assert.True((int)answer.StatusCode == 204, $"{address}: {answer.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("application/td+json")]
    [InlineData("application/ld+json")]
    public async Task Whoever_asks_for_the_W3Cs_own_type_gets_ids_that_are_URIs_and_may_use_them(string type)
    {
        await using var server = await TestServer.Start();
        var (_, td) = await server.Send(HttpMethod.Get, "/things/lamp", null, ("Accept", type));
        Assert.Equal("urn:gemeo:thing:lamp", td!["id"]!.GetValue<string>());
        var (_, all) = await server.Send(HttpMethod.Get, "/things", null, ("Accept", type));
        Assert.All(all!.AsArray(), t => Assert.StartsWith("urn:gemeo:thing:", t!["id"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.Equal("urn:gemeo:thing:lamp", (await server.Get("/things/urn:gemeo:thing:lamp"))!["id"]!.GetValue<string>());
        Assert.Equal("lamp", (await server.Get("/things/lamp"))!["id"]!.GetValue<string>());
        Assert.Equal(404, (await server.Send(HttpMethod.Get, "/things/urn:gemeo:thing:nobody")).Status);
        await using var device = await server.Device();
        await device.Say("sensor/distance", "7");
        Assert.Equal(7, (await server.Get("/things/urn%3Agemeo%3Athing%3Asensor/properties/distance"))!.GetValue<int>());
    }

    [Fact]
    public async Task An_id_that_is_a_URI_already_stays_as_it_is()
    {
        await using var server = await TestServer.Start();
        const string id = "urn:uuid:7b0e4c3a-5a1e-4b6e-9a55-0e6c1d2f3a4b";
        Assert.Equal(201, (await server.Send(HttpMethod.Put, "/things/" + id, DirectoryTests.Sensor(id))).Status);
        var (_, td) = await server.Send(HttpMethod.Get, "/things/" + id, null, ("Accept", "application/td+json"));
        Assert.Equal(id, td!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_well_known_address_describes_the_directory()
    {
        await using var server = await TestServer.Start();
        var td = (await server.Get("/.well-known/wot"))!;
        Assert.Equal("ThingDirectory", td["@type"]!.GetValue<string>());
        var things = new Uri(new Uri(td["base"]!.GetValue<string>()), td["properties"]!["things"]!["forms"]![0]!["href"]!.GetValue<string>());
        Assert.Equal(5, (await server.Get(things.PathAndQuery))!.AsArray().Count);
        Assert.Equal("/things/{id}", td["actions"]!["retrieveThing"]!["forms"]![0]!["href"]!.GetValue<string>());
    }

    [Fact]
    public async Task Whoever_had_to_show_a_key_is_told_so_by_the_description()
    {
        const string key = "a-key-of-enough-length";
        await using var server = await TestServer.Start(args: $"--Gemeo:Key={key}");
        foreach (var path in (string[])["/things/lamp", "/.well-known/wot"])
        {
            var (_, td) = await server.Send(HttpMethod.Get, path, null, ("X-Forwarded-For", "192.0.2.7"), ("X-Forwarded-Proto", "https"), ("X-Api-Key", key));
            Assert.Equal("apikey", td!["securityDefinitions"]![td["security"]!.GetValue<string>()]!["scheme"]!.GetValue<string>());
            Assert.StartsWith("https://127.0.0.1:", td["base"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Equal("nosec", (await server.Get(path))!["security"]!.GetValue<string>());
        }
    }

    /// <summary>The exchange of node-wot 0.9: no <c>Content-Type</c> with an empty body, <c>Accept: application/json</c>, SSE without headers.</summary>
    [Fact]
    public async Task A_W3C_client_reads_writes_invokes_and_observes_by_the_forms_alone()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        var td = (await rig.Server.Get("/things/lamp"))!;
        var home = td["base"]!.GetValue<string>().TrimEnd('/');
        string Href(string kind, string name, string op) => home + td[kind]![name]!["forms"]!.AsArray().First(f => f!["op"]!.AsArray().Any(o => o!.GetValue<string>() == op))!["href"];
        using var stream = await Live.Sse.Open(rig.Server, Href("properties", "ligada", "observeproperty"));
        using var invoke = new HttpRequestMessage(HttpMethod.Post, Href("actions", "ligar", "invokeaction")) { Headers = { { "Accept", "application/json" } } };
        using var invoked = await rig.Server.Http.SendAsync(invoke);
        Assert.True(invoked.IsSuccessStatusCode);
        Assert.Equal("true", (await stream.Next()).Data);
        var written = await rig.Server.Send(HttpMethod.Put, Href("properties", "ligada", "writeproperty"), false);
        Assert.Equal(200, written.Status);
        Assert.Equal("false", (await stream.Next()).Data);
        Assert.False((await rig.Server.Get(Href("properties", "ligada", "readproperty")))!.GetValue<bool>());
        var all = await rig.Server.Get(home + td["forms"]!.AsArray().First(f => f!["op"]!.ToJsonString().Contains("readallproperties", StringComparison.Ordinal))!["href"]);
        Assert.False(all!["ligada"]!.GetValue<bool>());
    }

    static IEnumerable<JsonNode> Forms(JsonNode td) => ((string[])["properties", "actions", "events"])
        .SelectMany(kind => td[kind]?.AsObject().Select(a => a.Value!["forms"]!.AsArray()) ?? []).Append(td["forms"]!.AsArray()).SelectMany(f => f).Select(f => f!);
}
