using System.Text;
using System.Text.Json.Nodes;
using Gemeo.Tests.Live;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Http;

/// <summary>Whatever is sent as a body is the caller's fault, never the server's.</summary>
public sealed class BodyTests
{
    [Theory]
    [InlineData("POST", "/things", "[]", 422)]
    [InlineData("POST", "/things", "5", 422)]
    [InlineData("POST", "/things", "null", 422)]
    [InlineData("PUT", "/things/new", "\"text\"", 422)]
    [InlineData("PUT", "/things/new", "{}", 422)]
    [InlineData("PUT", "/things/new", """{"id":5}""", 422)]
    [InlineData("PUT", "/things/new", """{"id":{}}""", 422)]
    [InlineData("POST", "/things", """{"id":"a","id":"b"}""", 400)]
    [InlineData("POST", "/things", """{"id":"a\ud800"}""", 400)]
    [InlineData("PUT", "/things/new", """{"title":"\ud800"}""", 400)]
    [InlineData("PUT", "/things/lamp/properties/ligada", """{"a":1,"a":2}""", 400)]
    [InlineData("PUT", "/things/lamp/properties/ligada", """ "\ud800" """, 400)]
    [InlineData("POST", "/things/lamp/actions/ligar", """{"\udfff":1}""", 400)]
    public async Task A_body_that_makes_no_sense_is_refused_with_what_is_wrong(string method, string path, string body, int expected)
    {
        await using var server = await TestServer.Start();
        using var request = new HttpRequestMessage(new(method), path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var answer = await server.Http.SendAsync(request);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(expected, (int)answer.StatusCode);
        Assert.NotEmpty(problem["detail"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task A_merge_patch_that_is_no_object_leaves_the_thing_as_it_was(string patch)
    {
        await using var server = await TestServer.Start();
        Assert.Equal(201, (await server.Send(HttpMethod.Put, "/things/new", DirectoryTests.Sensor("new"))).Status);
        using var request = new HttpRequestMessage(HttpMethod.Patch, "/things/new") { Content = new StringContent(patch, Encoding.UTF8, "application/merge-patch+json") };
        Assert.Equal(422, (int)(await server.Http.SendAsync(request)).StatusCode);
        Assert.Equal("New", (await server.Get("/things/new"))!["title"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("PUT /things/new", "application/json")]
    [InlineData("POST /documents", "multipart/form-data; boundary=b")]
    [InlineData("POST /access/keys", "application/json")]
    [InlineData("POST /mcp", "application/json")]
    public async Task A_chunk_longer_than_any_number_is_the_callers_fault(string asked, string type)
    {
        await using var server = await TestServer.Start();
        using var line = await RawTcp.Dial(server.Url.Port);
        await line.Send(Encoding.ASCII.GetBytes($"{asked} HTTP/1.1\r\nHost: 127.0.0.1:{server.Url.Port}\r\nAccept: application/json, text/event-stream\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nffffffffffffffffff\r\n{{}}\r\n0\r\n\r\n"));
        var answer = await line.Ended();
        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Contains("\"erro\":\"A entrada não é válida.\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_408()
    {
        await using var server = await TestServer.Start();
        using var slow = await RawTcp.Dial(server.Url.Port);
        await slow.Send(Encoding.ASCII.GetBytes($"PUT /things/new HTTP/1.1\r\nHost: 127.0.0.1:{server.Url.Port}\r\nContent-Type: application/json\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{{"));
        var answer = await slow.Ended();
        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        Assert.Contains("\"erro\":\"O corpo do pedido demorou demais.\"", answer, StringComparison.Ordinal);
    }
}
