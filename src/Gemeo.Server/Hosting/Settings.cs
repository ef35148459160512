using Gemeo.Access.Oidc;
using Gemeo.Assistant.Model;
using Gemeo.Hosting.Telemetry;
using Gemeo.Hosting.Tls;
using Gemeo.Knowledge.Dense;

namespace Gemeo.Hosting;

/// <summary>Every setting, section <c>Gemeo</c>: by file (<c>gemeo.json</c>), environment (<c>Gemeo__Lab</c>) or command line (<c>--Gemeo:Lab=…</c>). See docs/settings.md.</summary>
public sealed class Settings
{
    /// <summary>Folder of the lab that is opened.</summary>
    public string Lab { get; set; } = "labs/demo";

    /// <summary>Folder that holds everything remembered; default <c>data/&lt;lab&gt;</c> beside the labs.</summary>
    public string? Data { get; set; }

    /// <summary>Connection string of a PostgreSQL that holds the log, <c>Host=…;Database=…;Username=…;Password=…</c>; without it the log is a file in <see cref="Data"/>.</summary>
    public string? Database { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value; }

    /// <summary>Language of answers when the caller names none: <c>pt</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "pt";

    /// <summary>Whether the lab's simulated devices are started (when it has a <c>simulator.json</c>).</summary>
    public bool Simulator { get; set; } = true;

    /// <summary>API key asked of everybody who is not on this machine; at least 16 characters.</summary>
    public string? Key { get; set; }

    /// <summary>Tokens of an identity provider that open this server.</summary>
    public OidcSettings Oidc { get; set; } = new();

    /// <summary>Web origins that may call (CORS) besides this server's own and loopback.</summary>
    public string[] Origins { get; set; } = [];

    /// <summary>Host names under which this server may be called besides loopback and its own addresses.</summary>
    public string[] Hosts { get; set; } = [];

    /// <summary>HTTP requests that one address may make in a second, on average; twice as many in a burst.</summary>
    public int RequestsPerSecond { get; set; } = 1000;

    /// <summary>Proxies (addresses, or networks as <c>10.0.0.0/8</c>) that are believed for whom they ask: <c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>.</summary>
    public string[] Proxies { get; set; } = [];

    public TlsSettings Tls { get; set; } = new();
    public MqttSettings Mqtt { get; set; } = new();
    public LogSettings Log { get; set; } = new();
    public LiveSettings Live { get; set; } = new();
    public PresenceSettings Presence { get; set; } = new();
    public AssistantSettings Assistant { get; set; } = new();
    public DocumentSettings Documents { get; set; } = new();
    public EmbeddingSettings Embeddings { get; set; } = new();
    public TelemetrySettings Telemetry { get; set; } = new();
    public SecuritySettings Security { get; set; } = new();
}

public sealed class SecuritySettings
{
    /// <summary>Address to which security events are posted.</summary>
    public string? Webhook { get; set; }

    /// <summary>With what they are signed (HMAC-SHA-256, <c>X-Gemeo-Signature</c>).</summary>
    public string? WebhookSecret { get; set; }
}

public sealed class MqttSettings
{
    /// <summary>Port of the embedded broker; 0 takes a free one.</summary>
    public int Port { get; set; } = 1883;

    /// <summary>Address on which the embedded broker listens.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Port of the embedded broker for MQTT over TLS, with the certificate of <see cref="TlsSettings"/>; 0 takes a free one, none leaves it out.</summary>
    public int? TlsPort { get; set; }

    /// <summary>Address on which it listens for that; without one that of <see cref="Address"/>.</summary>
    public string? TlsAddress { get; set; }

    /// <summary><c>host:port</c> of an external broker, <c>mqtts://host:port</c> over TLS; when set, nothing is embedded.</summary>
    public string? Broker { get; set; }

    /// <summary>File of the certificates (PEM) that alone may sign an external broker's; without one those that the system trusts.</summary>
    public string? BrokerCa { get; set; }

    /// <summary>File of the certificate (PEM) that is shown to an external broker.</summary>
    public string? BrokerCertificate { get; set; }

    /// <summary>File of its private key, PEM; without one the key stands in the certificate's file.</summary>
    public string? BrokerCertificateKey { get; set; }

    /// <summary>User and password at the external broker.</summary>
    public string? User { get; set; }
    public string? Password { get; set; }

    /// <summary>Client id at the external broker; its session is kept under it.</summary>
    public string ClientId { get; set; } = "gemeo";

    /// <summary>What is subscribed at the external broker; <c>#</c> also finds topics that belong to no thing.</summary>
    public string Filter { get; set; } = "#";

    /// <summary>Users of the embedded broker, name → password. Anonymous clients are let in from loopback only.</summary>
    public Dictionary<string, string> Users { get; set; } = [];

    public MqttLimits Limits { get; set; } = new();

    /// <summary>Folder into which an external Mosquitto's password and ACL files are written.</summary>
    public string? Files { get; set; }

    /// <summary>File with the process id of that Mosquitto, which then gets SIGHUP when its files have changed.</summary>
    public string? PidFile { get; set; }

    /// <summary>Its log file, where refused publishes are told (with <c>log_type debug</c>).</summary>
    public string? BrokerLog { get; set; }
}

public sealed class LogSettings
{
    /// <summary>Entries older than this many days are forgotten; 0 keeps them for ever.</summary>
    public double RetentionDays { get; set; } = 365;

    /// <summary>Readings added up by minute are kept for so many days, at least as long as entries; 0 keeps them for ever.</summary>
    public double MinuteRetentionDays { get; set; } = 730;

    /// <summary>Readings added up by hour are kept for so many days, at least as long as those by minute; 0 keeps them for ever.</summary>
    public double HourRetentionDays { get; set; }

    /// <summary>What of the roll-ups is forgotten after how many days.</summary>
    internal IEnumerable<(Log.Rollup Rollup, double Days)> Rollups()
    {
        var minutes = RetentionDays <= 0 || MinuteRetentionDays <= 0 ? 0 : Math.Max(RetentionDays, MinuteRetentionDays);
        var hours = minutes <= 0 || HourRetentionDays <= 0 ? 0 : Math.Max(minutes, HourRetentionDays);
        if (minutes > 0) yield return (Log.Rollup.Minute, minutes);
        if (hours > 0) yield return (Log.Rollup.Hour, hours);
    }
}

public sealed class LiveSettings
{
    /// <summary>How many entries a live client may fall behind before it is closed with its last cursor.</summary>
    public int MaxLag { get; set; } = 100_000;

    /// <summary>Seconds that one write to a client may take.</summary>
    public double SendTimeout { get; set; } = 10;

    /// <summary>Seconds between heartbeats with a cursor.</summary>
    public double Heartbeat { get; set; } = 15;

    /// <summary>Most sockets and event streams at once.</summary>
    public int MaxClients { get; set; } = 1000;
}

public sealed class PresenceSettings
{
    /// <summary>How many people a room shows; who comes then only watches.</summary>
    public int RoomCap { get; set; } = 30;

    /// <summary>Seconds for which a person whose connection broke keeps the place.</summary>
    public double Grace { get; set; } = 10;
}

public sealed class DocumentSettings
{
    /// <summary>Largest file, MiB.</summary>
    public int MaxMegabytes { get; set; } = 200;

    /// <summary>Most pages of one document.</summary>
    public int MaxPages { get; set; } = 5000;

    /// <summary>Most documents, those of the lab's folder among them.</summary>
    public int MaxFiles { get; set; } = 10_000;

    internal long MaxBytes => (long)MaxMegabytes << 20;
}
