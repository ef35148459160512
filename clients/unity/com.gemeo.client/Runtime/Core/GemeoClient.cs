#nullable enable
using System;
using System.Threading;

namespace Gemeo.Client
{
    /// <summary>
    /// A lab, from afar. Questions, orders and talk work at once; <see cref="Start"/> makes <see cref="Things"/> follow the lab, over one
    /// socket that comes back by itself.
    /// </summary>
    public sealed partial class GemeoClient : IDisposable
    {
        readonly object _dispatching = new object();
        readonly ClientOptions _options;
        readonly Inbox _inbox;
        readonly Link _link;
        readonly Waiting _waiting;
        Listeners<Entry> _entryHeard;
        Listeners<LinkStatus> _statusChanged;
        Listeners<GemeoClient> _snapshotTaken;
        Listeners<GemeoClient> _gapFound;
        bool _inDispatch;

        /// <param name="platform">How this program reaches HTTP, sockets and time.</param>
        public GemeoClient(ServerAddress address, Platform platform, ClientOptions? options = null)
        {
            _options = options ?? new ClientOptions();
            _inbox = new Inbox(_options.InboxLimit, platform.Continuations);
            _waiting = new Waiting(platform.Continuations);
            Api = new Api(address, platform, _options);
            _link = new Link(Api, platform, _options, Hear, _inbox.Room);
            Things = new Things(this);
            Labs = new Labs(Api);
            Orders = new Orders(Api, _waiting);
            History = new History(Api);
            Assistant = new Assistant(Api);
            Presence = new Presence(_link, platform.Clock, Failed);
        }

        public Api Api { get; }

        public Things Things { get; }

        public Labs Labs { get; }

        public Orders Orders { get; }

        public History History { get; }

        public Assistant Assistant { get; }

        public Presence Presence { get; }

        /// <summary>How the link stands, as dispatched last.</summary>
        public LinkStatus Status { get; private set; }

        /// <summary>A snapshot was dispatched: what <see cref="Things"/> tell is of the server.</summary>
        public bool IsKnown { get; private set; }

        /// <summary>Place in the log of what was heard last; with it another run goes on (<see cref="ClientOptions.Cursor"/>).</summary>
        public string? Cursor => _link.Cursor;

        /// <summary>Every entry, once, in the order of the log; the thing knows of it already.</summary>
        public event Action<Entry> EntryHeard { add => _entryHeard.Add(value); remove => _entryHeard.Remove(value); }

        public event Action<LinkStatus> StatusChanged { add => _statusChanged.Add(value); remove => _statusChanged.Remove(value); }

        /// <summary>All things were told anew: at the beginning, and when the cursor was no longer kept.</summary>
        public event Action<GemeoClient> SnapshotTaken { add => _snapshotTaken.Add(value); remove => _snapshotTaken.Remove(value); }

        /// <summary>The cursor was no longer kept (the log was wiped, or this client away too long): entries between were not told.</summary>
        public event Action<GemeoClient> GapFound { add => _gapFound.Add(value); remove => _gapFound.Remove(value); }

        /// <summary>A listener threw; the others were told all the same.</summary>
        public event Action<Exception>? ListenerFailed;

        /// <summary>Follows the lab from now on, until <see cref="Stop"/>.</summary>
        public void Start() => _link.Start();

        public void Stop() => _link.Stop();

        /// <summary>Does not wait for the next try: the network is back, or the player.</summary>
        public void RetryNow() => _link.RetryNow();

        /// <summary>Takes what was heard, and tells the listeners: the only place where things change. Calls from within it do nothing.</summary>
        /// <param name="most">So many messages at most.</param>
        /// <returns>How many were taken.</returns>
        public int Dispatch(int most = int.MaxValue)
        {
            lock (_dispatching)
            {
                if (_inDispatch) return 0;
                _inDispatch = true;
                try
                {
                    var many = 0;
                    while (many < most && _inbox.TryTake(out var message))
                    {
                        Take(message);
                        many++;
                    }
                    return many;
                }
                finally { _inDispatch = false; }
            }
        }

        public void Dispose() => Stop();

        internal void Failed(Exception why) => ListenerFailed?.Invoke(why);

        void Hear(object message)
        {
            if (message is Entry entry) _waiting.Hear(entry);
            _inbox.Put(message);
            if (!_options.DispatchByHand) Dispatch();
        }

        void Take(object message)
        {
            switch (message)
            {
                case Entry entry:
                    if (Things[entry.Thing].Take(entry)) _entryHeard.Tell(entry, Failed);
                    break;
                case LinkStatus status:
                    Status = status;
                    if (status.State == LinkState.Open) Presence.Enter();
                    _statusChanged.Tell(status, Failed);
                    break;
                case Snapshot snapshot:
                    TakeSnapshot(snapshot);
                    break;
                case Message other:
                    Presence.Hear(other);
                    break;
            }
        }

        void TakeSnapshot(Snapshot snapshot)
        {
            Things.Take(snapshot);
            IsKnown = true;
            if (snapshot.CursorGone) _gapFound.Tell(this, Failed);
            _snapshotTaken.Tell(this, Failed);
        }
    }
}
