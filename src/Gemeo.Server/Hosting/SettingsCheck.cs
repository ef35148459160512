using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;

namespace Gemeo.Hosting;

/// <summary>Refuses a setting that cannot work, by its name, before anything starts.</summary>
public sealed class SettingsCheck : IValidateOptions<Settings>
{
    public ValidateOptionsResult Validate(string? name, Settings s)
    {
        var faults = Faults(s).ToArray();
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    static IEnumerable<string> Faults(Settings s)
    {
        if (s.Language is not ("pt" or "en" or "pt-BR")) yield return $"Gemeo:Language: expected 'pt' or 'en', got '{s.Language}'.";
        if (s.Key is { Length: < 16 }) yield return "Gemeo:Key: expected at least 16 characters.";
        foreach (var fault in OidcFaults(s.Oidc)) yield return fault;
        if (s.RequestsPerSecond is < 1 or > 1_000_000) yield return $"Gemeo:RequestsPerSecond: expected 1 to 1000000, got {s.RequestsPerSecond}.";
        if (s.Mqtt.Port is < 0 or > 65535) yield return $"Gemeo:Mqtt:Port: expected 0 to 65535, got {s.Mqtt.Port}.";
        if (!IPAddress.TryParse(s.Mqtt.Address, out _)) yield return $"Gemeo:Mqtt:Address: expected an IP address, got '{s.Mqtt.Address}'.";
        if (s.Mqtt.Broker is { } broker && BrokerAddress.Read(broker) is null) yield return $"Gemeo:Mqtt:Broker: expected {BrokerAddress.Expected}, got '{broker}'.";
        foreach (var (user, password) in s.Mqtt.Users)
            if (password.Length < 8) yield return $"Gemeo:Mqtt:Users:{user}: expected a password of at least 8 characters.";
        foreach (var fault in s.Mqtt.Limits.Faults()) yield return fault;
        if (s.Mqtt.Files is not null && s.Mqtt.Broker is null) yield return "Gemeo:Mqtt:Files: these are for an external broker, so Gemeo:Mqtt:Broker must be set.";
        if (s.Mqtt.Files is not null && (string.IsNullOrEmpty(s.Mqtt.User) || string.IsNullOrEmpty(s.Mqtt.Password))) yield return "Gemeo:Mqtt:Files: the server is a user of that broker too, so Gemeo:Mqtt:User and Gemeo:Mqtt:Password must be set.";
        if (s.Mqtt.Files is not null && s.Mqtt.User is { } own && own.AsSpan().ContainsAny(":\r\n\0")) yield return "Gemeo:Mqtt:User: expected a name without ':' and line ends, since it goes into a password file.";
        if (s.Mqtt.BrokerLog is not null && s.Mqtt.Files is null) yield return "Gemeo:Mqtt:BrokerLog: means nothing without Gemeo:Mqtt:Files.";
        if (s.Mqtt.PidFile is not null && s.Mqtt.Files is null) yield return "Gemeo:Mqtt:PidFile: means nothing without Gemeo:Mqtt:Files.";
        if (s.Security.Webhook is { } hook && (!Uri.TryCreate(hook, UriKind.Absolute, out var to) || to.Scheme is not ("http" or "https"))) yield return $"Gemeo:Security:Webhook: expected http:// or https://, got '{hook}'.";
        if (s.Security.WebhookSecret is { Length: < 16 }) yield return "Gemeo:Security:WebhookSecret: expected at least 16 characters.";
        if (s.Log.RetentionDays is not (>= 0 and <= 36500)) yield return $"Gemeo:Log:RetentionDays: expected 0 to 36500, got {Text(s.Log.RetentionDays)}.";
        if (s.Log.MinuteRetentionDays is not (>= 0 and <= 36500)) yield return $"Gemeo:Log:MinuteRetentionDays: expected 0 to 36500, got {Text(s.Log.MinuteRetentionDays)}.";
        if (s.Log.HourRetentionDays is not (>= 0 and <= 36500)) yield return $"Gemeo:Log:HourRetentionDays: expected 0 to 36500, got {Text(s.Log.HourRetentionDays)}.";
        if (s.Live.MaxLag < 1000) yield return $"Gemeo:Live:MaxLag: expected at least 1000, got {s.Live.MaxLag}.";
        if (s.Live.SendTimeout is not (>= 0.1 and <= 600)) yield return $"Gemeo:Live:SendTimeout: expected 0.1 to 600 seconds, got {Text(s.Live.SendTimeout)}.";
        if (s.Live.Heartbeat is not (>= 0.1 and <= 600)) yield return $"Gemeo:Live:Heartbeat: expected 0.1 to 600 seconds, got {Text(s.Live.Heartbeat)}.";
        if (s.Live.MaxClients is < 1 or > 100_000) yield return $"Gemeo:Live:MaxClients: expected 1 to 100000, got {s.Live.MaxClients}.";
        if (s.Presence.RoomCap is < 1 or > 1000) yield return $"Gemeo:Presence:RoomCap: expected 1 to 1000, got {s.Presence.RoomCap}.";
        if (s.Presence.Grace is not (>= 0 and <= 3600)) yield return $"Gemeo:Presence:Grace: expected 0 to 3600 seconds, got {Text(s.Presence.Grace)}.";
        if (s.Documents.MaxMegabytes is < 1 or > 1000) yield return $"Gemeo:Documents:MaxMegabytes: expected 1 to 1000, got {s.Documents.MaxMegabytes}.";
        if (s.Documents.MaxPages is < 1 or > 20_000) yield return $"Gemeo:Documents:MaxPages: expected 1 to 20000, got {s.Documents.MaxPages}.";
        if (s.Documents.MaxFiles is < 1 or > 1_000_000) yield return $"Gemeo:Documents:MaxFiles: expected 1 to 1000000, got {s.Documents.MaxFiles}.";
        foreach (var fault in s.Tls.Faults().Concat(Encrypted(s))) yield return fault;
        foreach (var fault in s.Telemetry.Faults()) yield return fault;
        foreach (var origin in s.Origins)
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || !origin.Equals(uri.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase))
                yield return $"Gemeo:Origins: expected origins such as https://lab.example, without a path, got '{origin}'.";
        foreach (var host in s.Hosts)
            if (Uri.CheckHostName(host.Trim('[', ']')) == UriHostNameType.Unknown) yield return $"Gemeo:Hosts: expected names such as lab.example, without scheme and port, got '{host}'.";
    }

