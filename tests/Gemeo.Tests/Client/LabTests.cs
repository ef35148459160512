using Gemeo.Client;
using Gemeo.Tests.Http;
using Newtonsoft.Json.Linq;

namespace Gemeo.Tests.Client;

/// <summary>The lab as its files describe it, and addresses of servers.</summary>
public sealed class LabTests
{
    [Fact]
    public async Task The_lab_and_its_things_are_told_as_described()
    {
        await using var server = await TestServer.Start();
        using var client = Rig.Of(server);
        var lab = await client.Lab.Labs.Get();
        Assert.Equal(("Teste", "pt-BR", "America/Sao_Paulo"), (lab.Name("en"), lab.Language, lab.TimeZone));
        Assert.Equal(["/lab/ligar_luz"], lab.Shortcuts);
        Assert.Null(lab.Scene);
        var things = await client.Lab.Labs.Things();
        Assert.Equal(["lamp", "porta", "sensor", "vaga-1", "vaga-2"], things.Select(t => t.Id).Order());
        var lamp = await client.Lab.Labs.Thing("lamp");
        Assert.Equal(("Lâmpada", "lamp"), (lamp.Title, lamp.Kind));
        Assert.Equal(["ligar", "desligar", "alternar", "piscar"], lamp.Actions);
        Assert.Equal("boolean", lamp.Property("ligada").Text("type"));
        Assert.Equal(["aberta"], things.Single(t => t.Id == "porta").Events);
    }

    [Fact]
    public async Task All_things_of_a_large_lab_are_told_page_by_page()
    {
        await using var server = await TestServer.Start(Path.Combine(Repository.Root, "labs", "load"));
        using var client = Rig.Of(server);
        var things = await client.Lab.Labs.Things();
        Assert.True(things.Count >= 1000);
        Assert.Equal(things.Count, things.Select(t => t.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("urn:uuid:7b0e4c3a-5a1e-4b6e-9a55-0e6c1d2f3a4b")]
    [InlineData("https://lab.example/things/1?a=b#c")]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    [InlineData("lâmpada-💡")]
    public async Task Whatever_its_id_a_thing_is_found(string id)
    {
        await using var server = await TestServer.Start();
        using var client = await Rig.Open(server);
        await client.Lab.Api.Send("POST", "things", JToken.Parse(DirectoryTests.Sensor(id).ToJsonString()));
        Assert.Equal(id, (await client.Lab.Labs.Thing(id)).Id);
        await using var device = await server.Device();
        await device.Say("new/level", "7");
        await client.Until(() => client.Lab.Things[id]["level"].Value.Number == 7, "its reading");
        Assert.Equal("read-only", (await Assert.ThrowsAsync<RefusedException>(() => client.Lab.Things[id]["level"].Write(1))).Code);
        Assert.Equal(7, (await client.Lab.History.Chart(id, "level", 10)).Points[^1].Last.Number);
    }

    [Theory]
    [InlineData("127.0.0.1:8080", "http://127.0.0.1:8080/", null)]
    [InlineData(" http://lab.example ", "http://lab.example/", null)]
    [InlineData("https://lab.example/gemeo?key=a%20b", "https://lab.example/gemeo/", "a b")]
    [InlineData("http://[::1]:8080/?x=1&key=k#/list", "http://[::1]:8080/", "k")]
    public void An_address_is_taken_as_people_write_it(string text, string root, string? key)
    {
        var address = ServerAddress.Parse(text);
        Assert.Equal((root, key), (address.Root.ToString(), address.Key));
        Assert.Equal(root + "things?limit=1", address.Of("/things?limit=1").ToString());
        Assert.Equal("own", ServerAddress.Parse(text, " own ").Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ftp://lab.example")]
    [InlineData("http://")]
    [InlineData("a b")]
    public void What_is_no_address_is_said_to_be_none(string text) =>
        Assert.Contains("http://127.0.0.1:8080", Assert.Throws<ArgumentException>(() => ServerAddress.Parse(text)).Message, StringComparison.Ordinal);
}
