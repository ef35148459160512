#nullable enable
using System;

namespace Gemeo.Client
{
    public enum LinkState
    {
        /// <summary>Not started, or stopped.</summary>
        Closed,
        Connecting,

        /// <summary>What is shown is true, up to a moment ago.</summary>
        Open,

        /// <summary>Lost; tried again at <see cref="LinkStatus.RetryAt"/>.</summary>
        Waiting,

        /// <summary>The server does not let this client in: another key is needed. Not tried again by itself.</summary>
        Refused,
    }

    /// <summary>How the link stands.</summary>
    public readonly struct LinkStatus
    {
        internal LinkStatus(LinkState state, string? why, DateTimeOffset? retryAt, GemeoException? cause = null)
        {
            State = state;
            Why = why;
            RetryAt = retryAt;
            Cause = cause;
        }

        internal static LinkStatus Closed => default;

        public LinkState State { get; }

        /// <summary>Why it was lost (the system's words, or the socket's close code and reason) or refused (the server's sentence); null while all is well.</summary>
        public string? Why { get; }

        public DateTimeOffset? RetryAt { get; }

        /// <summary>The same for programs: who refused it, and how; null when the server closed it, and while all is well.</summary>
        public GemeoException? Cause { get; }

        public override string ToString() => Why is null ? State.ToString() : State + ": " + Why;
    }
}
