#nullable enable
using System;
using System.Net.WebSockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Gemeo.Client
{
    sealed class OpenSocket : ISocket
    {
        const int Largest = 64 << 20;
        static readonly TimeSpan _courtesy = TimeSpan.FromSeconds(1);
        readonly ClientWebSocket _socket;
        readonly SemaphoreSlim _sending = new SemaphoreSlim(1);
        byte[] _buffer = new byte[16 << 10];

        public OpenSocket(ClientWebSocket socket) => _socket = socket;

        public int CloseCode => (int)(_socket.CloseStatus ?? 0);

        public string CloseReason => _socket.CloseStatusDescription ?? "";

        public async Task Send(string text, CancellationToken cancel)
        {
            var bytes = new ArraySegment<byte>(Encoding.UTF8.GetBytes(text));
            await _sending.WaitAsync(cancel).ConfigureAwait(false);
            try { await _socket.SendAsync(bytes, WebSocketMessageType.Text, true, cancel).ConfigureAwait(false); }
            catch (Exception why) when (Broken(why)) { throw new UnreachedException(why.Message, why); }
            finally { _sending.Release(); }
        }

        // Messages are read on whatever thread they come: parsing is none of the main thread's work.
        public async Task<string?> Receive(CancellationToken cancel)
        {
            using var goodbye = cancel.Register(SayGoodbye);
            for (var length = 0; ;)
            {
                if (length == _buffer.Length) Grow();
                var piece = await Piece(new ArraySegment<byte>(_buffer, length, _buffer.Length - length), cancel).ConfigureAwait(false);
                if (piece.MessageType == WebSocketMessageType.Close) return null;
                length += piece.Count;
                if (piece.EndOfMessage) return Encoding.UTF8.GetString(_buffer, 0, length);
            }
        }

        async Task<WebSocketReceiveResult> Piece(ArraySegment<byte> into, CancellationToken cancel)
        {
            try
            {
                // Cancelling it would break the connection off, and the server would think that we may come back to our place.
                var piece = await _socket.ReceiveAsync(into, CancellationToken.None).ConfigureAwait(false);
                cancel.ThrowIfCancellationRequested();
                return piece;
            }
            catch (Exception) when (cancel.IsCancellationRequested) { throw new OperationCanceledException(cancel); }
            catch (Exception why) when (Broken(why)) { throw new UnreachedException(why.Message, why); }
        }

        // What was cut off by half is broken all the same.
        async void SayGoodbye()
        {
            using var limit = new CancellationTokenSource(_courtesy);
            try
            {
                await _sending.WaitAsync(limit.Token).ConfigureAwait(false);
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // it was a courtesy
            catch (Exception) { }
#pragma warning restore CA1031
            finally { _socket.Abort(); }
        }

        static bool Broken(Exception why) => why is WebSocketException || why is ObjectDisposedException || why is InvalidOperationException || why is System.IO.IOException;

        void Grow()
        {
            if (_buffer.Length >= Largest) throw new BadAnswerException("a message of more than 64 MB");
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        public void Dispose() => _socket.Dispose();
    }
}
