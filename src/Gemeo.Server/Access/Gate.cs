using System.Net;
using Gemeo.Hosting;
using Microsoft.Extensions.Options;

namespace Gemeo.Access;

/// <summary>Who may come in at all. Any web page can post to 127.0.0.1, so Host and Origin are checked from the first byte;
/// whoever is not on this machine shows a key.</summary>
public sealed class Gate(IOptions<Settings> options, OwnAddresses own)
{
    // What proxies add: one on this machine speaks for somebody elsewhere. The last is what a declared one leaves (Gemeo:Proxies).
    static readonly string[] _forwarded = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via", "X-Original-For"];

    readonly Settings _settings = options.Value;

    /// <summary>Null when the request may pass.</summary>
    public Fault? Check(HttpContext http)
    {
        if (!KnownHost(http.Request.Host.Host)) return Fault.ForeignHost;
        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length > 0 && !KnownOrigin(origin, http.Request)) return Fault.ForeignOrigin;
        return IsLocal(http) || IsPublic(http.Request.Path) ? null : CheckKey(http);
    }

    // The pages' own styles and scripts, and what the API looks like, hold nothing of the lab; a browser asks for them without the key.
    static bool IsPublic(PathString path) => path == "/" || path.StartsWithSegments("/assets") || path.StartsWithSegments("/page") || path.StartsWithSegments("/docs") || path == "/openapi.json";

    bool KnownHost(string host) =>
        IsLoopbackName(host) || own.Contains(host) || _settings.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>This server's own pages, pages served from this machine, and those configured.</summary>
    public bool KnownOrigin(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && (IsLoopbackName(uri.Host)
            || string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            || _settings.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase));

    static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !Array.Exists(_forwarded, http.Request.Headers.ContainsKey);

    Fault? CheckKey(HttpContext http)
    {
        var given = KeyOf(http.Request);
        if (given is null || _settings.Key is null) return Fault.NoKey;
        if (!Secret.Same(_settings.Key, given)) return Fault.BadKey;
        Caller.NoteKey(http, given);
        return null;
    }

    // A browser cannot set headers on a socket, so there the key may come in the query; queries are never logged.
    static string? KeyOf(HttpRequest request)
    {
        var bearer = request.Headers.Authorization.ToString();
        if (bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return bearer[7..].Trim();
        if (request.Headers.TryGetValue("X-Api-Key", out var key)) return key.ToString();
        return request.Query.TryGetValue("key", out var query) ? query.ToString() : null;
    }
}

/// <summary>Under which names and addresses this machine is reached, once it listens beyond loopback.</summary>
public sealed class OwnAddresses
{
    readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public bool Contains(string host) => _names.Contains(host.Trim('[', ']'));

    public IReadOnlyList<IPAddress> Lan { get; private set; } = [];

    public void Open()
    {
        // The way out comes first: the others are bridges of containers and the like, which no phone reaches.
        Lan = [.. System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces().Select(n => n.GetIPProperties())
            .OrderByDescending(n => n.GatewayAddresses.Count > 0)
            .SelectMany(n => n.UnicastAddresses).Select(a => a.Address).Where(a => !IPAddress.IsLoopback(a) && !a.IsIPv6LinkLocal)];
        foreach (var address in Lan) _names.Add(address.ToString());
        _names.Add(Dns.GetHostName());
        _names.Add(Dns.GetHostName() + ".local");
    }
}
