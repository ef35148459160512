using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gemeo.Hosting;
using MQTTnet;

namespace Gemeo.Devices.Broker;

/// <summary>TLS to an external broker: who is trusted, and what we show. The files are read at each connect, so that renewed ones count from the next on.</summary>
sealed record BrokerTls(X509Certificate2Collection? Authorities, X509Certificate2? Own)
{
    const string ServerPurpose = "1.3.6.1.5.5.7.3.1";

    /// <exception cref="StartException">Names the setting whose file cannot be used.</exception>
    public static BrokerTls Read(MqttSettings settings) =>
        new(settings.BrokerCa is { } ca ? Use("BrokerCa", ca, () => Trusted(ca)) : null, settings.BrokerCertificate is { } own ? Use("BrokerCertificate", own, () => Shown(own, settings.BrokerCertificateKey)) : null);

    public void Configure(MqttClientTlsOptionsBuilder tls, string host)
    {
        tls.UseTls().WithTargetHost(host).WithSslProtocols(System.Security.Authentication.SslProtocols.None).WithRevocationMode(X509RevocationMode.NoCheck);
        if (Authorities is not null) tls.WithCertificateValidationHandler(Trusts);
        if (Own is not null) tls.WithClientCertificates([Own]);
    }

    // Nobody but these authorities: what the system trusts besides could pose as the broker. The name was compared already.
    bool Trusts(MqttClientCertificateValidationEventArgs shown)
    {
        if ((shown.SslPolicyErrors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0) return false;
        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        chain.ChainPolicy.CustomTrustStore.AddRange(Authorities!);
        chain.ChainPolicy.ExtraStore.AddRange(shown.Chain.ChainPolicy.ExtraStore);
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerPurpose));
        using var certificate = X509CertificateLoader.LoadCertificate(shown.Certificate.GetRawCertData());
        return chain.Build(certificate);
    }

    static X509Certificate2Collection Trusted(string file)
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(file);
        return all.Count > 0 ? all : throw new CryptographicException("no certificate is in it");
    }

    static X509Certificate2 Shown(string file, string? key)
    {
        var own = X509Certificate2.CreateFromPemFile(file, key);
        // Windows takes a key for a handshake only from a store of its own.
        return OperatingSystem.IsWindows() ? X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pfx), null) : own;
    }

    static T Use<T>(string setting, string file, Func<T> read)
    {
        try { return read(); }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new StartException($"Gemeo:Mqtt:{setting}: '{file}' cannot be used ({why.Message})", why);
        }
    }
}
