namespace Gemeo.Hosting.Tls;

/// <summary>The certificate of <c>https</c> addresses and of the embedded broker's TLS port; its files are read again when they change.</summary>
public sealed class TlsSettings
{
    /// <summary>File of the certificate: PEM, with those of the authorities between after it, or PFX.</summary>
    public string? Certificate { get; set; }

    /// <summary>File of its private key, PEM; without one the key stands in the certificate's file.</summary>
    public string? CertificateKey { get; set; }

    /// <summary>Password of the PFX file or of the key.</summary>
    public string? Password { get; set; }

    internal IEnumerable<string> Faults()
    {
        if (Certificate is null && CertificateKey is not null) yield return "Gemeo:Tls:CertificateKey: it is the key of Gemeo:Tls:Certificate, which is not set.";
        if (Certificate is null && Password is not null) yield return "Gemeo:Tls:Password: it is the password of Gemeo:Tls:Certificate, which is not set.";
    }
}
