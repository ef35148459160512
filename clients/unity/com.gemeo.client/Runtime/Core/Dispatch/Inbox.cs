#nullable enable
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Gemeo.Client
{
    /// <summary>
    /// What was heard and waits for its turn, in order. Filled on the thread that hears, emptied on the one that shows; two lists change
    /// places, so that neither waits for the other nor allocates.
    /// </summary>
    sealed class Inbox
    {
        readonly object _gate = new object();
        readonly int _limit;
        readonly TaskCreationOptions _continuations;
        List<object> _coming = new List<object>();
        List<object> _taken = new List<object>();
        int _next;
        TaskCompletionSource<bool>? _room;

        /// <param name="continuations">Who shows is not to go on with the reading of who waits for room.</param>
        public Inbox(int limit, TaskCreationOptions continuations = TaskCreationOptions.None)
        {
            _limit = limit;
            _continuations = continuations;
        }

        public void Put(object message)
        {
            lock (_gate) _coming.Add(message);
        }

        /// <summary>Ends when no more than the limit wait: who hears waits with it, and the server with him.</summary>
        public Task Room()
        {
            lock (_gate)
            {
                if (_coming.Count < _limit) return Task.CompletedTask;
                _room ??= new TaskCompletionSource<bool>(_continuations);
                return _room.Task;
            }
        }

        /// <summary>The next one, by one taker at a time.</summary>
        public bool TryTake(out object message)
        {
            if (_next == _taken.Count && !Swap())
            {
                message = this;
                return false;
            }
            message = _taken[_next++];
            return true;
        }

        bool Swap()
        {
            _taken.Clear();
            _next = 0;
            TaskCompletionSource<bool>? room;
            lock (_gate)
            {
                (_coming, _taken) = (_taken, _coming);
                (room, _room) = (_room, null);
            }
            room?.SetResult(true);
            return _taken.Count > 0;
        }
    }
}
