#nullable enable
using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Gemeo.Client
{
    /// <summary>HTTP by an <see cref="HttpClient"/>, whose own time-out should be infinite: the client has its own.</summary>
    public sealed class HttpClientTransport : IHttpTransport
    {
        readonly HttpClient _http;

        public HttpClientTransport(HttpClient http) => _http = http;

        public async Task<IHttpAnswer> Send(HttpQuestion question, CancellationToken cancel)
        {
            using var request = new HttpRequestMessage(new HttpMethod(question.Method), question.Address);
            if (question.Body != null) request.Content = new StringContent(question.Body, Encoding.UTF8, "application/json");
            foreach (var header in question.Headers)
            {
                if (header.Key != "Content-Type") request.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
            try
            {
                var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
                return new HttpAnswer(response, await response.Content.ReadAsStreamAsync().ConfigureAwait(false));
            }
            catch (HttpRequestException why) { throw new UnreachedException(why.GetBaseException().Message.TrimEnd('.'), why); }
            // The client's own time-out, or its handler's for connecting.
            catch (OperationCanceledException why) when (!cancel.IsCancellationRequested) { throw new UnreachedException("no answer in time", why); }
        }

        sealed class HttpAnswer : IHttpAnswer
        {
            readonly HttpResponseMessage _response;
            readonly StreamReader _body;
            readonly char[] _piece = new char[8192];

            public HttpAnswer(HttpResponseMessage response, Stream body)
            {
                _response = response;
                _body = new StreamReader(body, Encoding.UTF8);
            }

            public int Status => (int)_response.StatusCode;

            public string? Header(string name) =>
                _response.Headers.TryGetValues(name, out var values) || _response.Content.Headers.TryGetValues(name, out values) ? string.Join(",", values.ToArray()) : null;

            public async Task<string?> Read(CancellationToken cancel)
            {
                try
                {
                    var many = await _body.ReadAsync(_piece.AsMemory(), cancel).ConfigureAwait(false);
                    return many == 0 ? null : new string(_piece, 0, many);
                }
                catch (Exception why) when (why is IOException || why is HttpRequestException) { throw new UnreachedException(why.GetBaseException().Message.TrimEnd('.'), why); }
            }

            public void Dispose()
            {
                _body.Dispose();
                _response.Dispose();
            }
        }
    }
}
