#nullable enable
using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Gemeo.Client
{
    public sealed partial class GemeoClient
    {
        /// <summary>A client of a .NET program.</summary>
        /// <param name="address"><c>http://127.0.0.1:8080</c>, <c>host:port</c>, or the address that <c>--lan</c> prints, key included.</param>
        public GemeoClient(string address, string? key = null, ClientOptions? options = null)
            : this(ServerAddress.Parse(address, key), DotNet.Platform(), options)
        {
        }
    }

    /// <summary>What .NET has for HTTP, sockets and time.</summary>
    public static class DotNet
    {
        static readonly Lazy<HttpClient> _shared = new Lazy<HttpClient>(() => new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan });

        /// <param name="http">One's own; without one all clients share one.</param>
        public static Platform Platform(HttpClient? http = null) => new Platform(new HttpClientTransport(http ?? _shared.Value), new ClientSockets(), new SystemClock(), TaskCreationOptions.RunContinuationsAsynchronously);
    }

    sealed class SystemClock : IClock
    {
        public DateTimeOffset Now => DateTimeOffset.UtcNow;

        public Task Delay(TimeSpan time, CancellationToken cancel) => Task.Delay(time, cancel);
    }
}
