using System.Text;
using System.Text.RegularExpressions;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Http;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("GET", "/nowhere", null, 404)]
    [InlineData("GET", "/things/nobody", null, 404)]
    [InlineData("POST", "/things/nobody/actions/ligar", null, 404)]
    [InlineData("POST", "/things/%E2%80%A8/actions/ligar", null, 404)]
    [InlineData("POST", "/things/lamp/actions/voar", null, 404)]
    [InlineData("GET", "/things/lamp/properties/ligada", null, 404)]
    [InlineData("GET", "/commands/none", null, 404)]
    [InlineData("DELETE", "/log", null, 405)]
    [InlineData("PUT", "/things/porta/properties/trancada", "true", 405)]
    [InlineData("PUT", "/things/lamp/properties/ligada", "{", 400)]
    [InlineData("PUT", "/things/lamp/properties/ligada", "", 400)]
    [InlineData("PUT", "/things/lamp/properties/ligada", "\"maybe\"", 422)]
    [InlineData("POST", "/things/lamp/actions/ligar?timeout=soon", null, 400)]
    [InlineData("GET", "/log?after=rubbish", null, 400)]
    [InlineData("GET", "/log?after=abcdef:1", null, 410)]
    [InlineData("GET", "/log?limit=0", null, 400)]
    [InlineData("GET", "/log?limit=many", null, 400)]
    [InlineData("GET", "/things/sensor/history/distance?from=yesterday", null, 400)]
    [InlineData("GET", "/events?cursor=abcdef:1", null, 410)]
    public async Task Every_refusal_has_a_status_a_code_and_a_sentence_in_the_callers_language(string method, string path, string? body, int expected)
    {
        await using var server = await TestServer.Start();
        foreach (var (language, other) in new[] { ("pt-BR", "en"), ("en", "pt-BR") })
        {
            using var request = new HttpRequestMessage(new(method), path);
            if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            request.Headers.Add("Accept-Language", $"{language}, {other};q=0.5");
            using var answer = await server.Http.SendAsync(request);
            Assert.Equal(expected, (int)answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            var problem = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            Assert.Equal(expected, problem["status"]!.GetValue<int>());
            Assert.StartsWith("urn:gemeo:problem:", problem["type"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Equal(language == "en", problem["erro"]!.GetValue<string>() == problem["title"]!.GetValue<string>());
        }
    }

    /// <summary>Those that need a key, a body, a device or a crowd.</summary>
    [Fact]
    public async Task The_other_refusals_speak_both_languages_too()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        var server = rig.Server;
        var through = ("X-Forwarded-For", "192.0.2.7");
        await Both(server, 401, "no-key", HttpMethod.Get, "/things", null, through);
        await Both(server, 403, "foreign-host", HttpMethod.Get, "/things", null, ("Host", "evil.example"));
        await Both(server, 403, "foreign-origin", HttpMethod.Post, "/lab/ligar_luz", null, ("Origin", "http://evil.example"));
        await Both(server, 409, "from-file", HttpMethod.Delete, "/things/lamp", null);
        await Both(server, 413, "too-large", HttpMethod.Put, "/things/new", new string('x', 2 << 20));
        await Both(server, 422, "bad-thing", HttpMethod.Put, "/things/new", new { id = "new" });
        rig.Deaf = true;
        await Both(server, 504, "no-answer", HttpMethod.Post, "/lab/ligar_luz?timeout=0.2", null);
        await rig.Unplug();
        await Both(server, 503, "offline", HttpMethod.Post, "/lab/ligar_luz", null);
        await Both(server, 400, "bad-query", HttpMethod.Post, "/lab/ligar_luz?timeout=soon", null);
    }

    static async Task Both(TestServer server, int status, string code, HttpMethod method, string path, object? body, params (string, string)[] headers)
    {
        var (given, own) = await server.Send(method, path, body, headers);
        var (_, english) = await server.Send(method, path, body, [.. headers, ("Accept-Language", "en-GB,en;q=0.9,pt;q=0.1")]);
        Assert.Equal((status, "urn:gemeo:problem:" + code), (given, own!["type"]!.GetValue<string>()));
        Assert.Equal(english!["title"]!.GetValue<string>(), english["erro"]!.GetValue<string>());
        Assert.NotEqual(english["erro"]!.GetValue<string>(), own["erro"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("en;q=0", false)]
    [InlineData("fr, en;q=0.1", true)]
    [InlineData("*", false)]
    [InlineData(";;;", false)]
    [InlineData("pt-BR;q=0.2, en-US;q=0.3", true)]
    public async Task The_language_is_the_one_wanted_most_of_the_two(string wanted, bool english)
    {
        await using var server = await TestServer.Start();
        var (_, body) = await server.Send(HttpMethod.Get, "/nowhere", null, ("Accept-Language", wanted));
        Assert.Equal(english, body!["erro"]!.GetValue<string>() == body["title"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("/log?limit=many", "limit")]
    [InlineData("/things?offset=x", "offset")]
    [InlineData("/things/sensor/history/distance?limit=1.5", "limit")]
    [InlineData("/devices/unmatched?limit=x", "limit")]
    public async Task A_parameter_that_is_no_number_is_named(string path, string named)
    {
        await using var server = await TestServer.Start();
        var (status, body) = await server.Send(HttpMethod.Get, path);
        Assert.Equal((400, "urn:gemeo:problem:bad-query"), (status, body!["type"]!.GetValue<string>()));
        Assert.Contains(named, body["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_415_and_one_that_is_huge_is_413()
    {
        await using var server = await TestServer.Start();
        using var form = await server.Http.PutAsync("/things/lamp/properties/ligada", new StringContent("true", Encoding.UTF8, "text/plain"));
        Assert.Equal(415, (int)form.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Put, "/things/lamp/properties/ligada") { Content = new StringContent(new string(' ', 2 << 20), Encoding.UTF8, "application/json") };
        request.Headers.ExpectContinue = true;
        using var huge = await server.Http.SendAsync(request);
        Assert.Equal(413, (int)huge.StatusCode);
    }

    [Fact]
    public async Task Whoever_asks_too_much_gets_429()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:RequestsPerSecond=2");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.Send(HttpMethod.Get, "/health/live")));
        Assert.Contains(answers, a => a.Status == 429 && a.Body!["erro"] is not null);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(15)]
    [InlineData(1000)]
    [InlineData(1_000_000)]
    public void As_many_requests_as_the_setting_says_are_let_in(int rate)
    {
        var bucket = Gemeo.Hosting.Rates.Bucket(rate);
        Assert.Equal(rate, bucket.TokensPerPeriod / bucket.ReplenishmentPeriod.TotalSeconds, rate * 0.001);
    }

    [Fact]
    public async Task The_door_greets_a_program_as_the_seed_does_and_a_browser_with_a_page()
    {
        await using var server = await TestServer.Start();
        Assert.Equal("Welcome to the Digital Twin API. Use /ws for WebSocket connection.", (await server.Get("/"))!["message"]!.GetValue<string>());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept", "text/html");
        using var page = await server.Http.SendAsync(request);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        // The browser world where it was built, else the plain page; both bring a script of their own.
        var script = Regex.Match(await page.Content.ReadAsStringAsync(), "<script[^>]+src=\"(/(?:assets|page)/[^\"]+)\"").Groups[1].Value;
        foreach (var file in (string[])[script, "/page/home.js"])
        {
            using var answer = await server.Http.GetAsync(file);
            Assert.Equal((200, "text/javascript"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
        Assert.Contains("/things/{id}/actions/{name}", (await server.Get("/openapi.json"))!["paths"]!.ToJsonString(), StringComparison.Ordinal);
    }
}
