using System.Net;
using Gemeo.Access;
using Microsoft.Extensions.Options;

namespace Gemeo.Hosting;

/// <summary>Refuses to open to a network without a key.</summary>
public static class OpenDoors
{
    public static void Check(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<IOptions<Settings>>().Value;
        var open = (app.Configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Where(u => !IsLoopback(u)).ToArray();
        if (open.Length == 0) return;
        if (settings.Key is null)
            throw new StartException($"The address {open[0]} is open to a network, so Gemeo:Key must be set (or start with --lan, which makes one).");
        app.Services.GetRequiredService<OwnAddresses>().Open();
    }

    static bool IsLoopback(string url)
    {
        var host = BindingAddress.Parse(url.Trim()).Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }
}
