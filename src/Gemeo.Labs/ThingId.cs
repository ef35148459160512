namespace Gemeo.Labs;

/// <summary>A Thing's id as the W3C wants it. People write <c>lamp</c>; TD 1.1 wants a URI.</summary>
public static class ThingId
{
    const string Prefix = "urn:gemeo:thing:";

    /// <summary>The id itself when it is a URI, else a URN made of it.</summary>
    public static string Uri(string id) =>
        id.All(char.IsAscii) && System.Uri.IsWellFormedUriString(id, UriKind.Absolute) ? id : Prefix + System.Uri.EscapeDataString(id);

    public static bool IsUrn(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The id out of such a URN; anything else as it is.</summary>
    public static string Plain(string uri) =>
        IsUrn(uri) ? System.Uri.UnescapeDataString(uri[Prefix.Length..]) : uri;
}
