using System.Net;
using Gemeo.Access;
using Microsoft.Extensions.Options;

namespace Gemeo.Hosting;

/// <summary>Finds out whether the server opens to a network, which wants an administrator (<see cref="OwnerCheck"/>); refuses addresses that nothing can listen on.</summary>
public static class OpenDoors
{
    const string Expected = "expected addresses such as http://127.0.0.1:8080";

    public static void Check(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<IOptions<Settings>>().Value;
        var open = Addresses(app.Configuration).Where(u => !IsLoopback(u, settings.Tls.Certificate is not null)).ToArray();
        if (open.Length > 0) app.Services.GetRequiredService<OwnAddresses>().Open(open[0]);
    }

    // Kestrel's own endpoints, where there are any, take the place of the urls.
    static string[] Addresses(IConfiguration configuration) => configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>().ToArray() is { Length: > 0 } endpoints
        ? endpoints
        : (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static bool IsLoopback(string url, bool encrypts)
    {
        var host = Parse(url, encrypts).Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }

    static BindingAddress Parse(string url, bool encrypts)
    {
        BindingAddress address;
        try { address = BindingAddress.Parse(url); }
        catch (FormatException) { throw new StartException($"--urls: {Expected}, got '{url}'."); }
        if (!encrypts && address.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase)) throw new StartException($"--urls: '{url}' needs a certificate, Gemeo:Tls:Certificate; or put a proxy in front.");
        if (address.Port is < 0 or > 65535) throw new StartException($"--urls: expected a port from 0 to 65535, got '{url}'.");
        if (address.Port == 0 && address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)) throw new StartException("--urls: a free port is found for http://127.0.0.1:0, not for localhost.");
        return address;
    }
}
