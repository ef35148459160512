using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Gemeo.Log;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Gemeo.Access.Oidc;

/// <summary>Takes tokens of <c>Gemeo:Oidc:Issuer</c>: signed by one of its keys with an asymmetric algorithm, for this audience, in their time.
/// Its keys are fetched when a token first comes, each hour, and when a token names one that is not known.</summary>
public sealed partial class TokenReader(IOptions<Settings> options, TimeProvider time, ILogger<TokenReader> log)
{
    const int LongestToken = 16 << 10, MostKnown = 10_000;
    static readonly TimeSpan _skew = TimeSpan.FromMinutes(1), _keysFor = TimeSpan.FromHours(1), _patience = TimeSpan.FromSeconds(10), _between = TimeSpan.FromSeconds(5);
    static readonly string[] _algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];
    static readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = _patience, MaxResponseContentBufferSize = 1 << 20 };

    readonly OidcSettings _settings = options.Value.Oidc;
    // Made with the first token: a server without a provider never loads the library.
    JsonWebTokenHandler? _handler;
    readonly SemaphoreSlim _fetching = new(1);
    readonly ConcurrentDictionary<string, Identity> _known = new();
    volatile Keys? _keys;
    long? _asked;

    sealed record Keys(IReadOnlyCollection<SecurityKey> All, long Fetched);

    /// <summary>Whether it looks like a token, and there is a provider to ask about it.</summary>
    public bool Takes(string shown) => _settings.Issuer is not null && shown.Count(c => c == '.') == 2;

    public async ValueTask<Known> FindAsync(string token, CancellationToken cancel)
    {
        if (token.Length > LongestToken) return new(null, Fault.BadToken);
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        if (_known.TryGetValue(hash, out var known) && known.Over(time.Now()) is null) return new(known);
        if (await ReadAsync(token, cancel) is not { } identity) return new(null, Fault.BadToken);
        if (_known.Count >= MostKnown) _known.Clear();
        return new(_known[hash] = identity);
    }

    async Task<Identity?> ReadAsync(string token, CancellationToken cancel)
    {
        try
        {
            if (await KeysAsync(fresh: false, cancel) is not { } keys) return null;
            var result = await ValidateAsync(token, keys);
            // Signed by a key that was not there when we looked: perhaps it is there now.
            if (result.Exception is SecurityTokenSignatureKeyNotFoundException && await KeysAsync(fresh: true, cancel) is { } newer && newer != keys) result = await ValidateAsync(token, newer);
            return result is { IsValid: true, SecurityToken: JsonWebToken read } ? Identify(read) : null;
        }
        catch (Exception why) when (why is ArgumentException or JsonException or FormatException or SecurityTokenException) { return null; }
    }

    Identity Identify(JsonWebToken token)
    {
        using var claims = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        return Claims.Read(claims.RootElement, _settings, Instant.Of(token.ValidTo));
    }

    Task<TokenValidationResult> ValidateAsync(string token, Keys keys) => (_handler ??= new() { MapInboundClaims = false }).ValidateTokenAsync(token, new()
    {
        ValidIssuer = _settings.Issuer,
        ValidAudience = _settings.Audience,
        ValidAlgorithms = _algorithms,
        IssuerSigningKeys = keys.All,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        LifetimeValidator = (from, to, _, _) => to is { } until && until > time.GetUtcNow().UtcDateTime && (from is null || from <= (time.GetUtcNow() + _skew).UtcDateTime),
    });

    /// <summary>Null while there never were any.</summary>
    async Task<Keys?> KeysAsync(bool fresh, CancellationToken cancel)
    {
        var now = time.Now();
        if (!fresh && _keys is { } known && now - known.Fetched < _keysFor.TotalMicroseconds) return known;
        await _fetching.WaitAsync(cancel);
        try
        {
            // Whoever makes up keys, or a provider that is away, is not asked about each time.
            if (time.Now() - _asked < _between.TotalMicroseconds) return _keys;
            var found = await FetchAsync(cancel);
            _asked = time.Now();
            return found is null ? _keys : _keys = found;
        }
        finally { _fetching.Release(); }
    }

    async Task<Keys?> FetchAsync(CancellationToken cancel)
    {
        var address = _settings.Issuer!.TrimEnd('/') + "/.well-known/openid-configuration";
        try
        {
            var retriever = new HttpDocumentRetriever(_http) { RequireHttps = !new Uri(address).IsLoopback };
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(address, retriever, cancel);
            // What a provider publishes for encrypting, or as a shared secret, signs nothing here.
            return new([.. configuration.SigningKeys.Where(k => k is not SymmetricSecurityKey && k is not JsonWebKey { Kty: "oct" })], time.Now());
        }
        catch (Exception why) when (why is IOException or HttpRequestException or InvalidOperationException or ArgumentException or JsonException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            Away(log, address, why.InnerException?.Message ?? why.Message);
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The keys of {Address} cannot be fetched: {Why}")]
    static partial void Away(ILogger log, string address, string why);
}
