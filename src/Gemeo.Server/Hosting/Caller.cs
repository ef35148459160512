using Gemeo.Access.Rights;

namespace Gemeo.Hosting;

/// <summary>How a request reached the house: what answers with addresses in them need to know.</summary>
public static class Caller
{
    /// <summary>Under which address the caller found the server, such as <c>http://192.168.0.2:8080</c>. The gate has checked the host.</summary>
    public static string Address(HttpRequest request)
    {
        var forwarded = request.Headers["X-Forwarded-Proto"].ToString().Split(',')[0].Trim();
        return $"{(forwarded is "https" or "http" ? forwarded : request.Scheme)}://{request.Host}";
    }

    /// <summary>The caller showed a key, so forms in answers tell of one.</summary>
    public static bool HasKey(HttpContext http) => http.Identity() is { Kind: not IdentityKind.Machine };

    /// <summary>Whose conversations are whose: this machine's, a person's, or those of a key and the address it came from (several people may share one).</summary>
    public static string Person(HttpContext http) => http.Identity() switch
    {
        null or { Kind: IdentityKind.Machine } => "local",
        { Kind: IdentityKind.Key } key => $"key:{key.Id}@{Address(http)}",
        { } person => $"{person.Kind.ToString().ToLowerInvariant()}:{person.Id}",
    };

    /// <summary>As the log names who did something: a name, or for this machine the address.</summary>
    public static string Name(HttpContext http) => http.Identity() is { Kind: not IdentityKind.Machine } identity ? identity.Name : Address(http);

    /// <summary>The address it came from.</summary>
    public static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "?";
}
