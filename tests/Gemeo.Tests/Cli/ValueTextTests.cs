using System.Text.Json;
using CsCheck;
using Gemeo.Cli.Orders;
using Gemeo.Client;
using Newtonsoft.Json.Linq;

namespace Gemeo.Tests.Cli;

public sealed class ValueTextTests
{
    static readonly string?[] _types = ["string", "boolean", "number", "integer", "object", "null", "?", null];

    [Theory]
    [InlineData("boolean", "on", "true")]
    [InlineData("boolean", "Ligada", "true")]
    [InlineData("boolean", "não", "false")]
    [InlineData("boolean", "false", "false")]
    [InlineData("number", "21.5", "21.5")]
    [InlineData("number", "21,5", "21.5")]
    [InlineData("integer", "-3", "-3")]
    [InlineData("string", "5", "\"5\"")]
    [InlineData("string", "true", "\"true\"")]
    [InlineData("string", "\"5\"", "\"5\"")]
    [InlineData("string", "refrigeração", "\"refrigeração\"")]
    [InlineData("object", """{"nivel": 3}""", """{"nivel": 3}""")]
    [InlineData(null, "42", "42")]
    [InlineData(null, "quarenta e dois", "\"quarenta e dois\"")]
    [InlineData(null, "[1, 2]", "[1, 2]")]
    public void A_word_becomes_the_value_that_the_schema_means(string? type, string text, string json) =>
        Assert.Equal(json, ValueText.Read(text, Schema(type)));

    [Fact]
    public void A_word_that_does_not_fit_goes_to_the_server_as_text_for_it_to_refuse() =>
        Assert.Equal("\"talvez\"", ValueText.Read("talvez", Schema("boolean")));

    [Fact]
    public void Whatever_is_typed_it_is_JSON_that_leaves() =>
        Gen.Select(Gen.String, Gen.Int[0, _types.Length - 1])
            .Sample((text, type) => JsonElement.Parse(ValueText.Read(text, Schema(_types[type]))).ValueKind != JsonValueKind.Undefined);

    static JToken? Schema(string? type) => type is null ? null : Json.Parse($$"""{"type":"{{type}}"}""");
}
