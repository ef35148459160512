using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace Gemeo.Hosting.Tls;

/// <summary>TLS by files of certificates, or by a proxy that is declared.</summary>
public static class TlsSlice
{
    public static void AddTls(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Certificates>();
        if (builder.Configuration["Gemeo:Tls:Certificate"] is null) return;
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<Certificates>((kestrel, certificates) =>
        {
            // A WebSocket over HTTP/2 has no connection of its own to write frames to.
            kestrel.ConfigureEndpointDefaults(e => e.Protocols = HttpProtocols.Http1);
            kestrel.ConfigureHttpsDefaults(https =>
            {
                https.ServerCertificateSelector = (_, _) => certificates.Now.Certificate;
                https.OnAuthenticate = (_, handshake) =>
                    (handshake.ServerCertificateSelectionCallback, handshake.ServerCertificateContext) = (null, certificates.Now.Context);
            });
        });
    }

    /// <summary>For whom a declared proxy asks, and how it was asked itself, is believed; of nobody else.</summary>
    public static void UseProxies(this IApplicationBuilder app)
    {
        var declared = app.ApplicationServices.GetRequiredService<IOptions<Settings>>().Value.Proxies;
        if (declared.Length == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in declared)
            if (IPNetwork.TryParse(proxy, out var network)) options.KnownIPNetworks.Add(network);
            else options.KnownProxies.Add(IPAddress.Parse(proxy));
        app.UseForwardedHeaders(options);
    }
}
