using System.Text.Json;
using Gemeo.Access.Oidc;
using Gemeo.Access.Rights;
using Gemeo.Tests.Support;
using Microsoft.IdentityModel.Tokens;

namespace Gemeo.Tests.Access;

public sealed class OidcTests
{
    static Task<TestServer> Lab(TokenServer tokens, params string[] args) => AccessLab.Start([$"--Gemeo:Oidc:Issuer={tokens.Issuer}", $"--Gemeo:Oidc:Audience={TokenServer.Audience}", "--Gemeo:Oidc:RoomClaim=rooms", "--Gemeo:Oidc:Roles:chefe=admin", .. args]);

    static async Task<int> Status(TestServer server, string token, string path = "/access/me") =>
        (await server.Send(HttpMethod.Get, path, null, ("Authorization", "Bearer " + token), ("X-Forwarded-For", "192.0.2.7"))).Status;

    [Fact]
    public async Task A_token_of_the_provider_opens_with_its_role_its_name_and_its_rooms()
    {
        await using var tokens = await TokenServer.Start();
        await using var server = await Lab(tokens);
        var (status, me) = await server.Send(HttpMethod.Get, "/access/me", null, ("Authorization", "Bearer " + tokens.Token("operator", more: ("rooms", new[] { "a" }))));
        Assert.Equal((200, "subject", "ana", "operator", "[\"a\"]"), (status, (string?)me!["kind"], (string?)me["name"], (string?)me["role"], me["rooms"]!.ToJsonString()));
        Assert.Equal(404, await Status(server, tokens.Token("operator", more: ("rooms", new[] { "a" })), "/things/luz-b"));
        Assert.Equal(404, await Status(server, tokens.Token("operator"), "/things/luz-a"));
        Assert.Equal(200, await Status(server, tokens.Token("chefe"), "/devices"));
        Assert.Equal(403, await Status(server, tokens.Token("nobody"), "/things"));
    }

    [Fact]
    public async Task A_token_that_is_expired_foreign_unsigned_or_signed_by_the_public_key_opens_nothing()
    {
        await using var tokens = await TokenServer.Start();
        await using var server = await Lab(tokens);
        Assert.Equal(200, await Status(server, tokens.Token()));
        var signed = tokens.Token().Split('.');
        (string What, string Token)[] bad =
        [
            ("expired", tokens.Token(minutes: -1)),
            ("another issuer", tokens.Token(issuer: "https://elsewhere.example")),
            ("another audience", tokens.Token(audience: "other")),
            ("alg none", tokens.Unsigned()),
            ("HS256 with the public key", tokens.SignedByPublicKey()),
            ("another key by the same name", tokens.Token(by: new(TokenServer.NewKey("k1"), SecurityAlgorithms.RsaSha256))),
            ("an unknown key", tokens.Token(by: new(TokenServer.NewKey("k9"), SecurityAlgorithms.RsaSha256))),
            ("claims that were changed", $"{signed[0]}.{tokens.Token("admin").Split('.')[1]}.{signed[2]}"),
            ("no token", "a.b.c"),
        ];
        foreach (var (what, token) in bad) Assert.Equal((what, 401), (what, await Status(server, token)));
    }

    [Fact]
    public async Task Keys_that_the_provider_changes_are_fetched()
    {
        await using var tokens = await TokenServer.Start();
        await using var server = await Lab(tokens);
        Assert.Equal(200, await Status(server, tokens.Token()));
        var old = tokens.Token("viewer");
        tokens.Rotate("k2");
        await Wait.For(async () => await Status(server, tokens.Token()) == 200 ? "" : null, "the new key");
        // What the old key signed was not used before, and is worth nothing any more.
        Assert.Equal(401, await Status(server, old));
    }

    [Fact]
    public async Task A_provider_that_is_away_refuses_tokens_and_nothing_else()
    {
        await using var server = await AccessLab.Start("--Gemeo:Oidc:Issuer=http://127.0.0.1:9", $"--Gemeo:Oidc:Audience={TokenServer.Audience}");
        await using var tokens = await TokenServer.Start();
        Assert.Equal(401, await Status(server, tokens.Token()));
        Assert.Equal(200, (await server.Send(HttpMethod.Get, "/things", null, (await server.AddKey("viewer")).Header)).Status);
    }

    [Theory]
    [InlineData("""{"roles":["a","viewer"]}""", "viewer", true)]
    [InlineData("""{"roles":"viewer operator"}""", "operator", true)]
    [InlineData("""{"roles":["viewer"],"rooms":[]}""", "viewer", false)]
    [InlineData("""{"roles":["viewer"],"rooms":"b"}""", "viewer", false)]
    [InlineData("""{"roles":{"x":1}}""", "none", true)]
    [InlineData("{}", "none", true)]
    public void A_claim_says_the_role_and_the_rooms(string claims, string role, bool reachesA)
    {
        var identity = Claims.Read(JsonElement.Parse(claims), new() { RoomClaim = claims.Contains("rooms", StringComparison.Ordinal) ? "rooms" : null }, 0);
        Assert.Equal((role, reachesA), (identity.Role.Name(), identity.Scope.Reaches("x", "a")));
    }

    [Fact]
    public void A_claim_may_lie_deeper() => Assert.Equal(Role.Admin,
        Claims.Read(JsonElement.Parse("""{"realm_access":{"roles":["x","chefe"]}}"""), new() { RoleClaim = "realm_access.roles", Roles = { ["chefe"] = "admin" } }, 0).Role);
}
