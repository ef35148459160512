using System.Text;
using Gemeo.Devices.Codec;
using Gemeo.Labs;
using Xunit;
using static Gemeo.Tests.Devices.Codec.Schemas;
using Decoder = Gemeo.Devices.Codec.Decoder;

namespace Gemeo.Tests.Devices.Codec;

public sealed class JsonDecodingTests
{
    [Theory]
    [InlineData("{\"a\":1", "not JSON at byte 6")]
    [InlineData("{\"a\":\n  nope}", "not JSON at byte 9")]
    [InlineData("{} {}", "not JSON at byte 3")]
    [InlineData("", "expected JSON, got nothing")]
    [InlineData("\"\\ud800\"", "not JSON at byte 0: half a surrogate pair")]
    public void What_is_not_JSON_says_where(string payload, string reason) =>
        Assert.Equal(reason, Decode(Json("/a"), Number, payload).Say());

    [Fact]
    public void Invalid_UTF8_is_rejected()
    {
        Assert.Equal("invalid UTF-8", Decoder.Decode(Json(), DataSchema.Any, [(byte)'"', 0xC3, 0x28, (byte)'"']).Reason);
        Assert.Equal("invalid UTF-8", Decoder.Decode(Plain(), Schemas.Text, [0xFF]).Reason);
    }

    [Fact]
    public void Too_large_is_rejected_before_it_is_read()
    {
        Assert.Equal("larger than 65536 bytes", Decoder.Decode(Plain(), Number, new byte[1_000_000]).Reason);
        Assert.Equal(DecodeOutcome.Accepted, Decode(Plain(), Schemas.Text, new string('a', 65_536)).Outcome);
    }

    [Theory]
    [InlineData(32, "accepted")]
    [InlineData(33, "deeper than 32")]
    [InlineData(20_000, "deeper than 32")]
    public void Depth_is_limited(int depth, string said)
    {
        var payload = new string('[', depth) + new string(']', depth);
        var decoded = Decode(Json(), DataSchema.Any, payload);
        Assert.Equal(said, decoded.Reason ?? "accepted");
    }

    [Theory]
    [InlineData("/a/b/1", "3")]
    [InlineData("/a~1b", "4")]
    [InlineData("/m~0n", "5")]
    [InlineData("/", "6")]
    [InlineData("/ç", "7")]
    [InlineData("/a/b", "[2,3]")]
    [InlineData("/a/b/2", "not mine")]
    [InlineData("/a/b/01", "not mine")]
    [InlineData("/a/b/-", "not mine")]
    [InlineData("/a/b/1/c", "not mine")]
    [InlineData("a", "not mine")]
    public void A_pointer_finds_its_place_or_it_is_not_ours(string pointer, string said) =>
        Assert.Equal(said, Decode(Json(pointer), DataSchema.Any,
            """ { "a" : { "b" : [ 2, 3 ] }, "a/b" : 4, "m~n": 5, "": 6, "\u00e7": 7 } """).Say());

    [Fact]
    public void The_last_of_equal_names_counts() =>
        Assert.Equal("2", Decode(Json("/a"), Number, """{"a":1,"a":2}""").Say());

    [Fact]
    public void White_space_is_dropped_between_tokens_only() =>
        Assert.Equal("""{"a":" x \" y ","b":[1,2]}""", Decode(Json(), DataSchema.Any, """ { "a" : " x \" y ", "b" : [ 1 , 2 ] } """).Say());

    [Theory]
    [InlineData("""{"id":"north","v":1}""", "1")]
    [InlineData("""{"id":"south","v":1}""", "not mine")]
    [InlineData("""{"v":1}""", "not mine")]
    [InlineData("""{"id":"north"}""", "not mine")]
    public void A_key_in_JSON_tells_whose_message_it_is(string payload, string said) =>
        Assert.Equal(said, Decode(Json("/v") with { Key = new FormKey("/id", 0, "north") }, Number, payload).Say());

    [Fact]
    public void A_key_may_be_a_number() =>
        Assert.Equal("9", Decode(Json("/v") with { Key = new FormKey("/id", 0, "7") }, Number, """{"id":7,"v":9}""").Say());

    [Theory]
    [InlineData("\"ON\"", "true")]
    [InlineData("\"off\"", "false")]
    [InlineData("true", "true")]
    [InlineData("0", "false")]
    [InlineData("2", "expected true or false, got 2")]
    [InlineData("null", "expected true or false, got null")]
    public void A_boolean_takes_the_usual_words(string payload, string said) =>
        Assert.Equal(said, Decode(Json(), Schemas.Boolean, payload).Say());

    [Theory]
    [InlineData("\"heat\"", "1")]
    [InlineData("\"COOL\"", "2")]
    [InlineData("\"dry\"", "expected one of cool, heat, got \"dry\"")]
    [InlineData("3", "3")]
    public void Words_apply_to_JSON_strings(string payload, string said) =>
        Assert.Equal(said, Decode(Json() with { Words = Words(("heat", "1"), ("cool", "2")) }, Number, payload).Say());

    [Theory]
    [InlineData("\"2023-11-14T22:13:20Z\"", 1_700_000_000_000_000)]
    [InlineData("\"2023-11-14T22:13:20\"", 1_700_000_000_000_000)]
    [InlineData("\"2023-11-14 22:13:20\"", 1_700_000_000_000_000)]
    [InlineData("\"2023-11-14T19:13:20.5-03:00\"", 1_700_000_000_500_000)]
    [InlineData("1700000000", 1_700_000_000_000_000)]
    [InlineData("1700000000.25", 1_700_000_000_250_000)]
    [InlineData("1700000000123", 1_700_000_000_123_000)]
    [InlineData("\"1700000000\"", 1_700_000_000_000_000)]
    [InlineData("\"10:30\"", null)]
    [InlineData("\"yesterday\"", null)]
    [InlineData("-5", null)]
    [InlineData("{}", null)]
    public void The_device_s_own_time_is_read_or_ignored(string time, long? micros)
    {
        var decoded = Decode(Json("/v") with { TimePointer = "/t" }, Number, $$"""{"v":1,"t":{{time}}}""");
        Assert.Equal(DecodeOutcome.Accepted, decoded.Outcome);
        Assert.Equal(micros, decoded.DeviceTime);
    }

    [Fact]
    public void A_reason_is_short_and_printable()
    {
        var reason = Decode(Plain(), Number, "\u001b[31m\0\u202e" + new string('x', 5000)).Reason!;
        Assert.True(reason.Length <= 200);
        Assert.StartsWith("expected a number, got \\u{1b}[31m\\u{0}\\u{202e}xxx", reason, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(reason) < 400);
    }
}
