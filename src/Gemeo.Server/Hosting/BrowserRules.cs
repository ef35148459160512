using System.Net;

namespace Gemeo.Hosting;

/// <summary>What every answer tells a browser: values are not kept, a foreign page cannot frame the buttons, nothing is taken for what it is not.</summary>
public static class BrowserRules
{
    // The page about the API brings scripts of its own and must not call elsewhere: a lab may have no internet, and its names are nobody's business.
    const string Docs = "default-src 'self' data: blob:; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'";

    // What is no page shows and runs nothing, should a browser be made to open it as one; a browser's own reader of PDFs wants its freedom.
    const string Data = "default-src 'none'; frame-ancestors 'self'", Document = "script-src 'none'; frame-ancestors 'self'";

    public static void UseBrowserRules(this IApplicationBuilder app) => app.Use(next => http =>
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments("/docs") ? Docs : http.Request.Path.StartsWithSegments("/documents") ? Document : Data;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=()";
        headers.XContentTypeOptions = "nosniff";
        // Never for this machine's own names: other programs on it speak in clear.
        if (http.Request.IsHttps && !IsThisMachine(http.Request.Host.Host)) headers.StrictTransportSecurity = "max-age=31536000";
        return next(http);
    });

    static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
