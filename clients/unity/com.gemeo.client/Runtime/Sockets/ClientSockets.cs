#nullable enable
using System;
using System.Collections.Generic;
using System.Net.WebSockets;
using System.Threading;
using System.Threading.Tasks;

namespace Gemeo.Client
{
    /// <summary>WebSockets as .NET has them: everywhere but in a page.</summary>
    public sealed class ClientSockets : ISocketTransport
    {
        public bool TakesHeaders => true;

        public async Task<ISocket> Open(Uri address, IReadOnlyDictionary<string, string> headers, CancellationToken cancel)
        {
            var socket = new ClientWebSocket();
            try
            {
                socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(15);
                // A proxy of the environment is for the world outside, never for this machine.
                if (address.IsLoopback) socket.Options.Proxy = null;
#if NET
                socket.Options.CollectHttpResponseDetails = true;
#endif
                foreach (var header in headers) socket.Options.SetRequestHeader(header.Key, header.Value);
                await socket.ConnectAsync(address, cancel).ConfigureAwait(false);
                return new OpenSocket(socket);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                socket.Dispose();
                throw;
            }
#pragma warning disable CA1031 // what a handshake throws differs between runtimes
            catch (Exception why)
            {
                var refused = Refused(socket);
                socket.Dispose();
                if (refused != null) throw refused;
                throw new UnreachedException(why.GetBaseException().Message.TrimEnd('.'), why);
            }
#pragma warning restore CA1031
        }

        // Too many follow already, say. A key that is missing is told at any address, with its sentence.
        static RefusedException? Refused(ClientWebSocket socket)
        {
#if NET
            if ((int)socket.HttpStatusCode >= 500) return RefusedException.Of(Refusal.Read((int)socket.HttpStatusCode, null));
#endif
            return null;
        }
    }
}
