#nullable enable
using System;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;

namespace Gemeo.Client
{
    /// <summary>Listens at a socket until it ends, and notices when it is silent for too long.</summary>
    sealed class Ear
    {
        readonly Platform _platform;
        readonly TimeSpan _silence;
        readonly Inbox _inbox;
        readonly EntryReader _reader = new EntryReader();
        volatile bool _heard;

        public Ear(Platform platform, TimeSpan silence, Inbox inbox)
        {
            _platform = platform;
            _silence = silence;
            _inbox = inbox;
        }

        /// <param name="hear">Told an <see cref="Entry"/>, <see cref="Snapshot"/> or <see cref="Message"/> at a time.</param>
        /// <exception cref="UnreachedException">It broke off, or was silent for too long.</exception>
        public async Task Listen(ISocket socket, Action<object> hear, CancellationToken cancel)
        {
            using var listening = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            using var ended = new CancellationTokenSource();
            var watch = Watch(listening, ended.Token);
            try { await Apart(() => Read(socket, hear, listening.Token)); }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { throw new UnreachedException("silence"); }
            finally
            {
                ended.Cancel();
                await watch;
            }
        }

        // Reading and parsing go on where the socket's answer comes: it is none of the frames' work. A page has its one thread only, and must keep to it.
        Task Apart(Func<Task> work)
        {
            if (!_platform.HasThreads) return work();
            var context = SynchronizationContext.Current;
            SynchronizationContext.SetSynchronizationContext(null);
            try { return work(); }
            finally { SynchronizationContext.SetSynchronizationContext(context); }
        }

        async Task Read(ISocket socket, Action<object> hear, CancellationToken cancel)
        {
            while (await socket.Receive(cancel) is { } text)
            {
                _heard = true;
                hear(Parse(text));
                await _inbox.Room();
            }
        }

        object Parse(string text)
        {
            try
            {
                if (_reader.Read(text) is { } entry) return entry;
                var message = Message.Read(text);
                return message.Type == "snapshot" ? (object)Snapshot.Read(message.Body) : message;
            }
            catch (JsonException why) { throw new BadAnswerException(why.Message, why); }
        }

        // A look now and then costs less than a timer for each message. Silence while nobody dispatches is our own.
        async Task Watch(CancellationTokenSource listening, CancellationToken ended)
        {
            try
            {
                for (var silent = 0; silent < 4; silent = _heard || !_inbox.Room().IsCompleted ? 0 : silent + 1)
                {
                    _heard = false;
                    await _platform.Clock.Delay(TimeSpan.FromTicks(_silence.Ticks / 4), ended);
                }
                listening.Cancel();
            }
            catch (OperationCanceledException) { /* it was closed */ }
        }
    }
}
