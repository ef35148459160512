namespace Gemeo.Hosting;

/// <summary>What every answer tells a browser: values are not kept, a foreign page cannot frame the buttons, nothing is taken for what it is not.</summary>
public static class BrowserRules
{
    public static void UseBrowserRules(this IApplicationBuilder app) => app.Use(next => http =>
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "frame-ancestors 'self'";
        headers.XContentTypeOptions = "nosniff";
        return next(http);
    });
}