    static IEnumerable<string> Encrypted(Settings s)
    {
        if (s.Mqtt.TlsPort is < 0 or > 65535) yield return $"Gemeo:Mqtt:TlsPort: expected 0 to 65535, got {s.Mqtt.TlsPort}.";
        if (s.Mqtt.TlsPort is not null && s.Tls.Certificate is null) yield return "Gemeo:Mqtt:TlsPort: MQTT over TLS needs Gemeo:Tls:Certificate.";
        if (s.Mqtt.TlsAddress is { } text && !IPAddress.TryParse(text, out _)) yield return $"Gemeo:Mqtt:TlsAddress: expected an IP address, got '{text}'.";
        else if (s.Mqtt is { TlsPort: not null, TlsAddress: { } open, Broker: null, Users.Count: 0 } && !IPAddress.IsLoopback(IPAddress.Parse(open)))
            yield return $"Gemeo:Mqtt:TlsAddress: '{open}' is open to a network, so Gemeo:Mqtt:Users needs at least one user with a password.";
        var encrypts = s.Mqtt.Broker is { } external && BrokerAddress.Read(external) is { Encrypts: true };
        foreach (var (name, file) in new[] { ("BrokerCa", s.Mqtt.BrokerCa), ("BrokerCertificate", s.Mqtt.BrokerCertificate) })
            if (file is not null && !encrypts) yield return $"Gemeo:Mqtt:{name}: it is for TLS, so Gemeo:Mqtt:Broker must be mqtts://….";
        if (s.Mqtt is { BrokerCertificateKey: not null, BrokerCertificate: null }) yield return "Gemeo:Mqtt:BrokerCertificateKey: it is the key of Gemeo:Mqtt:BrokerCertificate, which is not set.";
        foreach (var proxy in s.Proxies)
            if (!IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)) yield return $"Gemeo:Proxies: expected addresses such as 10.0.0.2 or networks such as 10.0.0.0/24, got '{proxy}'.";
    }

    static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    static IEnumerable<string> OidcFaults(Access.Oidc.OidcSettings oidc)
    {
        if (oidc.Issuer is not { } issuer) yield break;
        // What signs tokens in the clear can be anybody; on this machine it is a test or a sidecar.
        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var uri) || (uri.Scheme != "https" && !(uri.Scheme == "http" && uri.IsLoopback)))
            yield return $"Gemeo:Oidc:Issuer: expected an https address, got '{issuer}'.";
        if (string.IsNullOrEmpty(oidc.Audience)) yield return "Gemeo:Oidc:Audience: needed with Gemeo:Oidc:Issuer, else a token for any other server would open this one.";
        foreach (var (value, role) in oidc.Roles)
            if (Access.Rights.Roles.Of(role) is null) yield return $"Gemeo:Oidc:Roles:{value}: expected viewer, operator or admin, got '{role}'.";
    }
}
