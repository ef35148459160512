using System.Text;
using CsCheck;
using Gemeo.Devices.Codec;
using Xunit;

namespace Gemeo.Tests.Devices.Codec;

public sealed class JsonTextTests
{
    static bool Same(string a, string b) => JsonText.Same(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("100", "1e2", true)]
    [InlineData("0", "-0", true)]
    [InlineData("9007199254740993", "9007199254740992", false)]
    [InlineData("1e999", "1e998", false)]
    [InlineData("1e99999999999999999999", "2e99999999999999999999", false)]
    [InlineData("\"a\"", "\"\\u0061\"", true)]
    [InlineData("\"a\"", "\"b\"", false)]
    [InlineData("\"1\"", "1", false)]
    [InlineData("{\"a\":1,\"b\":[1,{}]}", " { \"b\":[1.0,{}],\"a\":1}", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("null", "false", false)]
    [InlineData("rubbish", "rubbish", true)]
    [InlineData("rubbish", "{}", false)]
    [InlineData("1", "1 2", false)]
    [InlineData("", "", true)]
    [InlineData("", "null", false)]
    public void Same_value_same_text_or_not(string a, string b, bool same) => Assert.Equal(same, Same(a, b));

    [Fact]
    public void It_is_reflexive_symmetric_and_blind_to_spaces() =>
        Gen.Select(Json.Any(4), Json.Any(4)).Sample((a, b) =>
        {
            Assert.True(Same(a, Json.Spaced(a)));
            Assert.Equal(Same(a, b), Same(b, a));
        }, iter: 2000);

    [Fact]
    public void It_never_throws() =>
        Gen.Select(Gen.Byte.Array[0, 40], Gen.Byte.Array[0, 40]).Sample((a, b) => JsonText.Same(a, b) == JsonText.Same(b, a), iter: 5000);
}
