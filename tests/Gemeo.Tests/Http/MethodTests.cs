using Gemeo.Tests.Support;

namespace Gemeo.Tests.Http;

/// <summary>RFC 9110: HEAD wherever there is GET, OPTIONS tells what there is, 405 names it.</summary>
public sealed class MethodTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/things")]
    [InlineData("/things/lamp")]
    [InlineData("/things/sensor/history/distance")]
    [InlineData("/log")]
    [InlineData("/events")]
    [InlineData("/things/porta/events/aberta")]
    [InlineData("/things/sensor/properties/distance/events")]
    [InlineData("/health/ready")]
    [InlineData("/page/home.js")]
    [InlineData("/openapi.json")]
    [InlineData("/things/nobody")]
    [InlineData("/nowhere")]
    public async Task HEAD_answers_what_GET_would_and_sends_no_body(string path)
    {
        await using var server = await TestServer.Start();
        using var get = await server.Http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        using var head = await server.Http.SendAsync(new(HttpMethod.Head, path));
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType?.MediaType, head.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/things", "GET, HEAD, OPTIONS, POST")]
    [InlineData("/things/lamp", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT")]
    [InlineData("/things/lamp/properties/ligada", "GET, HEAD, OPTIONS, PUT")]
    [InlineData("/lab/ligar_luz", "OPTIONS, POST")]
    [InlineData("/log", "GET, HEAD, OPTIONS")]
    public async Task OPTIONS_and_405_name_what_an_address_understands(string path, string allowed)
    {
        await using var server = await TestServer.Start();
        foreach (var (method, status) in new[] { ("OPTIONS", 204), ("BREW", 405), ("TRACE", 405) })
        {
            using var answer = await server.Http.SendAsync(new(new(method), path));
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow.Order(StringComparer.Ordinal)));
            Assert.Equal(status == 405, (await answer.Content.ReadAsStringAsync()).Contains("\"erro\"", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/json, text/html;q=0.1", "application/json")]
    [InlineData("text/html;q=0", "application/json")]
    [InlineData("image/png", "application/json")]
    [InlineData("rubbish;;;", "application/json")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", "text/html")]
    [InlineData("text/html, application/json", "text/html")]
    public async Task The_door_gives_what_is_accepted_best(string accept, string expected)
    {
        await using var server = await TestServer.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await server.Http.SendAsync(request);
        Assert.Equal(expected, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task No_answer_is_kept_by_a_browser_and_no_foreign_page_may_frame_one()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        await device.Say("sensor/distance", "5");
        foreach (var path in (string[])["/", "/things/sensor/properties/distance", "/log", "/nowhere", "/docs/"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Accept", "text/html");
            using var answer = await server.Http.SendAsync(request);
            Assert.True(answer.Headers.CacheControl?.NoStore, path);
            Assert.Contains("frame-ancestors 'self'", string.Join(';', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        }
    }
}
