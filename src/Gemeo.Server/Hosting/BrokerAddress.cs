namespace Gemeo.Hosting;

/// <summary>Where an external broker is.</summary>
/// <param name="Encrypts">It is spoken to over TLS.</param>
public sealed record BrokerAddress(string Host, int Port, bool Encrypts)
{
    public const string Expected = "host, host:port, mqtt://host:port or (with TLS) mqtts://host:port";
    const int Plain = 1883, Secure = 8883;

    /// <summary>Null for what is none. User and password have settings of their own.</summary>
    public static BrokerAddress? Read(string text)
    {
        if (!Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "mqtt://" + text, UriKind.Absolute, out var uri)) return null;
        if (uri.Scheme is not ("mqtt" or "mqtts") || uri.Host.Length == 0 || uri.UserInfo.Length > 0 || uri.PathAndQuery is not ("" or "/") || uri.Fragment.Length > 0) return null;
        var encrypts = uri.Scheme == "mqtts";
        return new(uri.DnsSafeHost, uri.Port > 0 ? uri.Port : encrypts ? Secure : Plain, encrypts);
    }
}
