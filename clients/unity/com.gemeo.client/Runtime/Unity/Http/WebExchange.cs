#nullable enable
using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Gemeo.Client;
using UnityEngine.Networking;

namespace Gemeo.Unity
{
    /// <summary>
    /// One question and its answer. Unity's side of it lives on the main thread; the answer may be read from any. Nobody goes on from within
    /// Unity's callbacks: a request must not be disposed of there.
    /// </summary>
    sealed class WebExchange : IHttpAnswer
    {
        readonly object _gate = new object();
        readonly HttpQuestion _question;
        readonly SynchronizationContext _main;
        readonly TaskCreationOptions _continuations;
        readonly Action<WebExchange> _over;
        readonly TaskCompletionSource<IHttpAnswer> _head;
        readonly Queue<string> _pieces = new Queue<string>();
        CancellationTokenRegistration _cancel, _reading;
        TaskCompletionSource<string?>? _reader;
        UnityWebRequest? _request;
        Dictionary<string, string>? _headers;
        Exception? _broken;
        bool _ended, _unwanted;

        /// <param name="over">Told when nothing more comes of it.</param>
        public WebExchange(HttpQuestion question, SynchronizationContext main, TaskCreationOptions continuations, Action<WebExchange> over)
        {
            _question = question;
            _main = main;
            _continuations = continuations;
            _over = over;
            _head = new TaskCompletionSource<IHttpAnswer>(continuations);
        }

        public Task<IHttpAnswer> Head => _head.Task;

        public int Status { get; private set; }

        public string? Header(string name)
        {
            lock (_gate)
            {
                if (_headers is null) return null;
                foreach (var header in _headers)
                {
                    if (string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)) return header.Value;
                }
                return null;
            }
        }

        public void EndWith(CancellationToken cancel)
        {
            if (cancel.CanBeCanceled) _cancel = cancel.Register(Drop);
        }

        public Task<string?> Read(CancellationToken cancel)
        {
            TaskCompletionSource<string?> reader;
            lock (_gate)
            {
                if (_pieces.Count > 0) return Task.FromResult<string?>(_pieces.Dequeue());
                if (_broken != null) return Task.FromException<string?>(_broken);
                if (_ended) return Task.FromResult<string?>(null);
                if (_unwanted) return Task.FromCanceled<string?>(new CancellationToken(true));
                _reader = reader = new TaskCompletionSource<string?>(_continuations);
            }
            if (cancel.CanBeCanceled) _reading = cancel.Register(() => reader.TrySetCanceled());
            return reader.Task;
        }

        public void Dispose() => Drop();

        /// <summary>On the main thread.</summary>
        public void Begin()
        {
            if (_unwanted) return;
            try
            {
                _request = new UnityWebRequest(_question.Address, _question.Method) { downloadHandler = new PieceHandler(Hear), redirectLimit = 0 };
                if (_question.Body != null) _request.uploadHandler = new UploadHandlerRaw(Encoding.UTF8.GetBytes(_question.Body)) { contentType = "application/json" };
                foreach (var header in _question.Headers)
                {
                    if (header.Key != "Content-Type") _request.SetRequestHeader(header.Key, header.Value);
                }
                _request.SendWebRequest().completed += _ => End();
            }
            catch (InvalidOperationException why)
            {
                // "Insecure connection not allowed": the project forbids plain HTTP.
                lock (_gate) _broken = new UnreachedException(why.Message, why);
                Tell();
            }
        }

        /// <summary>On the main thread: nothing is waited for any more.</summary>
        public void Close()
        {
            Unwanted();
            Clean();
        }

        void Hear(string piece)
        {
            lock (_gate) _pieces.Enqueue(piece);
            TakeHead();
            _main.Post(heard => ((WebExchange)heard).Tell(), this);
        }

        void End()
        {
            if (_unwanted || _request is null) return;
            TakeHead();
            lock (_gate)
            {
                _ended = true;
                if (_request.result == UnityWebRequest.Result.ConnectionError || _request.result == UnityWebRequest.Result.DataProcessingError) Break(_request.error, _request.responseCode);
            }
            _main.Post(heard => ((WebExchange)heard).Tell(), this);
        }

        // A redirection is an answer like others, though Unity takes one that it may not follow for an error.
        void Break(string why, long status)
        {
            if (status < 300 || status >= 400) _broken = new UnreachedException(why.TrimEnd('.'));
        }

        void TakeHead()
        {
            if (_request is null || _headers != null) return;
            lock (_gate)
            {
                Status = (int)_request.responseCode;
                _headers = _request.GetResponseHeaders();
            }
        }

        void Tell()
        {
            if (_unwanted) return;
            if (!_head.Task.IsCompleted) TellHead();
            TellReader();
            if (_ended || _broken != null) Clean();
        }

        void TellHead()
        {
            _cancel.Dispose();
            if (_broken != null && _pieces.Count == 0) _head.TrySetException(_broken);
            else _head.TrySetResult(this);
        }

        void TellReader()
        {
            TaskCompletionSource<string?>? reader;
            string? piece;
            lock (_gate)
            {
                if (_reader is null || _pieces.Count == 0 && !_ended && _broken is null) return;
                (reader, _reader) = (_reader, null);
                if (reader.Task.IsCompleted) return; // given up: the piece is for whoever reads next
                piece = _pieces.Count > 0 ? _pieces.Dequeue() : null;
            }
            _reading.Dispose();
            if (piece is null && _broken != null) reader.TrySetException(_broken);
            else reader.TrySetResult(piece);
        }

        // From any thread: the request itself is put away on the main one.
        void Drop()
        {
            Unwanted();
            _main.Post(dropped => ((WebExchange)dropped).Clean(), this);
        }

        void Unwanted()
        {
            TaskCompletionSource<string?>? reader;
            lock (_gate)
            {
                _unwanted = true;
                (reader, _reader) = (_reader, null);
            }
            _head.TrySetCanceled();
            reader?.TrySetCanceled();
        }

        void Clean()
        {
            var (request, over) = (_request, _over);
            _request = null;
            request?.Dispose();
            over(this);
        }
    }
}
