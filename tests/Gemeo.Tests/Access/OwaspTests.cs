using System.Net;
using System.Net.Sockets;
using Gemeo.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gemeo.Tests.Access;

/// <summary>The OWASP API Security Top 10 of 2023, line by line; <see cref="MatrixTests"/> covers the first and fifth for every route.</summary>
public sealed class OwaspTests
{
    const string Word = "uma senha bem longa";

    [Fact]
    public async Task API1_Broken_object_level_authorization()
    {
        await using var server = await AccessLab.Start();
        var (mine, theirs) = (await server.AddKey("operator", ["a"]), await server.AddKey("operator", ["b"]));
        var (_, said) = await server.Post("/chat", new { message = "oi" }, theirs.Header, ("Accept", "application/json"));
        var conversation = (string?)said!["conversation"];
        Assert.Equal(200, (await server.Send(HttpMethod.Get, "/conversations/" + conversation, null, theirs.Header)).Status);
        Assert.Equal(404, (await server.Send(HttpMethod.Get, "/conversations/" + conversation, null, mine.Header)).Status);
        Assert.Equal(404, (await server.Send(HttpMethod.Delete, "/conversations/" + conversation, null, mine.Header)).Status);
        // Nothing in the answer tells a thing of others from one that never was.
        var (foreign, none) = (await server.Send(HttpMethod.Put, "/things/luz-b/properties/ligada", "rubbish", mine.Header), await server.Send(HttpMethod.Put, "/things/nobody/properties/ligada", "rubbish", mine.Header));
        Assert.Equal(none.Body!.ToJsonString().Replace("nobody", "luz-b", StringComparison.Ordinal), foreign.Body!.ToJsonString());
    }

