using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gemeo.Labs;
using Xunit;

namespace Gemeo.Tests.Labs;

public sealed class PublicTdTests
{
    public static TheoryData<string> EveryLab => BundledLabTests.Every;

    [Theory]
    [MemberData(nameof(EveryLab))]
    public void It_says_nothing_of_how_the_device_is_reached(string lab)
    {
        foreach (var thing in LabFile.Load(Path.Combine(LabFolder.Labs, lab)).Things)
        {
            var text = Encoding.UTF8.GetString(PublicTd.Utf8(thing, "http://lab.local:8080").Span);
            Assert.DoesNotContain("mqtt", text);
            Assert.DoesNotContain("mqv", text);
            Assert.DoesNotMatch("\"gemeo:(?!kind|room|confirmedBy|askFirst)", text);
        }
    }

    [Theory]
    [MemberData(nameof(EveryLab))]
    public void It_is_a_valid_TD(string lab)
    {
        foreach (var thing in LabFile.Load(Path.Combine(LabFolder.Labs, lab)).Things.Take(20))
            Assert.Empty(LabSchema.ThingFaults(JsonElement.Parse(PublicTd.Utf8(thing).Span), thing.Id));
    }

    [Fact]
    public void It_shows_the_way_over_HTTP_SSE_and_WebSocket()
    {
        var td = PublicTd.Of(Lamp(), "http://lab.local:8080/");

        var ligada = td["properties"]!["ligada"]!;
        Assert.Equal("/things/lampada-bancada/properties/ligada", (string?)ligada["forms"]![0]!["href"]);
        Assert.Equal("""["readproperty","writeproperty"]""", ligada["forms"]![0]!["op"]!.ToJsonString());
        Assert.Equal("/things/lampada-bancada/properties/ligada/events", (string?)ligada["forms"]![1]!["href"]);
        Assert.Equal("sse", (string?)ligada["forms"]![1]!["subprotocol"]);
        Assert.Equal("/things/lampada-bancada/actions/ligar", (string?)td["actions"]!["ligar"]!["forms"]![0]!["href"]);
        Assert.Equal("/things/lampada-bancada/properties", (string?)td["forms"]![0]!["href"]);
        Assert.Equal("ws://lab.local:8080/ws", (string?)td["forms"]![1]!["href"]);
        Assert.Equal("http://lab.local:8080/", (string?)td["base"]);
        Assert.Equal("lamp", (string?)td["gemeo:kind"]);
        Assert.Equal("ligada", (string?)td["actions"]!["ligar"]!["gemeo:confirmedBy"]!["property"]);
    }

    [Fact]
    public void Events_are_told_by_SSE_and_read_only_stays_read_only()
    {
        var td = PublicTd.Of(Demo("porta"));
        Assert.Equal("/things/porta/events/arrombada", (string?)td["events"]!["arrombada"]!["forms"]![0]!["href"]);
        Assert.True((bool)td["properties"]!["aberta"]!["readOnly"]!);
        Assert.Equal("""["readproperty"]""", td["properties"]!["aberta"]!["forms"]![0]!["op"]!.ToJsonString());
        Assert.Equal("/ws", (string?)td["forms"]![1]!["href"]);
        Assert.Null(td["base"]);
    }

    [Fact]
    public void Behind_a_path_the_addresses_begin_with_it()
    {
        var td = PublicTd.Of(Lamp(), "https://campus.example/gemeo");
        Assert.Equal("/gemeo/things/lampada-bancada/properties", (string?)td["forms"]![0]!["href"]);
        Assert.Equal("wss://campus.example/gemeo/ws", (string?)td["forms"]![1]!["href"]);
    }

    [Fact]
    public void A_key_is_asked_for_when_the_server_asks_for_one()
    {
        Assert.Equal("nosec", (string?)PublicTd.Of(Lamp())["security"]);
        var td = PublicTd.Of(Lamp(), null, "X-Api-Key");
        var scheme = td["securityDefinitions"]![(string)td["security"]!]!;
        Assert.Equal(("apikey", "header", "X-Api-Key"), ((string?)scheme["scheme"], (string?)scheme["in"], (string?)scheme["name"]));
    }

    [Fact]
    public void Each_caller_gets_a_tree_of_its_own()
    {
        var lamp = Lamp();
        PublicTd.Of(lamp)["title"] = "spoilt";
        Assert.Equal("Lâmpada da bancada", (string?)PublicTd.Of(lamp)["title"]);
    }

    [Fact]
    public void Names_are_escaped_in_addresses()
    {
        var faults = new List<LabFault>();
        var td = (JsonObject)JsonNode.Parse("""
            { "@context": "https://www.w3.org/2022/wot/td/v1.1", "id": "urn:dev:a/b", "title": "T", "security": "n", "securityDefinitions": { "n": { "scheme": "nosec" } },
              "properties": { "a b?": { "forms": [{ "href": "mqtt://h/a%20b/%2B" , "mqv:topic": "t" }] } } }
            """)!;
        var thing = ThingReader.Read(JsonElement.Parse(td.ToJsonString()), "body", "", faults);
        Assert.Empty(faults);
        Assert.Equal("/things/urn%3Adev%3Aa%2Fb/properties/a%20b%3F", (string?)PublicTd.Of(thing!)["properties"]!["a b?"]!["forms"]![0]!["href"]);
    }

    static ThingDescription Lamp() => Demo("lampada-bancada");

    static ThingDescription Demo(string id) => LabFile.Load(Path.Combine(LabFolder.Labs, "demo")).Things.Single(t => t.Id == id);
}
