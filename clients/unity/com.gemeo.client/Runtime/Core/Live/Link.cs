#nullable enable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>
    /// Follows <c>/ws</c> for as long as it is let. A lost connection is taken up again at the last cursor, so nothing is missed and
    /// nothing comes twice; a cursor that is no longer kept brings a fresh snapshot.
    /// </summary>
    sealed class Link
    {
        readonly Api _api;
        readonly Platform _platform;
        readonly ClientOptions _options;
        readonly Inbox _inbox;
        readonly Action<object> _heard;
        readonly Ear _ear;
        readonly Backoff _backoff;
        readonly object _gate = new object();
        Task _last = Task.CompletedTask;
        CancellationTokenSource? _running;
        CancellationTokenSource? _pause;
        volatile ISocket? _socket;
        string? _cursor;
        string _why = "";
        GemeoException? _cause;

        /// <param name="inbox">Gets entries, <see cref="Snapshot"/>, <see cref="Message"/> and <see cref="LinkStatus"/>, in order.</param>
        /// <param name="heard">Told what was put there.</param>
        public Link(Api api, Platform platform, ClientOptions options, Inbox inbox, Action<object> heard)
        {
            _api = api;
            _platform = platform;
            _options = options;
            _inbox = inbox;
            _heard = heard;
            _ear = new Ear(platform, options.Silence, inbox);
            _backoff = new Backoff(options.FirstRetry, options.LongestRetry);
            _cursor = options.Cursor;
        }

        public void Start()
        {
            var (run, ended) = (new CancellationTokenSource(), new TaskCompletionSource<bool>());
            Task before;
            lock (_gate)
            {
                if (_running != null) return;
                (_running, before, _last) = (run, _last, ended.Task);
            }
            Run(before, run, ended);
        }

        public void Stop()
        {
            CancellationTokenSource? running;
            lock (_gate)
            {
                (running, _running) = (_running, null);
                if (running is null) return;
                _inbox.Put(LinkStatus.Closed);
            }
            running.Cancel();
            _heard(LinkStatus.Closed);
        }

        /// <summary>Does not wait for the next try: the network is back, the player is in focus again.</summary>
        public void RetryNow()
        {
            CancellationTokenSource? pause;
            lock (_gate) pause = _pause;
            try { pause?.Cancel(); }
            catch (ObjectDisposedException) { /* it tries just now */ }
        }

        /// <summary>Says something to the server.</summary>
        /// <returns>False when the link does not stand.</returns>
        public async Task<bool> Say(JObject message, CancellationToken cancel = default)
        {
            var socket = _socket;
            if (socket is null) return false;
            try
            {
                await socket.Send(message.Line(), cancel);
                return true;
            }
            catch (UnreachedException) { return false; }
        }

        // One run after another: two at once would mix what they hear.
        async void Run(Task before, CancellationTokenSource run, TaskCompletionSource<bool> ended)
        {
            await before;
            try
            {
                while (await Once(run)) await Rest(_backoff.Next(), run);
            }
            catch (OperationCanceledException) { /* stopped */ }
            finally { ended.SetResult(true); }
        }

        /// <returns>False when there is no sense in trying again.</returns>
        async Task<bool> Once(CancellationTokenSource run)
        {
            Put(new LinkStatus(LinkState.Connecting, null, null), run);
            _cause = null;
            try
            {
                using var socket = await Open(run.Token);
                _socket = socket;
                Put(new LinkStatus(LinkState.Open, null, null), run);
                await _ear.Listen(socket, text => Hear(text, run), run.Token);
                _why = (socket.CloseCode + " " + socket.CloseReason).TrimEnd();
            }
            catch (NotAllowedException refused)
            {
                Put(new LinkStatus(LinkState.Refused, refused.Message, null, refused), run);
                return false;
            }
#pragma warning disable CA1031 // whatever a transport throws, the link goes on
            catch (Exception lost) { (_why, _cause) = (lost.Message, lost as GemeoException); }
#pragma warning restore CA1031
            finally { _socket = null; }
            return !run.IsCancellationRequested;
        }

        async Task Rest(TimeSpan time, CancellationTokenSource run)
        {
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(run.Token);
            lock (_gate) _pause = pause;
            Put(new LinkStatus(LinkState.Waiting, _why, _platform.Clock.Now + time, _cause), run);
            try { await _platform.Clock.Delay(time, pause.Token); }
            catch (OperationCanceledException) when (!run.IsCancellationRequested) { _backoff.Reset(); }
            finally
            {
                lock (_gate) _pause = null;
            }
        }

        async Task<ISocket> Open(CancellationToken cancel)
        {
            cancel.ThrowIfCancellationRequested();
            var path = Paths.Query("ws",
                ("thing", string.Join(",", _options.Things)), ("name", string.Join(",", _options.Names)), ("kind", string.Join(",", _options.Kinds)),
                ("cursor", _cursor), ("key", _platform.Sockets.TakesHeaders ? null : _api.Address.Key));
            var headers = _platform.Sockets.TakesHeaders ? _api.Headers : new Dictionary<string, string>();
            try { return await _platform.Clock.Within(_options.Patience, cancel, waiting => _platform.Sockets.Open(_api.Address.Socket(path), headers, waiting)); }
            catch (UnreachedException)
            {
                // A refused handshake hides its reason; whoever is not let in is told so at any address.
                await _api.Get("health/live", cancel);
                throw;
            }
        }

        void Hear(object heard, CancellationTokenSource run)
        {
            if (!Put(heard, run)) return;
            _cursor = (heard as Entry)?.Cursor ?? (heard as Snapshot)?.Cursor ?? (heard as Message)?.Cursor ?? _cursor;
            _backoff.Reset();
        }

        /// <returns>False when the run was stopped: it is silent from then on.</returns>
        bool Put(object message, CancellationTokenSource run)
        {
            lock (_gate)
            {
                if (_running != run) return false;
                _inbox.Put(message);
                if (message is LinkStatus { State: LinkState.Refused }) _running = null;
            }
            _heard(message);
            return true;
        }
    }
}
