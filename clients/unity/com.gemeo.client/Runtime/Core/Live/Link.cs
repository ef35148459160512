#nullable enable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;
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
        readonly Action<object> _hear;
        readonly Func<Task> _room;
        readonly EntryReader _reader = new EntryReader();
        readonly Backoff _backoff;
        CancellationTokenSource? _running;
        CancellationTokenSource? _pause;
        ISocket? _socket;
        DateTimeOffset _heard;
        string _why = "";
        GemeoException? _cause;

        /// <param name="hear">Told entries, <see cref="Snapshot"/>, <see cref="Message"/> and <see cref="LinkStatus"/>, as they come.</param>
        /// <param name="room">Awaited between messages.</param>
        public Link(Api api, Platform platform, ClientOptions options, Action<object> hear, Func<Task> room)
        {
            _api = api;
            _platform = platform;
            _options = options;
            _hear = hear;
            _room = room;
            _backoff = new Backoff(options.FirstRetry, options.LongestRetry);
            Cursor = options.Cursor;
        }

        /// <summary>Of what was heard last: where the next connection goes on.</summary>
        public string? Cursor { get; private set; }

        public async void Start()
        {
            if (_running != null) return;
            var running = _running = new CancellationTokenSource();
            try
            {
                while (await Once(running.Token)) await Rest(_backoff.Next(), running.Token);
            }
            catch (OperationCanceledException) { /* stopped */ }
        }

        public void Stop()
        {
            _running?.Cancel();
            _running = null;
            _hear(new LinkStatus(LinkState.Closed, null, null));
        }

        /// <summary>Does not wait for the next try: the network is back, the player is in focus again.</summary>
        public void RetryNow() => _pause?.Cancel();

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

        /// <returns>False when there is no sense in trying again.</returns>
        async Task<bool> Once(CancellationToken cancel)
        {
            _hear(new LinkStatus(LinkState.Connecting, null, null));
            _cause = null;
            try
            {
                using var socket = await Open(cancel);
                _hear(new LinkStatus(LinkState.Open, null, null));
                await Listen(socket, cancel);
                _why = (socket.CloseCode + " " + socket.CloseReason).TrimEnd();
            }
            catch (NotAllowedException refused)
            {
                _running = null;
                _hear(new LinkStatus(LinkState.Refused, refused.Message, null, refused));
                return false;
            }
            catch (GemeoException lost) { (_why, _cause) = (lost.Message, lost); }
            return true;
        }

        async Task Rest(TimeSpan time, CancellationToken cancel)
        {
            cancel.ThrowIfCancellationRequested();
            using var pause = _pause = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            _hear(new LinkStatus(LinkState.Waiting, _why, _platform.Clock.Now + time, _cause));
            try { await _platform.Clock.Delay(time, pause.Token); }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { _backoff.Reset(); }
            finally { _pause = null; }
        }

        async Task<ISocket> Open(CancellationToken cancel)
        {
            var path = Paths.Query("ws",
                ("thing", string.Join(",", _options.Things)), ("name", string.Join(",", _options.Names)), ("kind", string.Join(",", _options.Kinds)),
                ("cursor", Cursor), ("key", _platform.Sockets.TakesHeaders ? null : _api.Address.Key));
            var headers = _platform.Sockets.TakesHeaders ? _api.Headers : new Dictionary<string, string>();
            try { return _socket = await _platform.Clock.Within(_options.Patience, cancel, waiting => _platform.Sockets.Open(_api.Address.Socket(path), headers, waiting)); }
            catch (UnreachedException)
            {
                // A refused handshake hides its reason; whoever is not let in is told so at any address.
                await _api.Get("health/live", cancel);
                throw;
            }
        }

        async Task Listen(ISocket socket, CancellationToken cancel)
        {
            using var listening = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            Watch(listening);
            try
            {
                while (await socket.Receive(listening.Token) is { } text)
                {
                    _heard = _platform.Clock.Now;
                    Hear(text);
                    _backoff.Reset();
                    await _room();
                }
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { throw new UnreachedException("silence"); }
            finally
            {
                if (_socket == socket) _socket = null;
                listening.Cancel();
            }
        }

        // One look now and then costs less than a timer for each message. Silence while nobody dispatches is our own.
        async void Watch(CancellationTokenSource listening)
        {
            var token = listening.Token;
            _heard = _platform.Clock.Now;
            try
            {
                while (true)
                {
                    await _platform.Clock.Delay(TimeSpan.FromTicks(_options.Silence.Ticks / 4), token);
                    if (_platform.Clock.Now - _heard > _options.Silence && _room().IsCompleted) listening.Cancel();
                }
            }
            catch (OperationCanceledException) { /* it was closed */ }
        }

        void Hear(string text)
        {
            try
            {
                if (_reader.Read(text) is { } entry)
                {
                    Cursor = entry.Cursor;
                    _hear(entry);
                    return;
                }
                var message = Message.Read(text);
                Cursor = message.Cursor ?? Cursor;
                _hear(message.Type == "snapshot" ? (object)Snapshot.Read(message.Body) : message);
            }
            catch (JsonException why) { throw new BadAnswerException(why.Message, why); }
        }
    }
}
