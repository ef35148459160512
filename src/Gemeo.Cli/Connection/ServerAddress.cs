using System.Net;

namespace Gemeo.Cli.Connection;

/// <summary>Where the server is and the key that it asks of strangers.</summary>
/// <param name="Base">Ends in a slash.</param>
public sealed record ServerAddress(Uri Base, string? Key)
{
    /// <summary>Takes <c>http://host:port</c>, <c>host:port</c>, and the address that <c>--lan</c> prints, with its <c>?key=</c>.</summary>
    public static bool TryParse(string text, string? key, out ServerAddress address)
    {
        address = null!;
        text = text.Trim();
        if (!Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0) return false;
        var folder = uri.AbsolutePath.EndsWith('/') ? uri.AbsolutePath : uri.AbsolutePath + "/";
        address = new(new Uri(uri.GetLeftPart(UriPartial.Authority) + folder), string.IsNullOrWhiteSpace(key) ? KeyIn(uri.Query) : key.Trim());
        return true;
    }

    /// <summary>The socket's address for a path such as <c>ws?kind=event</c>.</summary>
    public Uri Socket(string path) => new UriBuilder(new Uri(Base, path)) { Scheme = Base.Scheme == "https" ? "wss" : "ws" }.Uri;

    static string? KeyIn(string query) =>
        query.TrimStart('?').Split('&').FirstOrDefault(p => p.StartsWith("key=", StringComparison.Ordinal)) is { Length: > 4 } pair ? WebUtility.UrlDecode(pair[4..]) : null;
}
