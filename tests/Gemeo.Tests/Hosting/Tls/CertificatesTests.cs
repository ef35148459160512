using System.Security.Cryptography;
using Gemeo.Hosting;
using Gemeo.Hosting.Tls;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Gemeo.Tests.Hosting.Tls;

public sealed class CertificatesTests : IDisposable
{
    readonly TestCertificate _files = new();
    readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    readonly List<string> _told = [];

    public void Dispose() => _files.Dispose();

    Certificates Open() => new(Options.Create(new Settings { Tls = new() { Certificate = _files.Certificate, CertificateKey = _files.Key } }), _clock, new Told(_told));

    void Later() => _clock.Advance(TimeSpan.FromSeconds(2));

    [Fact]
    public void A_bad_new_file_is_told_once_and_the_certificate_before_stays_until_a_good_one_comes()
    {
        using var certificates = Open();
        var first = certificates.Now;

        using (var other = ECDsa.Create(ECCurve.NamedCurves.nistP256)) File.WriteAllText(_files.Key, other.ExportPkcs8PrivateKeyPem());
        Later();
        Later();
        Assert.Same(first, certificates.Now);
        Assert.Contains(_files.Key, Assert.Single(_told), StringComparison.Ordinal);

        File.WriteAllText(_files.Certificate, "rubbish");
        Later();
        Assert.Same(first, certificates.Now);
        File.Delete(_files.Certificate);
        Later();
        Assert.Same(first, certificates.Now);
        Assert.Equal(3, _told.Count);
        Assert.All(_told, t => Assert.Contains("Gemeo:Tls:Certificate", t, StringComparison.Ordinal));

        var next = _files.Replace();
        Later();
        Assert.Equal(next, certificates.Now.Certificate.Thumbprint);
    }

    [Fact]
    public void Files_that_stay_the_same_are_not_opened_again()
    {
        using var certificates = Open();
        var first = certificates.Now;
        Later();
        Later();
        Assert.Same(first, certificates.Now);
        Assert.Empty(_told);
    }

    [Fact]
    public void A_certificate_that_ends_soon_is_told()
    {
        _clock.Advance(TimeSpan.FromDays(80));
        using var certificates = Open();
        Assert.Contains("valid until", Assert.Single(_told), StringComparison.Ordinal);
    }

    [Fact]
    public void Those_of_the_authorities_between_go_along()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = TestCertificate.Issue("root", key, null, null, authority: true);
        using var between = TestCertificate.Issue("between", key, root, key, authority: true);
        using var leaf = TestCertificate.Issue("lab.example", key, between, key, authority: false);
        File.WriteAllText(_files.Key, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(_files.Certificate, leaf.ExportCertificatePem() + "\n" + between.ExportCertificatePem());
        using var certificates = Open();
        Assert.Equal(leaf.Thumbprint, certificates.Now.Certificate.Thumbprint);
        Assert.Equal(between.Thumbprint, Assert.Single(certificates.Now.Context.IntermediateCertificates).Thumbprint);
    }

    sealed class Told(List<string> told) : ILogger<Certificates>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) told.Add(formatter(state, exception));
        }
    }
}
