using System.Collections.Frozen;
using System.Text;
using Gemeo.Devices.Codec;
using Gemeo.Labs;
using Xunit;

namespace Gemeo.Tests.Devices.Codec;

public sealed class SchemaCheckTests
{
    static string? Fault(DataSchema schema, string json) => SchemaCheck.Fault(schema, Encoding.UTF8.GetBytes(json));

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    [Theory]
    [InlineData(DataType.Boolean, "true", "1", "expected true or false, got 1")]
    [InlineData(DataType.Integer, "1.0", "1.5", "expected an integer, got 1.5")]
    [InlineData(DataType.Integer, "1e2", "\"1\"", "expected an integer, got \"1\"")]
    [InlineData(DataType.Number, "-0.5", "1e999", "expected a number, got 1e999")]
    [InlineData(DataType.String, "\"\"", "null", "expected text, got null")]
    [InlineData(DataType.Object, " {} ", "[]", "expected an object, got []")]
    [InlineData(DataType.Array, "[ ]", "{}", "expected a list, got {}")]
    [InlineData(DataType.Null, "null", "false", "expected null, got false")]
    public void Types(DataType type, string good, string bad, string said)
    {
        Assert.Null(Fault(new DataSchema(type), good));
        Assert.Equal(said, Fault(new DataSchema(type), bad));
    }

    [Fact]
    public void What_is_not_JSON_is_said_first()
    {
        Assert.Equal("not JSON at byte 0", Fault(DataSchema.Any, "oops"));
        Assert.Equal("expected JSON, got nothing", Fault(DataSchema.Any, ""));
        Assert.Equal("invalid UTF-8", SchemaCheck.Fault(DataSchema.Any, [0xC0]));
    }

    [Fact]
    public void Ranges_and_steps()
    {
        var tenths = new DataSchema(DataType.Number, Unit: "°C", ExclusiveMinimum: 16, Maximum: 30, MultipleOf: 0.1);
        Assert.Null(Fault(tenths, "16.3"));
        Assert.Equal("expected a number of over 16 and at most 30 in steps of 0.1 (°C), got 16", Fault(tenths, "16"));
        Assert.NotNull(Fault(tenths, "16.35"));
        Assert.Equal("expected an integer of at least 5, got 4", Fault(new DataSchema(DataType.Integer, Minimum: 5), "4"));
        Assert.Equal("expected a number of under 5, got 5", Fault(new DataSchema(DataType.Number, ExclusiveMaximum: 5), "5"));
    }

    [Theory]
    [InlineData("\"çã\"", null)]
    [InlineData("\"😀😀\"", null)]
    [InlineData("\"\\ud83d\\ude00a\"", null)]
    [InlineData("\"a\"", "expected text of 2 to 3 characters, got \"a\"")]
    [InlineData("\"abcd\"", "expected text of 2 to 3 characters, got \"abcd\"")]
    public void Lengths_count_code_points(string json, string? said) =>
        Assert.Equal(said, Fault(new DataSchema(DataType.String, MinLength: 2, MaxLength: 3), json));

    [Fact]
    public void Patterns()
    {
        Assert.Null(Fault(new DataSchema(DataType.String, Pattern: "^[a-z]+$"), "\"abc\""));
        Assert.Equal("expected text that matches ^[a-z]+$, got \"ABC\"", Fault(new DataSchema(DataType.String, Pattern: "^[a-z]+$"), "\"ABC\""));
        Assert.Null(Fault(new DataSchema(DataType.String, Pattern: @"^(a)\1$"), "\"aa\""));
        Assert.Contains("not a regular expression", Fault(new DataSchema(DataType.String, Pattern: "("), "\"a\""), StringComparison.Ordinal);
        var slow = new DataSchema(DataType.String, Pattern: @"^(?=(a+)+$)(a+)+\1b$");
        Assert.Contains("too long", Fault(slow, $"\"{new string('a', 4000)}\""), StringComparison.Ordinal);
    }

    [Fact]
    public void Enum_and_const_compare_values()
    {
        var modes = new DataSchema(DataType.Any, Enum: [Utf8("\"cool\""), Utf8("1")]);
        Assert.Null(Fault(modes, "1.0"));
        Assert.Null(Fault(modes, "\"c\\u006fol\""));
        Assert.Equal("expected one of \"cool\", 1, got 2", Fault(modes, "2"));
        Assert.Equal("expected {\"a\":1,\"b\":2}, got {}", Fault(new DataSchema(DataType.Object, Const: Utf8("{\"a\":1,\"b\":2}")), "{}"));
        Assert.Null(Fault(new DataSchema(DataType.Object, Const: Utf8("{\"a\":1,\"b\":2}")), "{\"b\":2,\"a\":1}"));
    }

    [Fact]
    public void A_nested_fault_says_where()
    {
        var point = new DataSchema(DataType.Object, Required: ["x/y"],
            Properties: new Dictionary<string, DataSchema> { ["x/y"] = new(DataType.Number, Maximum: 10) }.ToFrozenDictionary());
        var list = new DataSchema(DataType.Array, Items: point, MinItems: 1, MaxItems: 2);
        Assert.Null(Fault(list, """[{"x/y":1,"more":true}]"""));
        Assert.Equal("at /1/x~1y: expected a number of at most 10, got 11", Fault(list, """[{"x/y":1},{"x/y":11}]"""));
        Assert.Equal("at /0: expected the member \"x/y\", got {\"z\":1}", Fault(list, """[{"z":1}]"""));
        Assert.Equal("expected a list of 1 to 2 items, got []", Fault(list, "[]"));
    }

    [Fact]
    public void One_of_means_exactly_one()
    {
        var schema = new DataSchema(DataType.Any, OneOf: [new(DataType.Number), new(DataType.Integer), new(DataType.Null)]);
        Assert.Null(Fault(schema, "null"));
        Assert.Null(Fault(schema, "1.5"));
        Assert.Equal("expected exactly one alternative to fit, got 1, which fits 2", Fault(schema, "1"));
        Assert.Equal("expected one of a number, an integer, null, got true", Fault(schema, "true"));
    }
}
