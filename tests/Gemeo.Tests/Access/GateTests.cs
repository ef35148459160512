using System.Net;
using System.Net.WebSockets;
using Gemeo.Hosting;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Access;

public sealed class GateTests
{
    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "https://127.0.0.1.evil.example")]
    [InlineData("Host", "evil.example")]
    [InlineData("Origin", "http://localhost.evil.example")]
    [InlineData("Origin", "http://127.0.0.1@evil.example")]
    [InlineData("Origin", "file://")]
    [InlineData("Host", "evil.example:8080")]
    [InlineData("Host", "127.0.0.1.nip.io")]
    [InlineData("Host", "0.0.0.0")]
    public async Task A_foreign_page_can_neither_act_nor_open_the_socket(string header, string value)
    {
        await using var server = await TestServer.Start();
        var (status, body) = await server.Post("/lab/ligar_luz", headers: (header, value));
        Assert.Equal(403, status);
        Assert.NotNull(body!["erro"]);
        Assert.Contains("Gemeo:" + header, body["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(await server.Log());
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.Connect(new($"ws://127.0.0.1:{server.Url.Port}/ws"), (header, value)));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_from_this_machine_or_from_the_settings_may_call_and_is_named_back()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Origins:0=https://lab.example");
        foreach (var origin in (string[])["http://localhost:5173", "http://127.0.0.1:9", "https://lab.example"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, "/things");
            request.Headers.Add("Origin", origin);
            request.Headers.Add("Access-Control-Request-Method", "POST");
            using var answer = await server.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            Assert.Equal(origin, answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        }
    }

    [Fact]
    public async Task The_pages_about_the_API_want_no_key_and_call_nobody_else()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Key=a-key-of-enough-length");
        foreach (var path in (string[])["/docs/", "/docs/scalar.js", "/openapi.json", "/page/home.js"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("X-Forwarded-For", "192.0.2.7");
            using var answer = await server.Http.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode, path);
            if (path.StartsWith("/docs", StringComparison.Ordinal)) Assert.StartsWith("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
        Assert.Equal(401, (await server.Send(HttpMethod.Get, "/things", null, ("X-Forwarded-For", "192.0.2.7"))).Status);
        Assert.Equal(401, (await server.Send(HttpMethod.Get, "/page/../things", null, ("X-Forwarded-For", "192.0.2.7"))).Status);
    }

    [Fact]
    public async Task A_page_that_may_call_can_read_why_its_key_is_wanted()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Key=a-key-of-enough-length");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/things");
        request.Headers.Add("Origin", "http://localhost:5173");
        request.Headers.Add("X-Forwarded-For", "192.0.2.7");
        using var answer = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("http://localhost:5173", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("--urls=http://0.0.0.0:0")]
    [InlineData("--urls=http://*:0")]
    [InlineData("--urls=http://[::]:0")]
    [InlineData("--urls=http://lab.example:0")]
    [InlineData("--urls=http://127.0.0.1:0;http://0.0.0.0:0")]
    [InlineData("--Kestrel:Endpoints:Any:Url=http://0.0.0.0:0")]
    public async Task A_server_open_to_the_network_without_a_key_refuses_to_start(string open)
    {
        var why = await Assert.ThrowsAsync<StartException>(() => TestServer.Start(args: open));
        Assert.All((string[])["Gemeo:Key", "gemeo key add", "/access/setup", "--lan"], way => Assert.Contains(way, why.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("account", true)]
    [InlineData("admin", true)]
    [InlineData("operator", false)]
    [InlineData("revoked", false)]
    public async Task A_server_that_has_an_administrator_opens_to_the_network_without_a_key_in_its_settings(string has, bool opens)
    {
        var data = Folder.New("data");
        await using (var closed = await TestServer.Start(data: data))
        {
            if (has == "account") Assert.Equal(201, (await closed.Post("/access/setup", new { name = "ana", password = "uma senha bem longa" })).Status);
            else
            {
                var key = await closed.AddKey(has == "operator" ? "operator" : "admin");
                if (has == "revoked") Assert.Equal(204, (await closed.Send(HttpMethod.Delete, "/access/keys/" + key.Id)).Status);
            }
        }
        if (opens)
        {
            await using var open = await TestServer.Start(data: data, args: "--urls=http://0.0.0.0:0");
            using var elsewhere = new HttpClient { BaseAddress = new($"http://127.0.0.1:{open.Url.Port}") };
            elsewhere.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.7");
            Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync("/things")).StatusCode);
        }
        else await Assert.ThrowsAsync<StartException>(() => TestServer.Start(data: data, args: "--urls=http://0.0.0.0:0"));
        TestServer.Wipe(data);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "lab.example")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Real-IP", "192.0.2.7")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    [InlineData("Via", "1.1 proxy")]
    public async Task Whoever_comes_through_a_proxy_shows_the_key(string header, string value)
    {
        const string key = "a-key-of-enough-length";
        await using var server = await TestServer.Start(args: $"--Gemeo:Key={key}");
        var forwarded = (header, value);
        Assert.Equal(401, (await server.Send(HttpMethod.Get, "/things", null, forwarded)).Status);
        Assert.Equal(403, (await server.Send(HttpMethod.Get, "/things", null, forwarded, ("Authorization", "Bearer wrong-key-of-length"))).Status);
        Assert.Equal(200, (await server.Send(HttpMethod.Get, "/things", null, forwarded, ("Authorization", $"Bearer {key}"))).Status);
        Assert.Equal(200, (await server.Send(HttpMethod.Get, "/things", null, forwarded, ("X-Api-Key", key))).Status);
        Assert.Equal(200, (await server.Send(HttpMethod.Get, "/things")).Status);
    }
}
