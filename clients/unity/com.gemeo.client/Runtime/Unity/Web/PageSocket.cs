#nullable enable
using System;
using System.Threading;
using System.Threading.Tasks;
using Gemeo.Client;

namespace Gemeo.Unity
{
    sealed class PageSocket : ISocket
    {
        const int Connecting = 0, Open = 1, Broke = 1006;
        readonly IPage _page;
        readonly int _number;
        readonly Action<PageSocket> _gone;
        TaskCompletionSource<bool>? _opening;
        TaskCompletionSource<string?>? _reader;
        bool _disposed;

        public PageSocket(IPage page, int number, Action<PageSocket> gone)
        {
            _page = page;
            _number = number;
            _gone = gone;
        }

        public int CloseCode => _disposed ? 0 : _page.CloseCode(_number);

        public string CloseReason => _disposed ? "" : _page.CloseReason(_number);

        public async Task Opened(CancellationToken cancel)
        {
            var opening = _opening = new TaskCompletionSource<bool>();
            using (cancel.Register(() => opening.TrySetCanceled()))
            {
                if (!await opening.Task) throw new UnreachedException("the page could not open a WebSocket");
            }
        }

        public Task Send(string text, CancellationToken cancel) =>
            !_disposed && _page.Send(_number, text) ? Task.CompletedTask : Task.FromException(new UnreachedException("the connection is closed"));

        public async Task<string?> Receive(CancellationToken cancel)
        {
            cancel.ThrowIfCancellationRequested();
            if (_disposed) throw new UnreachedException("the connection is closed");
            if (_page.Next(_number) is { } next) return next;
            if (_page.State(_number) != Open) return Closed();
            var reader = _reader = new TaskCompletionSource<string?>();
            using (cancel.Register(() => reader.TrySetCanceled())) return await reader.Task ?? Closed();
        }

        /// <summary>Once a frame: whoever waits for what is there goes on, here and now.</summary>
        public void Tick()
        {
            if (_opening != null) TickOpening();
            if (_reader is null) return;
            var next = _page.Next(_number);
            if (next is null && _page.State(_number) == Open) return;
            var reader = _reader;
            _reader = null;
            reader.TrySetResult(next);
        }

        public void Dispose()
        {
            if (_disposed) return;
            _disposed = true;
            _page.Close(_number);
            _gone(this);
        }

        void TickOpening()
        {
            var state = _page.State(_number);
            if (state == Connecting) return;
            var opening = _opening;
            _opening = null;
            opening!.TrySetResult(state == Open);
        }

        string? Closed() => CloseCode == Broke ? throw new UnreachedException("the connection broke") : (string?)null;
    }
}
