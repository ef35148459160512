using Gemeo.Cli;
using Gemeo.Client;

namespace Gemeo.Tests.Cli;

public sealed class AddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("lab.local:8080", "http://lab.local:8080/")]
    [InlineData("https://campus.example/gemeo", "https://campus.example/gemeo/")]
    public void An_address_may_be_short_or_stand_in_a_folder(string text, string expected)
    {
        Assert.True(ServerAddress.TryParse(text, null, out var address));
        Assert.Equal(expected, address!.Root.ToString());
    }

    [Fact]
    public void The_address_that_lan_prints_brings_its_key()
    {
        Assert.True(ServerAddress.TryParse("http://192.168.0.7:8080/?key=a-b_c%3D", null, out var address));
        Assert.Equal(("http://192.168.0.7:8080/", "a-b_c="), (address!.Root.ToString(), address!.Key));
        Assert.True(ServerAddress.TryParse("http://192.168.0.7:8080/?key=old", "new", out address));
        Assert.Equal("new", address!.Key);
    }

    [Theory]
    [InlineData("::")]
    [InlineData("")]
    [InlineData("ftp://lab")]
    public void What_is_no_address_is_refused(string text) => Assert.False(ServerAddress.TryParse(text, null, out _));

    [Fact]
    public void A_socket_speaks_as_secretly_as_its_server()
    {
        Assert.True(ServerAddress.TryParse("https://campus.example/gemeo", null, out var address));
        Assert.Equal("wss://campus.example/gemeo/ws?kind=event", address!.Socket("ws?kind=event").ToString());
    }

    [Fact]
    public void Ids_may_hold_anything() =>
        Assert.Equal("things/urn%3Auuid%3A1%2F2/properties/a%3Fb", Paths.Property("urn:uuid:1/2", "a?b"));

    [Theory]
    [InlineData(504, Exit.NoAnswer)]
    [InlineData(503, Exit.Refused)]
    [InlineData(422, Exit.Refused)]
    [InlineData(401, Exit.Refused)]
    public void A_refusal_has_its_exit_code(int status, int exit) =>
        Assert.Equal(exit, Exit.Of(Refusal.Read(status, """{"type":"urn:gemeo:problem:no","erro":"Não."}""")));

    [Fact]
    public void A_refusal_that_is_not_ours_still_says_something() =>
        Assert.Equal("HTTP 502", Refusal.Read(502, "<html>").Erro);

    [Theory]
    [InlineData("pt_BR.UTF-8", "pt")]
    [InlineData("en_US.UTF-8", "en")]
    [InlineData("de_DE.UTF-8", "en")]
    [InlineData("C.UTF-8", "pt")]
    [InlineData("POSIX", "pt")]
    public void The_language_is_the_machines_own(string lang, string expected) =>
        Assert.Equal(expected, Words.Of([], name => name == "LANG" ? lang : null).Tag);

    [Fact]
    public void A_language_that_is_asked_for_wins() =>
        Assert.Equal("en", Words.Of(["things", "--lang", "en"], _ => "pt_BR.UTF-8").Tag);
}
