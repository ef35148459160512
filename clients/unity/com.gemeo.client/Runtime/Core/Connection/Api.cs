#nullable enable
using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>Plain questions to the server, for whatever the rest does not wrap: JSON in, JSON out, a refusal is a <see cref="RefusedException"/>.</summary>
    public sealed class Api
    {
        readonly Platform _platform;
        readonly ClientOptions _options;

        internal Api(ServerAddress address, Platform platform, ClientOptions options)
        {
            Address = address;
            _platform = platform;
            _options = options;
        }

        public ServerAddress Address { get; }

        internal IClock Clock => _platform.Clock;

        internal string? Language => _options.Language;

        internal TimeSpan OrderPatience(TimeSpan? deadline) => deadline is { } granted ? granted + _options.Patience : _options.OrderPatience;

        public async Task<JToken> Get(string path, CancellationToken cancel = default) => (await Send("GET", path, null, null, cancel)).Body;

        /// <param name="body">Null for none.</param>
        /// <param name="patience">How long to wait for the whole answer; the options' when null.</param>
        public async Task<Answer> Send(string method, string path, JToken? body = null, TimeSpan? patience = null, CancellationToken cancel = default)
        {
            var (head, text) = await Text(method, path, body, "application/json", patience, cancel);
            return new Answer(head, text);
        }

        /// <summary>An answer as text: a file, a page.</summary>
        public async Task<string> GetText(string path, string accept, CancellationToken cancel = default) =>
            (await Text("GET", path, null, accept, null, cancel)).Text;

        Task<(AnswerHead Head, string Text)> Text(string method, string path, JToken? body, string accept, TimeSpan? patience, CancellationToken cancel) =>
            Clock.Within(patience ?? _options.Patience, cancel, async waiting =>
            {
                using var answer = await Ask(method, path, body, accept, waiting);
                return (new AnswerHead(answer), await Whole(answer, waiting));
            });

        /// <summary>Asks, and tells the answer piece by piece, as it comes; the whole may take as long as it takes.</summary>
        internal async Task Stream(string method, string path, JToken? body, string accept, Action<string> piece, CancellationToken cancel)
        {
            using var answer = await Clock.Within(_options.Patience, cancel, waiting => Ask(method, path, body, accept, waiting));
            while (await Clock.Within(_options.Silence, cancel, waiting => answer.Read(waiting)) is { } text) piece(text);
        }

        /// <summary>Gives the answer once its head is there and is no refusal.</summary>
        async Task<IHttpAnswer> Ask(string method, string path, JToken? body, string accept, CancellationToken cancel)
        {
            var question = new HttpQuestion(method, Address.Of(path)) { Body = body?.Line() };
            foreach (var header in Headers) question.Headers[header.Key] = header.Value;
            question.Headers["Accept"] = accept;
            if (body != null) question.Headers["Content-Type"] = "application/json";
            var answer = await _platform.Http.Send(question, cancel);
            if (answer.Status >= 200 && answer.Status < 300) return answer;
            using (answer) throw RefusedException.Of(Refusal.Read(answer.Status, await Whole(answer, cancel)));
        }

        internal Dictionary<string, string> Headers
        {
            get
            {
                var headers = new Dictionary<string, string>();
                if (_options.Language != null) headers["Accept-Language"] = _options.Language;
                if (Address.Key != null) headers["Authorization"] = "Bearer " + Address.Key;
                return headers;
            }
        }

        static async Task<string> Whole(IHttpAnswer answer, CancellationToken cancel)
        {
            var first = await answer.Read(cancel);
            if (first is null) return "";
            var next = await answer.Read(cancel);
            if (next is null) return first;
            var whole = new StringBuilder(first);
            for (; next != null; next = await answer.Read(cancel)) whole.Append(next);
            return whole.ToString();
        }
    }
}
