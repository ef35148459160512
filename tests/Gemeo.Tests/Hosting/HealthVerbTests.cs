using Gemeo.Hosting;

namespace Gemeo.Tests.Hosting;

public sealed class HealthVerbTests
{
    [Theory]
    [InlineData("--urls=http://0.0.0.0:8080", "http://127.0.0.1:8080/health/ready")]
    [InlineData("--urls=http://[::]:81;https://0.0.0.0:82", "http://127.0.0.1:81/health/ready")]
    [InlineData("--urls=https://*:8443", "https://127.0.0.1:8443/health/ready")]
    [InlineData("--urls=http://127.0.0.2:9000", "http://127.0.0.2:9000/health/ready")]
    [InlineData("--Gemeo:Language=pt", "http://127.0.0.1:8080/health/ready")]
    public void It_asks_where_the_server_listens(string setting, string expected) => Assert.Equal(expected, HealthVerb.Address([setting]).ToString());

    [Fact]
    public async Task It_ends_with_0_when_the_server_is_ready_and_with_1_when_nobody_answers()
    {
        string url;
        await using (var server = await TestServer.Start())
        {
            url = $"--urls={server.Url}";
            Assert.Equal(0, await HealthVerb.RunAsync([url]));
        }
        Assert.Equal(1, await HealthVerb.RunAsync([url]));
    }
}
