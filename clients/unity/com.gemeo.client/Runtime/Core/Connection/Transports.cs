#nullable enable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Gemeo.Client
{
    /// <summary>What is sent over HTTP.</summary>
    public sealed class HttpQuestion
    {
        public HttpQuestion(string method, Uri address)
        {
            Method = method;
            Address = address;
        }

        public string Method { get; }

        public Uri Address { get; }

        public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>();

        /// <summary>JSON text; null for none.</summary>
        public string? Body { get; set; }
    }

    /// <summary>An answer whose head has come.</summary>
    public interface IHttpAnswer : IDisposable
    {
        int Status { get; }

        string? Header(string name);

        /// <summary>The next piece of the body, as it comes; null at its end.</summary>
        /// <exception cref="UnreachedException">It broke off.</exception>
        Task<string?> Read(CancellationToken cancel);
    }

    /// <summary>One of the two ways out: whatever the platform has for HTTP.</summary>
    public interface IHttpTransport
    {
        /// <exception cref="UnreachedException">Nobody answered.</exception>
        Task<IHttpAnswer> Send(HttpQuestion question, CancellationToken cancel);
    }

    /// <summary>A WebSocket that stands. One may receive while another sends.</summary>
    public interface ISocket : IDisposable
    {
        Task Send(string text, CancellationToken cancel);

        /// <summary>
        /// The next message; null when it was closed, by <see cref="CloseCode"/>. It may come on any thread. When it is cancelled, the socket
        /// says goodbye if it can: the server tells who left from whose connection broke, and may come back to its place.
        /// </summary>
        /// <exception cref="UnreachedException">The connection broke.</exception>
        Task<string?> Receive(CancellationToken cancel);

        /// <summary>As RFC 6455 counts them; 0 while it stands.</summary>
        int CloseCode { get; }

        string CloseReason { get; }
    }

    /// <summary>The other way out: whatever the platform has for WebSockets.</summary>
    public interface ISocketTransport
    {
        /// <summary>False where a page's script cannot set headers (the Web platform): the key goes into the address then.</summary>
        bool TakesHeaders { get; }

        /// <exception cref="UnreachedException">There is nobody, or the handshake was refused: a socket often does not say why.</exception>
        Task<ISocket> Open(Uri address, IReadOnlyDictionary<string, string> headers, CancellationToken cancel);
    }

    /// <summary>Time as the platform has it: on the Web platform there are no timers but the frames.</summary>
    public interface IClock
    {
        DateTimeOffset Now { get; }

        /// <summary>Ends at once, as cancelled, when it is cancelled.</summary>
        Task Delay(TimeSpan time, CancellationToken cancel);
    }

    /// <summary>What differs between a .NET program, a Unity player and a page.</summary>
    public sealed class Platform
    {
        /// <param name="continuations">
        /// Where there are threads <c>RunContinuationsAsynchronously</c>: whoever ends a wait does not go on with
        /// what waited. None where all there is is one thread.
        /// </param>
        public Platform(IHttpTransport http, ISocketTransport sockets, IClock clock, TaskCreationOptions continuations = TaskCreationOptions.None)
        {
            Http = http;
            Sockets = sockets;
            Clock = clock;
            Continuations = continuations;
        }

        public IHttpTransport Http { get; }

        public ISocketTransport Sockets { get; }

        public IClock Clock { get; }

        public TaskCreationOptions Continuations { get; }

        internal bool HasThreads => Continuations != TaskCreationOptions.None;
    }
}
