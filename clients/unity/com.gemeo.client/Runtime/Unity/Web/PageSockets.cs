#nullable enable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Gemeo.Client;

namespace Gemeo.Unity
{
    /// <summary>WebSockets of the page, looked at once a frame. All on the one thread that a page has.</summary>
    sealed class PageSockets : ISocketTransport
    {
        readonly IPage _page;
        readonly List<PageSocket> _all = new List<PageSocket>();

        public PageSockets(IPage page) => _page = page;

        /// <summary>A page's script sets none: the key goes into the address.</summary>
        public bool TakesHeaders => false;

        public async Task<ISocket> Open(Uri address, IReadOnlyDictionary<string, string> headers, CancellationToken cancel)
        {
            cancel.ThrowIfCancellationRequested();
            var socket = new PageSocket(_page, _page.Open(address.AbsoluteUri), gone => _all.Remove(gone));
            _all.Add(socket);
            try
            {
                await socket.Opened(cancel);
                return socket;
            }
            catch (Exception)
            {
                socket.Dispose();
                throw;
            }
        }

        public void Tick()
        {
            for (var n = _all.Count - 1; n >= 0; n--)
            {
                // Whoever goes on may close others.
                if (n < _all.Count) _all[n].Tick();
            }
        }
    }
}
