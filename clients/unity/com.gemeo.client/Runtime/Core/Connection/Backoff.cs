#nullable enable
using System;

namespace Gemeo.Client
{
    /// <summary>How long until the next try: longer each time, and never the same for all, so that a room full of clients does not come back at once.</summary>
    public sealed class Backoff
    {
        readonly TimeSpan _first;
        readonly TimeSpan _longest;
        readonly Random _random;
        double _next;

        public Backoff(TimeSpan first, TimeSpan longest, Random? random = null)
        {
            _first = first;
            _longest = longest;
            _random = random ?? new Random();
            Reset();
        }

        public void Reset() => _next = _first.TotalSeconds;

        /// <summary>Between 0.7 and 1.3 times the step, which doubles up to the longest.</summary>
        public TimeSpan Next()
        {
            var wait = _next * (0.7 + _random.NextDouble() * 0.6);
            _next = Math.Min(_next * 2, _longest.TotalSeconds);
            return TimeSpan.FromSeconds(wait);
        }
    }
}
