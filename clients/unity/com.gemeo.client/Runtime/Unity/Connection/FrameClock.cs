#nullable enable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Gemeo.Client;

namespace Gemeo.Unity
{
    /// <summary>Time by frames: it needs neither threads nor timers, of which the Web platform has none. A wait never ends early, and up to a frame late.</summary>
    public sealed class FrameClock : IClock
    {
        readonly object _gate = new object();
        readonly TaskCreationOptions _continuations;
        readonly List<FrameWait> _waits = new List<FrameWait>();
        readonly List<FrameWait> _due = new List<FrameWait>();
        bool _stopped;

        public FrameClock(TaskCreationOptions continuations) => _continuations = continuations;

        public DateTimeOffset Now => DateTimeOffset.UtcNow;

        public Task Delay(TimeSpan time, CancellationToken cancel)
        {
            var wait = new FrameWait(time.TotalSeconds, _continuations);
            lock (_gate)
            {
                if (_stopped) wait.Cancel();
                else _waits.Add(wait);
            }
            wait.EndWith(cancel);
            return wait.Task;
        }

        /// <param name="now">Seconds, of a clock that only goes on.</param>
        public void Tick(double now)
        {
            lock (_gate)
            {
                var kept = 0;
                for (var n = 0; n < _waits.Count; n++)
                {
                    if (_waits[n].IsOver(now)) _due.Add(_waits[n]);
                    else _waits[kept++] = _waits[n];
                }
                _waits.RemoveRange(kept, _waits.Count - kept);
            }
            for (var n = 0; n < _due.Count; n++) _due[n].End();
            _due.Clear();
        }

        /// <summary>No frame comes any more: who waits is told so.</summary>
        public void Stop()
        {
            FrameWait[] waits;
            lock (_gate)
            {
                _stopped = true;
                waits = _waits.ToArray();
                _waits.Clear();
            }
            foreach (var wait in waits) wait.Cancel();
        }

        sealed class FrameWait
        {
            readonly TaskCompletionSource<bool> _over;
            readonly double _seconds;
            double _due = double.NaN;
            CancellationTokenRegistration _cancel;

            public FrameWait(double seconds, TaskCreationOptions continuations)
            {
                _seconds = seconds;
                _over = new TaskCompletionSource<bool>(continuations);
            }

            public Task Task => _over.Task;

            public void EndWith(CancellationToken cancel)
            {
                if (cancel.CanBeCanceled) _cancel = cancel.Register(wait => ((FrameWait)wait).Cancel(), this);
            }

            // Counted from the first frame that sees it: the clock of the frames may be asked on the main thread only.
            public bool IsOver(double now)
            {
                if (double.IsNaN(_due)) _due = now + _seconds;
                return now >= _due || Task.IsCompleted;
            }

            public void End()
            {
                _cancel.Dispose();
                _over.TrySetResult(true);
            }

            public void Cancel() => _over.TrySetCanceled();
        }
    }
}
