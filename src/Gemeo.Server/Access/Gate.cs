using System.Net;
using Gemeo.Hosting;
using Microsoft.Extensions.Options;

namespace Gemeo.Access;

/// <summary>Who may come in at all. Any web page can post to 127.0.0.1, so Host and Origin are checked from the first byte.</summary>
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
        return origin.Length > 0 && !KnownOrigin(origin, http.Request) ? Fault.ForeignOrigin : null;
    }

    bool KnownHost(string host) =>
        IsLoopbackName(host) || own.Contains(host) || _settings.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>This server's own pages, pages served from this machine, and those configured.</summary>
    public bool KnownOrigin(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && (IsLoopbackName(uri.Host)
            || string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            || _settings.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase));

    /// <summary>A page that this very server gave, not one of another port of the same machine.</summary>
    public static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);

    static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>On this machine, and not for somebody elsewhere.</summary>
    public static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !Array.Exists(_forwarded, http.Request.Headers.ContainsKey);
}

/// <summary>Under which names and addresses this machine is reached, once it listens beyond loopback.</summary>
public sealed class OwnAddresses
{
    readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public bool Contains(string host) => _names.Contains(host.Trim('[', ']'));

    public IReadOnlyList<IPAddress> Lan { get; private set; } = [];

    /// <summary>The first address beyond loopback on which this server listens; null when there is none.</summary>
    public string? OpenTo { get; private set; }

    public void Open(string address)
    {
        OpenTo = address;
        Open();
    }

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
