using Gemeo.Unity.Editor;

namespace Gemeo.Unity.Tests.Editor;

/// <summary>What the window says of a server, and what to do about it.</summary>
public sealed class FindingTests
{
    const string Server = "http://lab.example:8080";

    [Theory]
    [InlineData(401, "no-key", "É preciso uma chave de acesso.", "Gemeo:Key")]
    [InlineData(403, "bad-key", "A chave de acesso não vale aqui.", "of an earlier start")]
    [InlineData(403, "foreign-host", "Este servidor não atende por esse nome.", "Gemeo:Hosts")]
    [InlineData(403, "foreign-origin", "Esta página não pode usar este servidor.", "Gemeo:Origins")]
    public async Task Who_is_not_let_in_is_told_the_servers_sentence_and_the_remedy(int status, string code, string erro, string remedy)
    {
        var found = await Ask(status, $$"""{"type":"urn:gemeo:problem:{{code}}","status":{{status}},"erro":"{{erro}}"}""");
        Assert.Equal(FindingKind.Refused, found.Kind);
        Assert.Equal($"Refused ({status} {code}): {erro}", found.Sentence);
        Assert.Contains(remedy, found.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "<html>nginx</html>")]
    [InlineData(200, "<html>nginx</html>")]
    [InlineData(200, "{\"ok\":true}")]
    public async Task Somebody_else_at_the_address_is_called_a_stranger(int status, string body)
    {
        var found = await Ask(status, body);
        Assert.Equal(FindingKind.Stranger, found.Kind);
        Assert.Contains("no Gêmeo server", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_address_is_said_to_be_none()
    {
        var found = await Asking.Ask("ftp://lab", "", new ScriptedHttp(200, "").Platform);
        Assert.Equal((FindingKind.NoAddress, "\"ftp://lab\" is no address."), (found.Kind, found.Sentence));
    }

    static Task<Finding> Ask(int status, string body) => Asking.Ask(Server, "", new ScriptedHttp(status, body).Platform);
}
