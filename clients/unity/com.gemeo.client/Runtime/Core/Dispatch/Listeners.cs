#nullable enable
using System;

namespace Gemeo.Client
{
    /// <summary>Who wants to be told. One that fails hurts no other, and telling allocates nothing.</summary>
    struct Listeners<T>
    {
        Action<T>[]? _all;

        public void Add(Action<T>? listener)
        {
            if (listener is null) return;
            var (all, many) = (_all ?? Array.Empty<Action<T>>(), _all?.Length ?? 0);
            var more = new Action<T>[many + 1];
            Array.Copy(all, more, many);
            more[many] = listener;
            _all = more;
        }

        public void Remove(Action<T>? listener)
        {
            var at = _all is null || listener is null ? -1 : Array.LastIndexOf(_all, listener);
            if (at < 0) return;
            var fewer = new Action<T>[_all!.Length - 1];
            Array.Copy(_all, fewer, at);
            Array.Copy(_all, at + 1, fewer, at, fewer.Length - at);
            _all = fewer;
        }

        /// <param name="failed">Told what a listener throws.</param>
        public readonly void Tell(T what, Action<Exception> failed)
        {
            if (_all is null) return;
            foreach (var listener in _all)
            {
                try { listener(what); }
#pragma warning disable CA1031 // a listener may throw anything; the others are told all the same
                catch (Exception why) { failed(why); }
#pragma warning restore CA1031
            }
        }
    }
}
