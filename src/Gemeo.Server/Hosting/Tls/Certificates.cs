using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using MQTTnet.Certificates;

namespace Gemeo.Hosting.Tls;

/// <summary>The certificate that new connections are shown. Its files are looked at every few seconds, whatever way they are replaced (renamed, linked
/// elsewhere, mounted anew); one that cannot be used is told and the one before stays. Connections that are open keep what they have.</summary>
public sealed partial class Certificates : ICertificateProvider, IDisposable
{
    static readonly TimeSpan _every = TimeSpan.FromSeconds(2), _soon = TimeSpan.FromDays(14);

    readonly TlsSettings _settings;
    readonly TimeProvider _time;
    readonly ILogger<Certificates> _log;
    readonly ITimer _look;
    CertificateFile _seen;
    string? _fault;
    volatile Held _held;

    /// <exception cref="StartException">The files cannot be used; the sentence names the setting.</exception>
    public Certificates(IOptions<Settings> settings, TimeProvider time, ILogger<Certificates> log)
    {
        (_settings, _time, _log) = (settings.Value.Tls, time, log);
        _seen = CertificateFile.Read(_settings);
        _held = _seen.Open(_settings);
        Tell();
        _look = time.CreateTimer(_ => Look(), null, _every, Timeout.InfiniteTimeSpan);
    }

    public Held Now => _held;

    X509Certificate2 ICertificateProvider.GetCertificate() => _held.Certificate;

    // On a timer's thread: what is not caught here ends the process.
    void Look()
    {
        try
        {
            var now = CertificateFile.Read(_settings);
            if (now.Same(_seen)) _fault = null;
            else
            {
                _held = now.Open(_settings);
                (_seen, _fault) = (now, null);
                Replaced(_log, _settings.Certificate!);
                Tell();
            }
        }
        catch (Exception why)
        {
            // A file that is just being written is told once, if at all.
            if (_fault != why.Message) Kept(_log, why.Message);
            _fault = why.Message;
        }
        try { _look.Change(_every, Timeout.InfiniteTimeSpan); }
        catch (ObjectDisposedException) { /* the house closes */ }
    }

    void Tell()
    {
        if (_held.Certificate.NotAfter.ToUniversalTime() - _time.GetUtcNow() < _soon) Ends(_log, _settings.Certificate!, _held.Certificate.NotAfter.ToUniversalTime());
    }

    public void Dispose() => _look.Dispose();

    [LoggerMessage(1, LogLevel.Information, "The certificate {File} was replaced; new connections are shown the new one.")]
    static partial void Replaced(ILogger log, string file);

    [LoggerMessage(2, LogLevel.Error, "The certificate's files changed and cannot be used; the one before stays. {Why}")]
    static partial void Kept(ILogger log, string why);

    [LoggerMessage(3, LogLevel.Warning, "The certificate {File} is valid until {End:u} only.")]
    static partial void Ends(ILogger log, string file, DateTime end);
}
