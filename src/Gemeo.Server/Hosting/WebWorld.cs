using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticFiles;

namespace Gemeo.Hosting;

/// <summary>The browser world as it was built (web/), lying beside the server. Where it was not built, the plain page takes its place.</summary>
public sealed class WebWorld
{
    /// <summary>Nothing from elsewhere runs in the page: a lab may have no internet, and what its documents and devices say is not trusted.</summary>
    public const string Policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'; img-src 'self' data: blob:; font-src 'self' data: blob:; "
        + "connect-src 'self' ws: wss: data: blob:; worker-src 'self' blob:; frame-ancestors 'self'";

    // Their names change with what is in them, so a browser may keep them.
    const string Kept = "public, max-age=31536000, immutable";

    static readonly FileExtensionContentTypeProvider _types = new() { Mappings = { [".mjs"] = "text/javascript", [".bcmap"] = "application/octet-stream" } };

    readonly string _folder = Path.Combine(AppContext.BaseDirectory, "web");
    readonly FrozenSet<string> _files;

    public WebWorld() => _files = Directory.Exists(_folder)
        ? Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder, f).Replace('\\', '/')).ToFrozenSet()
        : [];

    public IResult Asset(HttpContext http, string file)
    {
        if (File(http, "assets/" + file) is not { } found) return new Problem(Fault.NotFound);
        http.Response.Headers.CacheControl = Kept;
        return found;
    }

    /// <summary>A file as small as the browser takes it; null when there is none.</summary>
    public IResult? File(HttpContext http, string name)
    {
        if (!_files.Contains(name)) return null;
        http.Response.Headers.Append("Vary", "Accept-Encoding");
        var (ending, encoding) = Smallest(http.Request, name);
        if (encoding is not null) http.Response.Headers.ContentEncoding = encoding;
        return TypedResults.PhysicalFile(Path.Combine(_folder, name + ending), _types.TryGetContentType(name, out var type) ? Text(type) : "application/octet-stream");
    }

    (string Ending, string? Encoding) Smallest(HttpRequest request, string name)
    {
        var taken = request.Headers.AcceptEncoding.ToString();
        foreach (var (ending, encoding) in ((string, string)[])[(".br", "br"), (".gz", "gzip")])
            if (taken.Contains(encoding, StringComparison.Ordinal) && _files.Contains(name + ending)) return (ending, encoding);
        return ("", null);
    }

    static string Text(string type) => type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
}
