using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gemeo.Tests.Access;

/// <summary>An identity provider on loopback: discovery, keys, and tokens of any kind, honest or not.</summary>
sealed class TokenServer : IAsyncDisposable
{
    public const string Audience = "gemeo-test";

    readonly WebApplication _app;

    TokenServer(WebApplication app) => _app = app;

    public string Issuer { get; private set; } = "";
    public RsaSecurityKey Key { get; private set; } = NewKey("k1");

    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    public static async Task<TokenServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = new TokenServer(builder.Build());
        server._app.Urls.Add("http://127.0.0.1:0");
        server._app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = server.Issuer, jwks_uri = server.Issuer + "/keys" }));
        server._app.MapGet("/keys", () => Results.Json(new { keys = (object[])[Public(server.Key)] }));
        await server._app.StartAsync();
        server.Issuer = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return server;
    }

    static object Public(RsaSecurityKey key)
    {
        var numbers = key.Rsa.ExportParameters(false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = key.KeyId, n = Base64UrlEncoder.Encode(numbers.Modulus), e = Base64UrlEncoder.Encode(numbers.Exponent) };
    }

    public void Rotate(string id) => Key = NewKey(id);

    public string Token(object? role = null, string? issuer = null, string? audience = null, double minutes = 5, SigningCredentials? by = null, params (string, object)[] more)
    {
        var now = DateTime.UtcNow;
        var claims = new Dictionary<string, object> { ["sub"] = "u-1", ["preferred_username"] = "ana", ["roles"] = role ?? "operator" };
        foreach (var (name, value) in more) claims[name] = value;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer,
            Audience = audience ?? Audience,
            IssuedAt = now.AddMinutes(-10),
            NotBefore = now.AddMinutes(-10),
            Expires = now.AddMinutes(minutes),
            Claims = claims,
            SigningCredentials = by ?? new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>A token that says it is signed by nobody.</summary>
    public string Unsigned() => $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{Token().Split('.')[1]}.";

    /// <summary>Signed with the public key, which everybody has, as if it were a shared secret.</summary>
    public string SignedByPublicKey() => Token(by: new(new SymmetricSecurityKey(Key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = Key.KeyId }, SecurityAlgorithms.HmacSha256));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
