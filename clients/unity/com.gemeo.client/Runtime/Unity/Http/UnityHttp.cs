#nullable enable
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Gemeo.Client;

namespace Gemeo.Unity
{
    /// <summary>HTTP by <c>UnityWebRequest</c>, which every platform has. Made on the main thread; asked from any.</summary>
    public sealed class UnityHttp : IHttpTransport
    {
        readonly SynchronizationContext _main;
        readonly TaskCreationOptions _continuations;
        readonly HashSet<WebExchange> _all = new HashSet<WebExchange>();
        bool _closed;

        public UnityHttp() : this(UnityPlatform.Continuations)
        {
        }

        internal UnityHttp(TaskCreationOptions continuations)
        {
            _main = SynchronizationContext.Current ?? throw new InvalidOperationException("Unity's HTTP is made on the main thread.");
            _continuations = continuations;
        }

        public Task<IHttpAnswer> Send(HttpQuestion question, CancellationToken cancel)
        {
            var exchange = new WebExchange(question, _main, _continuations, Forget);
            lock (_all)
            {
                if (_closed) return Task.FromCanceled<IHttpAnswer>(new CancellationToken(true));
                _all.Add(exchange);
            }
            exchange.EndWith(cancel);
            if (SynchronizationContext.Current == _main) exchange.Begin();
            else _main.Post(begun => ((WebExchange)begun).Begin(), exchange);
            return exchange.Head;
        }

        /// <summary>Ends what is under way, and asks no more.</summary>
        internal void Close()
        {
            WebExchange[] all;
            lock (_all)
            {
                _closed = true;
                all = _all.ToArray();
            }
            foreach (var exchange in all) exchange.Close();
        }

        void Forget(WebExchange exchange)
        {
            lock (_all) _all.Remove(exchange);
        }
    }
}
