using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gemeo.Tests.Hosting.Tls;

/// <summary>Certificates made for one test, and what a server shows.</summary>
sealed class TestCertificate : IDisposable
{
    public TestCertificate(string name = "lab.example") => Folder = Write(Support.Folder.New("tls"), name);

    public string Folder { get; }
    public string Certificate => Path.Combine(Folder, "cert.pem");
    public string Key => Path.Combine(Folder, "key.pem");
    public string[] Settings => [$"--Gemeo:Tls:Certificate={Certificate}", $"--Gemeo:Tls:CertificateKey={Key}"];

    public string Thumbprint => X509CertificateLoader.LoadCertificateFromFile(Certificate).Thumbprint;

    /// <summary>Another certificate in the same files, one after the other, as tools write them.</summary>
    public string Replace(string name = "lab.example")
    {
        Write(Folder, name);
        return Thumbprint;
    }

    static string Write(string folder, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = Make(name, key);
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(folder, "cert.pem"), made.ExportCertificatePem());
        return folder;
    }

    public static X509Certificate2 Make(string name, ECDsa key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(Names(name, "127.0.0.1"));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(90));
    }

    static X509Extension Names(params string[] all)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in all)
            if (IPAddress.TryParse(name, out var address)) names.AddIpAddress(address);
            else names.AddDnsName(name);
        return names.Build();
    }

    /// <summary>One that another one signed, or itself.</summary>
    public static X509Certificate2 Issue(string name, ECDsa key, X509Certificate2? issuer, ECDsa? issuerKey, bool authority)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority, false, 0, true));
        if (!authority) request.CertificateExtensions.Add(Names(name));
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(90));
        return issuer is null ? request.CreateSelfSigned(from, to)
            : request.Create(issuer.SubjectName, X509SignatureGenerator.CreateForECDsa(issuerKey!), from.AddMinutes(1), to.AddMinutes(-1), Guid.NewGuid().ToByteArray());
    }

    /// <summary>The thumbprint that a new connection is shown.</summary>
    public static async Task<string> ShownAt(int port)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, port);
        await using var tls = new SslStream(tcp.GetStream(), false, (_, _, _, _) => true);
        await tls.AuthenticateAsClientAsync("lab.example");
        return X509CertificateLoader.LoadCertificate(tls.RemoteCertificate!.GetRawCertData()).Thumbprint;
    }

    public void Dispose() => Support.Folder.Remove(Folder);
}
