using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gemeo.Hosting.Tls;

/// <summary>A certificate with its key, and those of the authorities between.</summary>
/// <param name="Context">All of it, as a handshake shows it.</param>
/// <param name="Root">The authority at the end, or the certificate itself when it is its own; null when the files do not hold it, as those of a public authority.</param>
public sealed record Held(X509Certificate2 Certificate, SslStreamCertificateContext Context, X509Certificate2? Root);

/// <summary>The files as bytes, and what they hold.</summary>
sealed record CertificateFile(byte[] Certificate, byte[]? Key)
{
    const int MostBytes = 1 << 20;

    /// <exception cref="StartException">Names the setting whose file cannot be read.</exception>
    public static CertificateFile Read(TlsSettings settings) =>
        new(ReadAll("Certificate", settings.Certificate!), settings.CertificateKey is { } key ? ReadAll("CertificateKey", key) : null);

    public bool Same(CertificateFile other) => Certificate.AsSpan().SequenceEqual(other.Certificate) && (Key ?? []).AsSpan().SequenceEqual(other.Key ?? []);

    static byte[] ReadAll(string setting, string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes }) throw new StartException($"Gemeo:Tls:{setting}: '{path}' is too large for a certificate.");
            return File.ReadAllBytes(path);
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException or ArgumentException) { throw new StartException($"Gemeo:Tls:{setting}: the file '{path}' cannot be read ({why.Message})", why); }
    }

    /// <exception cref="StartException">Says what the files lack.</exception>
    public Held Open(TlsSettings settings)
    {
        try
        {
            var all = IsPem ? Pem(settings.Password) : X509CertificateLoader.LoadPkcs12Collection(Certificate, settings.Password);
            var own = all.FirstOrDefault(c => c.HasPrivateKey) ?? throw new StartException($"Gemeo:Tls:Certificate: '{settings.Certificate}' has no private key; name its file in Gemeo:Tls:CertificateKey.");
            var root = all.FirstOrDefault(c => c.SubjectName.RawData.AsSpan().SequenceEqual(c.IssuerName.RawData));
            return new(own, SslStreamCertificateContext.Create(own, [.. all.Where(c => !ReferenceEquals(c, own))], offline: true), root);
        }
        catch (Exception why) when (why is CryptographicException or ArgumentException or InvalidOperationException)
        {
            throw new StartException($"Gemeo:Tls:Certificate: '{settings.Certificate}'{(Key is null ? "" : $" and '{settings.CertificateKey}'")} cannot be used as certificate and key ({why.Message})", why);
        }
    }

    bool IsPem => Certificate.AsSpan().IndexOf("-----BEGIN"u8) >= 0;

    X509Certificate2Collection Pem(string? password)
    {
        var (certificates, key) = (Encoding.UTF8.GetString(Certificate), Encoding.UTF8.GetString(Key ?? Certificate));
        if (!key.Contains("PRIVATE KEY-----", StringComparison.Ordinal)) throw new CryptographicException("no private key is in it; Gemeo:Tls:CertificateKey names its file");
        var own = password is null ? X509Certificate2.CreateFromPem(certificates, key) : X509Certificate2.CreateFromEncryptedPem(certificates, key, password);
        // Windows takes a key for a handshake only from a store of its own.
        if (OperatingSystem.IsWindows()) own = X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pfx), null);
        var all = new X509Certificate2Collection { own };
        var stated = new X509Certificate2Collection();
        stated.ImportFromPem(certificates);
        foreach (var between in stated.Where(c => c.Thumbprint != own.Thumbprint)) all.Add(between);
        return all;
    }
}
