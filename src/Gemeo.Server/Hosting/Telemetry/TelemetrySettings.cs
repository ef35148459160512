namespace Gemeo.Hosting.Telemetry;

/// <summary>Where traces, metrics and logs are sent; without an endpoint nowhere. <c>/metrics</c> needs no setting.</summary>
public sealed class TelemetrySettings
{
    /// <summary>Address of an OpenTelemetry collector, as <c>http://127.0.0.1:4318</c>.</summary>
    public string? Otlp { get; set; }

    /// <summary>How it is spoken to: <c>http</c> (protobuf over HTTP) or <c>grpc</c>.</summary>
    public string Protocol { get; set; } = "http";

    internal IEnumerable<string> Faults()
    {
        if (Otlp is not null && (!Uri.TryCreate(Otlp, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0))
            yield return $"Gemeo:Telemetry:Otlp: expected an address such as http://127.0.0.1:4318, without name and password (OTEL_EXPORTER_OTLP_HEADERS has a key), got '{Otlp}'.";
        if (Protocol is not ("http" or "grpc")) yield return $"Gemeo:Telemetry:Protocol: expected 'http' or 'grpc', got '{Protocol}'.";
    }
}
