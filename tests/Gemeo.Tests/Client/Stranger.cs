using Gemeo.Client;

namespace Gemeo.Tests.Client;

/// <summary>.NET's own transports, as of somebody beyond this machine: through a proxy.</summary>
sealed class Stranger : IHttpTransport, ISocketTransport
{
    readonly Platform _here = DotNet.Platform();

    public static Platform Platform()
    {
        var stranger = new Stranger();
        return new(stranger, stranger, stranger._here.Clock);
    }

    public bool TakesHeaders => true;

    public Task<IHttpAnswer> Send(HttpQuestion question, CancellationToken cancel)
    {
        question.Headers["X-Forwarded-For"] = "192.0.2.7";
        return _here.Http.Send(question, cancel);
    }

    public Task<ISocket> Open(Uri address, IReadOnlyDictionary<string, string> headers, CancellationToken cancel) =>
        _here.Sockets.Open(address, new Dictionary<string, string>(headers) { ["X-Forwarded-For"] = "192.0.2.7" }, cancel);
}
