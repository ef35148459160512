#nullable enable
using System;
using System.Threading;
using System.Threading.Tasks;
using Gemeo.Client;

namespace Gemeo.Unity.Editor
{
    /// <summary>What the editor has, playing or not: Unity's HTTP, .NET's sockets and timers.</summary>
    static class EditorPlatform
    {
        public static Platform Create() => new Platform(new UnityHttp(), new ClientSockets(), new EditorClock());

        sealed class EditorClock : IClock
        {
            public DateTimeOffset Now => DateTimeOffset.UtcNow;

            public Task Delay(TimeSpan time, CancellationToken cancel) => Task.Delay(time, cancel);
        }
    }
}
