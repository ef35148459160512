using System.Text.Json;
using CsCheck;
using Gemeo.Labs;
using Xunit;

namespace Gemeo.Tests.Labs;

/// <summary>A TD alone, as it comes over HTTP.</summary>
public sealed class ThingReaderTests
{
    const string Head = """
        "@context": ["https://www.w3.org/2022/wot/td/v1.1"], "id": "t", "title": "T", "security": ["n"], "securityDefinitions": { "n": { "scheme": "nosec" } }
        """;

    [Fact]
    public void It_must_be_whole_since_no_lab_lends_it_anything()
    {
        var (thing, faults) = Read("""{ "id": "t", "title": "T" }""");
        Assert.Null(thing);
        Assert.Equal(3, faults.Count);
        Assert.All(faults, f => Assert.Equal(("body", "/x", null), (f.File, f.Pointer, f.Line)));
    }

    [Fact]
    public void A_name_given_twice_is_a_fault()
    {
        Assert.Contains("each name once", Assert.Single(Read("{" + Head + """, "id": "u" }""").Faults).Expected);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_a_fault()
    {
        Assert.Contains("surrogate", Assert.Single(Read("{" + Head + """, "description": "\ud800" }""").Faults).Expected);
    }

    [Fact]
    public void Without_op_a_property_is_read_and_written_on_its_topic()
    {
        var p = Property("""{ "forms": [{ "href": "mqtt://h/a/b" }] }""");
        Assert.Equal(("a/b", "a/b", true), (p.Read!.Topic, p.Write!.Topic, p.Read.Json));
    }

    [Fact]
    public void Without_op_readOnly_and_the_control_packet_say_which_way()
    {
        Assert.Null(Property("""{ "readOnly": true, "forms": [{ "href": "mqtt://h/a" }] }""").Write);
        Assert.Null(Property("""{ "writeOnly": true, "forms": [{ "href": "mqtt://h/a" }] }""").Read);
        Assert.Null(Property("""{ "forms": [{ "href": "", "mqv:topic": "a", "mqv:controlPacket": "publish" }] }""").Read);
        Assert.Null(Property("""{ "forms": [{ "href": "", "mqv:topic": "a", "mqv:controlPacket": "subscribe" }] }""").Write);
    }

    [Fact]
    public void To_observe_is_the_truer_word_than_to_read()
    {
        var p = Property("""{ "forms": [{ "href": "mqtt://h/read", "op": "readproperty" }, { "href": "mqtt://h/observe", "op": "observeproperty" }] }""");
        Assert.Equal("observe", p.Read!.Topic);
    }

    [Fact]
    public void Forms_of_other_protocols_are_left_alone()
    {
        var p = Property("""{ "forms": [{ "href": "https://h/a", "htv:methodName": "GET" }, { "href": "mqtts://h/a", "op": "readproperty", "mqv:qos": 2, "mqv:retain": true }] }""");
        Assert.True(p is { Write: null, Read: { Topic: "a", Qos: 2, Retain: true } });
    }

    [Fact]
    public void A_topic_in_href_is_unescaped_and_may_begin_with_a_slash()
    {
        Assert.Equal("/sala 1/ação", Property("""{ "readOnly": true, "forms": [{ "href": "mqtt://h//sala%201/ação" }] }""").Read!.Topic);
    }

    [Fact]
    public void The_data_schema_is_kept_whole()
    {
        var schema = Property("""
            { "type": "object", "required": ["a"], "properties": { "a": { "type": "array", "items": { "type": "integer", "exclusiveMinimum": 0 }, "maxItems": 3 },
              "b": { "oneOf": [{ "type": "string", "pattern": "^x", "maxLength": 5 }, { "const": null }] } }, "forms": [{ "href": "mqtt://h/a" }] }
            """).Schema;
        Assert.Equal((DataType.Object, "a"), (schema.Type, Assert.Single(schema.Required)));
        Assert.True(schema.Properties!["a"] is { MaxItems: 3, Items: { Type: DataType.Integer, ExclusiveMinimum: 0 } });
        Assert.Equal(("^x", "null"), (schema.Properties["b"].OneOf[0].Pattern, System.Text.Encoding.UTF8.GetString(schema.Properties["b"].OneOf[1].Const!)));
    }

    [Fact]
    public void No_JSON_whatever_makes_it_throw()
    {
        var words = Gen.OneOf("properties", "actions", "events", "forms", "href", "op", "type", "enum", "gemeo:words", "gemeo:key", "gemeo:time",
            "gemeo:index", "gemeo:pointer", "gemeo:template", "gemeo:availability", "gemeo:confirmedBy", "security", "securityDefinitions", "@context",
            "input", "items", "oneOf", "required", "mqv:topic", "mqv:qos", "titles", "links", "version", "base", "minimum", "maximum", "contentType");
        var json = Gen.Recursive<string>((depth, part) => depth > 5
            ? Gen.OneOf("1", "true", "null", "\"x\"", "\"mqtt://h/a\"", "[]", "{}", "1e999", "\"{{value}}\"")
            : Gen.OneOf(
                Gen.OneOf("1", "-1.5", "true", "null", "\"readproperty\"", "\"text/plain\"", "\"/a\"", "\"\""),
                part.Array[0, 3].Select(p => $"[{string.Join(",", p)}]"),
                Gen.Select(words, part).Array[0, 4].Select(m => "{" + string.Join(",", m.DistinctBy(p => p.Item1).Select(p => $"\"{p.Item1}\":{p.Item2}")) + "}")));
        json.Sample(text => Read(text).Thing is null, iter: 3000);
    }

    static PropertyAffordance Property(string json)
    {
        var (thing, faults) = Read("{" + Head + $", \"properties\": {{ \"p\": {json} }} }}");
        Assert.Empty(faults);
        return thing!.Properties["p"];
    }

    static (ThingDescription? Thing, List<LabFault> Faults) Read(string json)
    {
        var faults = new List<LabFault>();
        return (ThingReader.Read(JsonElement.Parse(json), "body", "/x", faults), faults);
    }
}
