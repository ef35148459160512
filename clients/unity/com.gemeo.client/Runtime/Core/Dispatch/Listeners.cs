#nullable enable
using System;
using System.Threading;

namespace Gemeo.Client
{
    /// <summary>Who wants to be told; may be changed from any thread. One that fails hurts no other, and telling allocates nothing.</summary>
    struct Listeners<T>
    {
        Action<T>[]? _all;

        public void Add(Action<T>? listener)
        {
            if (listener is null) return;
            while (true)
            {
                var all = _all;
                var many = all?.Length ?? 0;
                var more = new Action<T>[many + 1];
                all?.CopyTo(more, 0);
                more[many] = listener;
                if (Interlocked.CompareExchange(ref _all, more, all) == all) return;
            }
        }

        public void Remove(Action<T>? listener)
        {
            while (true)
            {
                var all = _all;
                var at = all is null || listener is null ? -1 : Array.LastIndexOf(all, listener);
                if (at < 0) return;
                var fewer = new Action<T>[all!.Length - 1];
                Array.Copy(all, fewer, at);
                Array.Copy(all, at + 1, fewer, at, fewer.Length - at);
                if (Interlocked.CompareExchange(ref _all, fewer, all) == all) return;
            }
        }

        /// <param name="failed">Told what a listener throws.</param>
        public readonly void Tell(T what, Action<Exception> failed)
        {
            var all = _all;
            if (all is null) return;
            foreach (var listener in all)
            {
                try { listener(what); }
#pragma warning disable CA1031 // a listener may throw anything; the others are told all the same
                catch (Exception why) { failed(why); }
#pragma warning restore CA1031
            }
        }
    }
}
