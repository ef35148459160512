#nullable enable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Gemeo.Client
{
    /// <summary>Who waits for the end of which order.</summary>
    sealed class Waiting
    {
        readonly object _gate = new object();
        readonly Dictionary<string, Waiter> _all = new Dictionary<string, Waiter>();
        readonly TaskCreationOptions _continuations;

        /// <param name="continuations">Who hears is not to go on with the work of who waited.</param>
        public Waiting(TaskCreationOptions continuations) => _continuations = continuations;

        /// <summary>From now on; dispose it when nobody waits any more.</summary>
        public Waiter For(string command, CancellationToken cancel)
        {
            lock (_gate)
            {
                if (!_all.TryGetValue(command, out var waiter)) _all[command] = waiter = new Waiter(this, command);
                waiter.Join(cancel);
                return waiter;
            }
        }

        public void Hear(Entry entry)
        {
            Waiter? waiter;
            lock (_gate)
            {
                if (_all.Count == 0 || entry.Cause is null || !_all.TryGetValue(entry.Cause, out waiter)) return;
            }
            if (entry.Command is { IsOver: true } over) waiter.Tell(over);
        }

        internal sealed class Waiter : IDisposable
        {
            readonly Waiting _of;
            readonly string _command;
            readonly TaskCompletionSource<Command> _over;
            int _many;

            internal Waiter(Waiting of, string command)
            {
                _of = of;
                _command = command;
                _over = new TaskCompletionSource<Command>(of._continuations);
            }

            public Task<Command> Task => _over.Task;

            internal void Join(CancellationToken cancel)
            {
                cancel.ThrowIfCancellationRequested();
                _many++;
            }

            internal void Tell(Command over) => _over.TrySetResult(over);

            public void Dispose()
            {
                lock (_of._gate)
                {
                    if (--_many == 0) _of._all.Remove(_command);
                }
            }
        }
    }
}
