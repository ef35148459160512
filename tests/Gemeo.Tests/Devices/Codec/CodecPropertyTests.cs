using System.Text;
using CsCheck;
using Gemeo.Devices.Codec;
using Gemeo.Labs;
using Xunit;
using static Gemeo.Tests.Devices.Codec.Schemas;
using Decoder = Gemeo.Devices.Codec.Decoder;
using Encoder = Gemeo.Devices.Codec.Encoder;

namespace Gemeo.Tests.Devices.Codec;

public sealed class CodecPropertyTests
{
    static readonly Gen<DataSchema> _anySchema = Gen.OneOf(
        DataSchema.Any, Number, Percent, Schemas.Boolean, Schemas.Text,
        new DataSchema(DataType.Integer, MultipleOf: 0.5), new DataSchema(DataType.Null),
        new DataSchema(DataType.String, MinLength: 1, MaxLength: 4, Pattern: "^[a-z]*$"),
        new DataSchema(DataType.Array, Items: Percent, MinItems: 1), new DataSchema(DataType.Object, Required: ["a"]),
        new DataSchema(DataType.Any, OneOf: [Number, Schemas.Boolean]),
        new DataSchema(DataType.Any, Enum: ["1"u8.ToArray(), "\"ON\""u8.ToArray()]));

    static readonly Gen<Form> _anyForm = Gen.OneOf(
        Plain(), Plain() with { Words = Words(("ON", "1"), ("OFF", "null")) }, Spot("1"), Spot("ç"),
        new Form("t", Json: false, TimePointer: "2", Delimiter: "::", Index: 1), Plain() with { Key = new FormKey(null, 0, "x") },
        Schemas.Json(), Schemas.Json("/a"), Schemas.Json("/a/0/~0") with { TimePointer = "/t" },
        Schemas.Json("") with { Words = Words(("ON", "true")), TimePointer = "" },
        Schemas.Json("/v") with { Key = new FormKey("/k", 0, "1") }, Schemas.Json("/1") with { Key = new FormKey(null, 0, "1") });

    static readonly Gen<byte[]> _bytes = Gen.OneOf(
        Gen.Byte.Array[0, 64],
        Gen.String[0, 64].Select(Encoding.UTF8.GetBytes),
        Gen.Char["{}[]\":,\\u0dDeE+-.1aktvONF \n"].Array[0, 48].Select(c => Encoding.UTF8.GetBytes(c)),
        Json.Any(3).Select(Encoding.UTF8.GetBytes),
        Gen.Select(Json.Any(3), Gen.Int[0, 200]).Select((json, cut) => Encoding.UTF8.GetBytes(json)[..^Math.Min(cut, Encoding.UTF8.GetByteCount(json))]),
        Json.Any(2).Select(json => Encoding.UTF8.GetBytes($$"""{"a":{{json}},"v":{{json}},"k":1,"t":{{json}}}""")));

    [Fact]
    public void Random_bytes_never_throw_and_always_have_a_bounded_answer() =>
        Gen.Select(_anyForm, _anySchema, _bytes).Sample((form, schema, payload) =>
        {
            var decoded = Decoder.Decode(form, schema, payload);
            Assert.Equal(decoded.Outcome == DecodeOutcome.Rejected, decoded.Reason is not null);
            Assert.True(decoded.Reason is null || (decoded.Reason.Length is > 0 and <= 200 && !decoded.Reason.Any(char.IsControl)));
            if (decoded.Outcome == DecodeOutcome.Accepted)
                Assert.True(form.Words is not null || SchemaCheck.Fault(schema, decoded.Value) is null);
        }, iter: 20_000);

    [Fact]
    public void Checking_and_encoding_random_input_never_throws() =>
        Gen.Select(_anyForm, _anySchema, _bytes).Sample((form, schema, json) =>
        {
            var fault = SchemaCheck.Fault(schema, json);
            Assert.True(fault is null || fault.Length <= 200);
            if (fault is null)
                Encoder.Encode(form with { Template = "{\"a\":\"{{value}}\",{{value/a}}" }, json, "id");
        }, iter: 10_000);

    [Fact]
    public void What_is_sent_is_what_would_be_read_back_as_JSON() =>
        Gen.Select(Gen.OneOf("", "/state", "/a/b~1c"), Json.Any(3)).Sample((pointer, json) =>
            RoundTrips(Schemas.Json(pointer), DataSchema.Any, json), iter: 3000);

    [Fact]
    public void What_is_sent_is_what_would_be_read_back_as_text()
    {
        Json.String.Sample(text => RoundTrips(Plain(), Schemas.Text, text), iter: 2000);
        Json.Number.Sample(number => RoundTrips(Plain(), Number, number), iter: 2000);
        Json.Any(3).Where(json => json[0] is '{').Sample(json => RoundTrips(Plain(), new DataSchema(DataType.Object), json), iter: 500);
        foreach (var form in new[] { Plain(), Spot("3"), Schemas.Json(), Schemas.Json() with { Template = "\"{{value}}\"" } })
            Assert.True(RoundTrips(form, Schemas.Boolean, "true") && RoundTrips(form, Schemas.Boolean, "false"));
    }

    [Fact]
    public void What_is_sent_by_a_template_is_what_would_be_read_back() =>
        Json.Any(2).Sample(json => RoundTrips(
            Schemas.Json("/set/v") with { Template = """{"id":{{id}},"set":{"v":{{value}}}}""" }, DataSchema.Any, json), iter: 2000);

    [Fact]
    public void A_deep_value_is_refused_exactly_below_the_limit() =>
        Gen.Select(Gen.Int[1, 80], Gen.Bool).Sample((depth, objects) =>
        {
            var json = objects
                ? string.Concat(Enumerable.Repeat("{\"a\":", depth - 1)) + "{}" + new string('}', depth - 1)
                : new string('[', depth) + new string(']', depth);
            Assert.Equal(depth <= 32, Decode(Schemas.Json(), DataSchema.Any, json).Outcome == DecodeOutcome.Accepted);
        }, iter: 300);

    static bool RoundTrips(Form form, DataSchema schema, string json)
    {
        var value = Encoding.UTF8.GetBytes(json);
        var decoded = Decoder.Decode(form, schema, Encoder.Encode(form, value, "c-1"));
        Assert.Equal(DecodeOutcome.Accepted, decoded.Outcome);
        return JsonText.Same(value, decoded.Value);
    }
}
