#nullable enable
using System;
using System.Threading.Tasks;
using Gemeo.Client;
using UnityEngine;

namespace Gemeo.Unity
{
    /// <summary>
    /// HTTP, sockets and time of a Unity player. Made on the main thread; whoever owns it calls <see cref="Tick"/> once a frame.
    /// <see cref="GemeoConnection"/> does, so scripts seldom need this.
    /// </summary>
    public sealed class UnityPlatform : IDisposable
    {
        // A page has one thread. Elsewhere nothing that waited goes on within what ended its wait.
#if UNITY_WEBGL && !UNITY_EDITOR
        internal const TaskCreationOptions Continuations = TaskCreationOptions.None;
#else
        internal const TaskCreationOptions Continuations = TaskCreationOptions.RunContinuationsAsynchronously;
#endif

        readonly UnityHttp _http;
        readonly FrameClock _clock;
        readonly PageSockets? _page;

        public UnityPlatform() : this(Sockets(), Continuations)
        {
        }

        internal UnityPlatform(ISocketTransport sockets, TaskCreationOptions continuations)
        {
            _http = new UnityHttp(continuations);
            _clock = new FrameClock(continuations);
            _page = sockets as PageSockets;
            Platform = new Platform(_http, sockets, _clock, continuations);
        }

        public Platform Platform { get; }

        /// <summary>What has come is heard before time is looked at: after a long pause nobody is taken for silent whose words lie there.</summary>
        public void Tick()
        {
            _page?.Tick();
            _clock.Tick(Time.realtimeSinceStartupAsDouble);
        }

        /// <summary>Whatever is under way ends, with an <see cref="OperationCanceledException"/>.</summary>
        public void Dispose()
        {
            _http.Close();
            _clock.Stop();
        }

#if UNITY_WEBGL && !UNITY_EDITOR
        static ISocketTransport Sockets() => new PageSockets(new ScriptPage());
#else
        static ISocketTransport Sockets() => new ClientSockets();
#endif
    }
}
