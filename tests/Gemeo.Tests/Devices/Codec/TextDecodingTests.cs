using Gemeo.Devices.Codec;
using Gemeo.Labs;
using Xunit;
using static Gemeo.Tests.Devices.Codec.Schemas;

namespace Gemeo.Tests.Devices.Codec;

public sealed class TextDecodingTests
{
    [Theory]
    [InlineData("22.5", "22.5")]
    [InlineData(" -3 \r\n", "-3")]
    [InlineData("+21.50", "21.5")]
    [InlineData("007", "7")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("1e3", "1e3")]
    public void A_number_in_text_becomes_a_JSON_number(string payload, string json) =>
        Assert.Equal(json, Decode(Plain(), Number, payload).Value());

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("∞")]
    [InlineData("1e999")]
    [InlineData("22,5")]
    [InlineData("1,000")]
    [InlineData("0x10")]
    [InlineData("(5)")]
    [InlineData("5 C")]
    [InlineData("1 2")]
    [InlineData("--5")]
    public void What_is_no_number_is_rejected(string payload) =>
        Assert.Equal($"expected a number, got {payload}", Decode(Plain(), Number, payload).Say());

    [Fact]
    public void An_empty_payload_is_no_number() =>
        Assert.Equal("expected a number, got nothing", Decode(Plain(), Number, "").Say());

    [Fact]
    public void A_number_out_of_range_says_range_unit_and_what_came() =>
        Assert.Equal("expected a number between 0 and 100 (%), got 250", Decode(Plain(), Percent, "250").Say());

    [Theory]
    [InlineData("ON", "true")]
    [InlineData("off", "false")]
    [InlineData("True", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("1", "true")]
    [InlineData(" 0\n", "false")]
    public void Words_for_on_and_off_need_no_list(string payload, string json) =>
        Assert.Equal(json, Decode(Plain(), Schemas.Boolean, payload).Say());

    [Fact]
    public void Another_word_for_a_boolean_is_rejected() =>
        Assert.Equal("expected ON or OFF, got maybe", Decode(Plain(), Schemas.Boolean, "maybe").Say());

    [Fact]
    public void A_string_is_quoted_and_escaped() =>
        Assert.Equal("\"say \\\"olá\\\"\\n\"", Decode(Plain(), Schemas.Text, "say \"olá\"\n").Say());

    [Theory]
    [InlineData("on", "2")]
    [InlineData("ON", "1")]
    [InlineData("oN", "1 or 2")]
    [InlineData("up", "expected one of ON, on, got up")]
    public void A_word_is_sought_as_written_and_then_in_any_case(string payload, string said)
    {
        var form = Plain() with { Words = Words(("ON", "1"), ("on", "2")) };
        var result = Decode(form, Number, payload).Say();
        Assert.True(said == "1 or 2" ? result is "1" or "2" : result == said, result);
    }

    [Theory]
    [InlineData("1,Occupied", "true")]
    [InlineData("1,Available", "false")]
    [InlineData("1, available ", "false")]
    [InlineData(" 1 ,Occupied", "true")]
    [InlineData("1,Occupied,0.93", "true")]
    [InlineData("2,Occupied", "not mine")]
    [InlineData("2", "not mine")]
    [InlineData("1", "expected at least 2 fields separated by \",\", got 1")]
    [InlineData("1,Spoofed Message", "expected one of Available, Occupied, got Spoofed Message")]
    public void Several_things_share_a_delimited_topic(string payload, string said) =>
        Assert.Equal(said, Decode(Spot("1"), Schemas.Boolean, payload).Say());

    [Fact]
    public void A_delimited_message_carries_its_own_time()
    {
        var form = new Form("t", Json: false, TimePointer: "2", Delimiter: ";", Index: 1, Key: new FormKey(null, 0, "a"));
        Assert.Equal(1_700_000_000_000_000, Decode(form, Number, "a;5;1700000000").DeviceTime);
    }

    [Fact]
    public void An_undeclared_type_takes_literals_for_what_they_are()
    {
        Assert.Equal("5.5", Decode(Plain(), DataSchema.Any, "5.5").Say());
        Assert.Equal("true", Decode(Plain(), DataSchema.Any, "true").Say());
        Assert.Equal("\"5 C\"", Decode(Plain(), DataSchema.Any, "5 C").Say());
    }

    [Fact]
    public void Alternatives_are_tried_in_order()
    {
        var schema = new DataSchema(DataType.Any, OneOf: [Number, new DataSchema(DataType.String, Enum: ["\"off\""u8.ToArray()])]);
        Assert.Equal("5", Decode(Plain(), schema, "5").Say());
        Assert.Equal("\"off\"", Decode(Plain(), schema, "off").Say());
        Assert.Equal("expected one of a number, one of \"off\", got on", Decode(Plain(), schema, "on").Say());
    }

    [Fact]
    public void A_plain_number_costs_one_small_array()
    {
        var payload = "123.45"u8.ToArray();
        var form = Plain();
        for (var i = 0; i < 1000; i++)
            Decoder.Decode(form, Percent with { Maximum = null }, payload);
        var schema = Number with { Minimum = 0 };
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Decoder.Decode(form, schema, payload);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before <= 1000 * 32);
    }
}
