using System.Text;
using Gemeo.Labs;
using Xunit;
using static Gemeo.Tests.Devices.Codec.Schemas;
using Encoder = Gemeo.Devices.Codec.Encoder;

namespace Gemeo.Tests.Devices.Codec;

public sealed class EncoderTests
{
    static string Sent(Form form, string value) => Encoding.UTF8.GetString(Encoder.Encode(form, Encoding.UTF8.GetBytes(value), "c\"1"));

    [Theory]
    [InlineData("true", "ON")]
    [InlineData("false", "OFF")]
    [InlineData("22.50", "22.50")]
    [InlineData("\"say \\\"hi\\\"\"", "say \"hi\"")]
    [InlineData("null", "")]
    [InlineData("", "")]
    [InlineData("{ \"a\" : 1 }", "{\"a\":1}")]
    public void Text_without_a_template_is_the_bare_value(string value, string sent) => Assert.Equal(sent, Sent(Plain(), value));

    [Theory]
    [InlineData("", "{ \"a\" : [ 1 ] }", "{\"a\":[1]}")]
    [InlineData("", "", "")]
    [InlineData("/state", "true", "{\"state\":true}")]
    [InlineData("/a/b~1c", "5", "{\"a\":{\"b/c\":5}}")]
    public void JSON_without_a_template_is_nested_under_its_pointer(string pointer, string value, string sent) =>
        Assert.Equal(sent, Sent(Json(pointer), value));

    [Theory]
    [InlineData("""{"v":{{value}}}""", "\"a\\\"b\"", """{"v":"a\"b"}""")]
    [InlineData("""{"v":"<{{value}}>"}""", "\"a\\\"b\"", """{"v":"<a\"b>"}""")]
    [InlineData("""{"v":"{{ value }}","k":"x\"{{value}}"}""", "5", """{"v":"5","k":"x\"5"}""")]
    [InlineData("""{"v":{{value/nivel}},"w":{{value/none}}}""", """{"nivel":7}""", """{"v":7,"w":null}""")]
    [InlineData("""{"id":{{id}},"x":"{{id}}"}""", "1", """{"id":"c\"1","x":"c\"1"}""")]
    [InlineData("""{"a":{"b":{{value}}}}""", "1", """{"a":{"b":1}}""")]
    [InlineData("""{"v":"{{other}}{{"}""", "1", """{"v":"{{other}}{{"}""")]
    public void A_JSON_template_is_filled(string template, string value, string sent) =>
        Assert.Equal(sent, Sent(Json() with { Template = template }, value));

    [Fact]
    public void A_text_template_is_filled_with_bare_text() =>
        Assert.Equal("set 40 for c\"1", Sent(Plain() with { Template = "set {{value/level}} for {{id}}" }, """{"level":40}"""));

    [Fact]
    public void Words_are_spoken_inside_and_outside_templates()
    {
        var words = Words(("open", "1.0"), ("shut", "0"), ("zu", "0"));
        Assert.Equal("open", Sent(Plain() with { Words = words }, "1"));
        Assert.Equal("go shut", Sent(Plain() with { Words = words, Template = "go {{value}}" }, "0"));
        Assert.Equal("""{"a":"open","b":"is open"}""", Sent(Json() with { Words = words, Template = """{"a":{{value}},"b":"is {{value}}"}""" }, "1"));
        Assert.Equal("7", Sent(Plain() with { Words = words }, "7"));
    }

    [Fact]
    public void A_delimited_form_sends_its_key_too() => Assert.Equal("3,Occupied", Sent(Spot("3"), "true"));
}
