using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gemeo.Tests.Docs;

public sealed class ApiTests
{
    // The page's own files, the document with its reader, and what speaks another protocol (which tells of itself by its own means).
    static readonly string[] _apart = ["/page/", "/assets/", "/docs", "/openapi.json", "/mcp"];

    [Fact]
    public async Task Every_address_stands_in_the_API_document_with_a_sentence_about_it()
    {
        await using var server = await TestServer.Start();
        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/').Replace("**", "", StringComparison.Ordinal))
            .Where(r => !Array.Exists(_apart, a => r.StartsWith(a, StringComparison.Ordinal))).Distinct().Order(StringComparer.Ordinal).ToArray();
        var paths = (await server.Get("/openapi.json"))!["paths"]!.AsObject();
        Assert.Equal(routes, paths.Select(p => p.Key).Order(StringComparer.Ordinal));
        foreach (var (path, methods) in paths)
            foreach (var (method, operation) in methods!.AsObject())
                Assert.False(string.IsNullOrEmpty(operation!["summary"]?.GetValue<string>()), $"{method} {path} says nothing of itself");
    }
}
