namespace Gemeo.Tests.Hosting.Tls;

/// <summary>Whoever connects in these tests comes from 127.0.0.1, as a proxy on this machine does.</summary>
public sealed class ProxyTests
{
    const string Key = "a-key-of-enough-length";

    static Task<TestServer> Start(params string[] more) => TestServer.Start(args: [$"--Gemeo:Key={Key}", "--Gemeo:RequestsPerSecond=2", .. more]);

    static Task<(int Status, System.Text.Json.Nodes.JsonNode? Body)> Ask(TestServer server, string from, bool key = true, params (string, string)[] more) =>
        server.Send(HttpMethod.Get, "/things/sensor", null, [("X-Forwarded-For", from), .. key ? ((string, string)[])[("X-Api-Key", Key)] : [], .. more]);

    [Fact]
    public async Task A_declared_proxy_is_believed_for_whom_it_asks()
    {
        await using var server = await Start("--Gemeo:Proxies:0=127.0.0.1");
        // Without a key: one key has one limit, wherever it is shown.
        for (var i = 0; i < 4; i++) Assert.Equal(401, (await Ask(server, "192.0.2.7", key: false)).Status);
        await Wait.For(async () => (await Ask(server, "192.0.2.7", key: false)).Status == 429 ? "" : null, "the limit of one address");
        // Another address has a limit of its own.
        Assert.Equal(401, (await Ask(server, "192.0.2.8", key: false)).Status);
        var (_, td) = await Ask(server, "192.0.2.9", true, ("X-Forwarded-Proto", "https"));
        Assert.StartsWith("https://", td!["base"]?.GetValue<string>() ?? td["properties"]!["distance"]!["forms"]![0]!["href"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("192.0.2.7")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1, 192.0.2.7")]
    [InlineData("127.0.0.1, 127.0.0.1")]
    [InlineData("rubbish")]
    public async Task Nobody_who_comes_through_a_proxy_passes_for_somebody_on_this_machine(string forwarded)
    {
        foreach (var proxies in (string[][])[["--Gemeo:Proxies:0=127.0.0.0/8"], ["--Gemeo:Proxies:0=10.0.0.2"], []])
        {
            await using var server = await Start(proxies);
            Assert.Equal(401, (await Ask(server, forwarded, key: false)).Status);
            Assert.Equal(200, (await Ask(server, forwarded)).Status);
        }
    }

    [Fact]
    public async Task One_that_is_not_declared_is_not_believed()
    {
        await using var server = await Start("--Gemeo:Proxies:0=10.0.0.2");
        await Wait.For(async () => (await Ask(server, $"192.0.2.{Random.Shared.Next(1, 254)}")).Status == 429 ? "" : null, "one limit for all that it says");
    }
}
