using Gemeo.Client;

namespace Gemeo.Unity.Tests.Editor;

/// <summary>A server that answers everything with one answer.</summary>
sealed class ScriptedHttp(int status, string body) : IHttpTransport, ISocketTransport, IClock
{
    public Platform Platform => new(this, this, this);

    public bool TakesHeaders => true;

    public DateTimeOffset Now => DateTimeOffset.UnixEpoch;

    public Task<IHttpAnswer> Send(HttpQuestion question, CancellationToken cancel) => Task.FromResult<IHttpAnswer>(new Answer(status, body));

    public Task<ISocket> Open(Uri address, IReadOnlyDictionary<string, string> headers, CancellationToken cancel) => throw new UnreachedException("no sockets here");

    public Task Delay(TimeSpan time, CancellationToken cancel) => Task.Delay(Timeout.Infinite, cancel);

    sealed class Answer(int status, string body) : IHttpAnswer
    {
        string? _body = body;

        public int Status => status;

        public string? Header(string name) => null;

        public Task<string?> Read(CancellationToken cancel)
        {
            var body = _body;
            _body = null;
            return Task.FromResult(body);
        }

        public void Dispose() => _body = null;
    }
}