    [Fact]
    public async Task API2_Broken_authentication()
    {
        await using var server = await AccessLab.Start();
        await server.Post("/access/setup", new { name = "ana", password = Word });
        var statuses = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i => (await server.Post("/access/session", new { name = "ana", password = "guess number " + i })).Status));
        Assert.Equal((10, 2), (statuses.Count(s => s == 401), statuses.Count(s => s == 429)));
        // The right one does not help either, until some time has passed.
        Assert.Equal(429, (await server.Post("/access/session", new { name = "ana", password = Word })).Status);
    }

    [Fact]
    public async Task API3_Broken_object_property_level_authorization()
    {
        await using var server = await AccessLab.Start();
        var (_, key) = await server.Post("/access/keys", new { name = "x", role = "viewer", id = "mine", key = "gm_mine_mine", createdBy = "root", revoked = 1 });
        Assert.NotEqual("mine", (string?)key!["id"]);
        Assert.Equal(403, (await server.Send(HttpMethod.Get, "/things", null, ("X-Api-Key", "gm_mine_mine"))).Status);
        var viewer = await server.AddKey("viewer");
        Assert.DoesNotContain("mqv:", (await server.As(viewer, "/things/luz-a"))!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("luz-a/set", (await server.As(viewer, "/things"))!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task API4_Unrestricted_resource_consumption()
    {
        await using var server = await AccessLab.Start("--Gemeo:RequestsPerSecond=30");
        var key = await server.AddKey("viewer");
        Assert.Equal(413, (await server.Post("/access/keys", new { name = new string('x', 2 << 20) })).Status);
        var statuses = await Task.WhenAll(Enumerable.Range(0, 120).Select(async _ => (await server.Send(HttpMethod.Get, "/things", null, key.Header)).Status));
        Assert.Contains(429, statuses);
    }

    [Fact]
    public async Task API5_Broken_function_level_authorization()
    {
        await using var server = await AccessLab.Start();
        var key = await server.AddKey("operator");
        Assert.Equal(403, (await server.Post("/access/keys", new { name = "me", role = "admin" }, key.Header)).Status);
        Assert.Equal(403, (await server.Send(HttpMethod.Delete, "/access/keys/" + key.Id, null, key.Header)).Status);
        // Not by another spelling, method or header either.
        foreach (var path in (string[])["/ACCESS/KEYS", "/access//keys", "/access/keys/", "/things/../access/keys", "/access/keys?role=admin"])
            Assert.NotEqual(200, (await server.Send(HttpMethod.Get, path, null, key.Header)).Status);
        Assert.Equal(403, (await server.Post("/access/keys", new { name = "me", role = "admin" }, key.Header, ("X-HTTP-Method-Override", "GET"))).Status);
        Assert.Equal(403, (await server.Send(HttpMethod.Head, "/devices", null, key.Header)).Status);
    }

    [Fact]
    public async Task API6_Unrestricted_access_to_sensitive_business_flows()
    {
        await using var server = await AccessLab.Start();
        // Many that want to be the first administrator at once: one is.
        var statuses = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i => (await server.Post("/access/setup", new { name = "eva" + i, password = Word })).Status));
        Assert.Equal([201, 403, 403, 403], statuses.Order());
        var ticket = (string?)(await server.Post("/access/tickets", null, (await server.AddKey("viewer")).Header)).Body!["ticket"];
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await server.Send(HttpMethod.Get, "/things?ticket=" + ticket)).Status));
        Assert.Single(opened, 200);
    }

    [Fact]
    public async Task API7_Server_side_request_forgery()
    {
        await using var tokens = await TokenServer.Start();
        await using var server = await AccessLab.Start($"--Gemeo:Oidc:Issuer={tokens.Issuer}", $"--Gemeo:Oidc:Audience={TokenServer.Audience}");
        using var trap = new TcpListener(IPAddress.Loopback, 0);
        trap.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)trap.LocalEndpoint).Port}/keys";
        // A token that says where its keys are, and a thing whose forms say where it is.
        var evil = new SigningCredentials(TokenServer.NewKey("evil"), SecurityAlgorithms.RsaSha256);
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor { Issuer = address, Audience = TokenServer.Audience, SigningCredentials = evil, AdditionalHeaderClaims = new Dictionary<string, object> { ["jku"] = address, ["x5u"] = address } });
        Assert.Equal(401, (await server.Send(HttpMethod.Get, "/things", null, ("Authorization", "Bearer " + token))).Status);
        var thing = Http.DirectoryTests.Sensor("new");
        thing["properties"]!.AsObject().First().Value!["forms"]![0]!["href"] = address;
        await server.Post("/things", thing);
        await server.Send(HttpMethod.Get, "/things/new/properties");
        Assert.False(trap.Pending());
    }

    [Fact]
    public async Task API8_Security_misconfiguration()
    {
        await using var server = await AccessLab.Start();
        foreach (var path in (string[])["/", "/things", "/things/nobody", "/things?limit=x", "/nowhere", "/docs/", "/page/home.js"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", path == "/" ? "text/html" : "*/*" } } };
            using var answer = await server.Http.SendAsync(request);
            string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : "";
            Assert.Equal(("nosniff", "no-referrer", ""), (Header("X-Content-Type-Options"), Header("Referrer-Policy"), Header("Server")));
            Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'self'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            if (path != "/docs/") Assert.DoesNotMatch("script-src[^;]*'unsafe-(inline|eval)'", Header("Content-Security-Policy"));
            Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(403, (await server.Send(HttpMethod.Get, "/things", null, ("Origin", "https://evil.example"))).Status);
    }

    [Fact]
    public async Task API9_Improper_inventory_management()
    {
        await using var server = await AccessLab.Start();
        var document = (await server.Get("/openapi.json"))!["paths"]!.AsObject();
        // What is reached without being known is these addresses and no other.
        var open = new List<string>();
        foreach (var (path, methods) in document)
            foreach (var method in methods!.AsObject().Select(m => m.Key.ToUpperInvariant()))
                if ((await server.Send(new(method), path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), null, ("X-Forwarded-For", "192.0.2.7"), ("Accept", "application/json"))).Status != 401) open.Add($"{method} {path}");
        Assert.Equal(["DELETE /access/session", "GET /", "GET /access/setup", "POST /access/session", "POST /access/setup"], open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task API10_Unsafe_consumption_of_APIs()
    {
        // A provider that answers with rubbish, for ever, is asked seldom and believed nothing.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asked = 0;
        _ = Task.Run(async () =>
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref asked);
                await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{\"issuer\":[["u8.ToArray());
            }
        });
        await using var tokens = await TokenServer.Start();
        await using var server = await AccessLab.Start($"--Gemeo:Oidc:Issuer=http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}", $"--Gemeo:Oidc:Audience={TokenServer.Audience}");
        for (var i = 0; i < 20; i++) Assert.Equal(401, (await server.Send(HttpMethod.Get, "/things", null, ("Authorization", "Bearer " + tokens.Token()))).Status);
        Assert.InRange(asked, 1, 5);
        Assert.Equal(200, (await server.Send(HttpMethod.Get, "/things")).Status);
    }
}
