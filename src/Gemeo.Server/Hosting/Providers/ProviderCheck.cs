namespace Gemeo.Hosting.Providers;

/// <summary>Refuses an address or a key of a provider that cannot work, by the setting's name.</summary>
static class ProviderCheck
{
    /// <param name="section">The settings' section, as <c>Gemeo:Assistant</c>.</param>
    public static IEnumerable<string> Faults(string section, string? endpoint, string? key)
    {
        if (endpoint is not null && Address(section, endpoint) is { } wrong) yield return $"{section}:Endpoint: {wrong}";
        if (key is not null && key.Any(c => c is <= ' ' or > '~')) yield return $"{section}:Key: it has letters that no HTTP header can carry.";
    }

    // An address with a name and password in it would be shown where addresses are shown.
    static string? Address(string section, string endpoint) =>
        !Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0 ? $"expected an address such as http://127.0.0.1:11434, got '{endpoint}'."
        : uri.UserInfo.Length > 0 ? $"expected an address without name and password; a key goes into {section}:Key."
        : uri.Query.Length > 0 || uri.Fragment.Length > 0 ? "expected an address without ? and #." : null;
}
