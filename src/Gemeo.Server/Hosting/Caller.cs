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

    public static void NoteKey(HttpContext http) => http.Items[_keyed] = true;
}
