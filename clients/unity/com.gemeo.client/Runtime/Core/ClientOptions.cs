#nullable enable
using System;
using System.Collections.Generic;

namespace Gemeo.Client
{
    /// <summary>How a client behaves; each has a sensible default.</summary>
    public sealed class ClientOptions
    {
        /// <summary>Of the server's sentences, <c>pt</c> or <c>en</c>; null leaves it to the server.</summary>
        public string? Language { get; set; }

        /// <summary>How long to wait for an answer.</summary>
        public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

        /// <summary>How long to wait for the end of an order without a <see cref="OrderOptions.Timeout"/>: longer than any deadline that the lab grants.</summary>
        public TimeSpan OrderPatience { get; set; } = TimeSpan.FromMinutes(5);

        /// <summary>How long the link, or an answer that streams, may be silent before it counts as broken: the server says something each <c>Gemeo:Live:Heartbeat</c>.</summary>
        public TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(60);

        public TimeSpan FirstRetry { get; set; } = TimeSpan.FromMilliseconds(250);

        public TimeSpan LongestRetry { get; set; } = TimeSpan.FromSeconds(10);

        /// <summary>How many messages may wait to be dispatched before no more is read.</summary>
        public int InboxLimit { get; set; } = 100_000;

        /// <summary>
        /// Things change only while <see cref="GemeoClient.Dispatch"/> runs, on its thread. By hand: the program calls it, once a frame.
        /// Otherwise the client does, as messages come, on whatever thread they come.
        /// </summary>
        public bool DispatchByHand { get; set; }

        /// <summary>Follow these things only; empty for all.</summary>
        public IList<string> Things { get; } = new List<string>();

        /// <summary>Follow properties, actions and events of these names only; empty for all.</summary>
        public IList<string> Names { get; } = new List<string>();

        /// <summary>Follow these kinds only: <c>property</c>, <c>event</c>, <c>action</c>, <c>availability</c>, <c>security</c>; empty for all.</summary>
        public IList<string> Kinds { get; } = new List<string>();

        /// <summary>Begin after this cursor, of an earlier run, instead of with a snapshot.</summary>
        public string? Cursor { get; set; }
    }
}
