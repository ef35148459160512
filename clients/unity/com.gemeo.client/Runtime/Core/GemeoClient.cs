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
        readonly ClientOptions _options;
        readonly Link _link;
        readonly Waiting _waiting;
        Listeners<Entry> _entryHeard;
        Listeners<LinkStatus> _statusChanged;
        Listeners<GemeoClient> _snapshotTaken;
        Listeners<GemeoClient> _gapFound;
        object _status = default(LinkStatus);
        int _dispatching;

        /// <param name="platform">How this program reaches HTTP, sockets and time.</param>
        public GemeoClient(ServerAddress address, Platform platform, ClientOptions? options = null)
        {
            _options = options ?? new ClientOptions();
            Inbox = new Inbox(_options.InboxLimit, platform.Continuations);
            _waiting = new Waiting(platform.Continuations);
            Failed = TellFailed;
            Cursor = _options.Cursor;
            Api = new Api(address, platform, _options);
            _link = new Link(Api, platform, _options, Inbox, Heard);
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
        public LinkStatus Status => (LinkStatus)_status;

        /// <summary>A snapshot was dispatched: what <see cref="Things"/> tell is of the server.</summary>
        public bool IsKnown { get; private set; }

        /// <summary>Place in the log of what was dispatched last; with it another run goes on (<see cref="ClientOptions.Cursor"/>).</summary>
        public string? Cursor { get; private set; }

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

        /// <summary>
        /// Takes what was heard until now, and tells the listeners: the only place where things change. A call from within it, or while
        /// another thread is at it, does nothing.
        /// </summary>
        /// <param name="most">So many messages at most.</param>
        /// <returns>How many were taken.</returns>
        public int Dispatch(int most = int.MaxValue)
        {
            if (Interlocked.Exchange(ref _dispatching, 1) == 1) return 0;
            try
            {
                // What comes meanwhile is for the next time: a frame has an end.
                most = Math.Min(most, Inbox.Waiting);
                for (var many = 0; many < most && Inbox.TryTake(out var message); many++) Take(message);
                return most;
            }
            finally { Interlocked.Exchange(ref _dispatching, 0); }
        }

        /// <summary>The same as <see cref="Stop"/>.</summary>
        public void Dispose() => Stop();

        /// <summary>What was heard and is not dispatched yet.</summary>
        internal Inbox Inbox { get; }

        /// <summary>Kept, for making it anew would allocate each time.</summary>
        internal Action<Exception> Failed { get; }

        void TellFailed(Exception why)
        {
            try { ListenerFailed?.Invoke(why); }
#pragma warning disable CA1031 // there is nobody left to be told
            catch (Exception) { }
#pragma warning restore CA1031
        }

        // Something was put into the inbox.
        void Heard(object message)
        {
            // Who finds another at it leaves it to him; he looks again when he is done.
            while (!_options.DispatchByHand && Dispatch() > 0) { }
            if (message is Entry entry) _waiting.Hear(entry);
        }

        void Take(object message)
        {
            switch (message)
            {
                case Entry entry:
                    Cursor = entry.Cursor;
                    if (Things[entry.Thing].Take(entry)) _entryHeard.Tell(entry, Failed);
                    break;
                case LinkStatus status:
                    _status = message;
                    if (status.State == LinkState.Open) Presence.Enter();
                    _statusChanged.Tell(status, Failed);
                    break;
                case Snapshot snapshot:
                    TakeSnapshot(snapshot);
                    break;
                case Message other:
                    Cursor = other.Cursor ?? Cursor;
                    Presence.Hear(other);
                    break;
            }
        }

        void TakeSnapshot(Snapshot snapshot)
        {
            Cursor = snapshot.Cursor;
            Things.Take(snapshot);
            IsKnown = true;
            if (snapshot.CursorGone) _gapFound.Tell(this, Failed);
            _snapshotTaken.Tell(this, Failed);
        }
    }
}
