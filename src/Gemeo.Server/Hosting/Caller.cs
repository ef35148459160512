using System.Security.Cryptography;
using System.Text;

namespace Gemeo.Hosting;

/// <summary>How a request reached the house: what answers with addresses in them need to know.</summary>
public static class Caller
{
    static readonly object _keyed = new();

    /// <summary>Under which address the caller found the server, such as <c>http://192.168.0.2:8080</c>. The gate has checked the host.</summary>
    public static string Address(HttpRequest request)
    {
        var forwarded = request.Headers["X-Forwarded-Proto"].ToString().Split(',')[0].Trim();
        return $"{(forwarded is "https" or "http" ? forwarded : request.Scheme)}://{request.Host}";
    }

    /// <summary>The caller is not on this machine and showed the key.</summary>
    public static bool HasKey(HttpContext http) => http.Items.ContainsKey(_keyed);

    public static void NoteKey(HttpContext http, string key) => http.Items[_keyed] = key;

    /// <summary>Who it is, as far as it is known: this machine, or a key and the address it came from. Holds nothing of the key itself.</summary>
    public static string Person(HttpContext http) => http.Items.TryGetValue(_keyed, out var key)
        ? $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((string)key!)).AsSpan(0, 8))}@{Address(http)}" : "local";

    /// <summary>The address it came from.</summary>
    public static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "?";
}
