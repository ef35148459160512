using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Gemeo.Cli.Connection;

/// <summary>The server as a client sees it: answers, refusals, or nobody there.</summary>
public sealed class GemeoServer : IDisposable
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    static readonly TimeSpan _connectPatience = TimeSpan.FromSeconds(5);

    readonly SocketsHttpHandler _handler;
    readonly HttpMessageInvoker _sockets;
    readonly HttpClient _http;

    public GemeoServer(ServerAddress address, string language)
    {
        Address = address;
        // A proxy of the environment is for the world outside, never for this machine.
        _handler = new() { ConnectTimeout = _connectPatience, AllowAutoRedirect = false, UseProxy = !address.Base.IsLoopback };
        _sockets = new(_handler, disposeHandler: false);
        _http = new(_handler, disposeHandler: false) { BaseAddress = address.Base, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        if (address.Key is { } key) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public ServerAddress Address { get; }

    public async Task<JsonElement> Get(string path, CancellationToken cancel) => (await Send(HttpMethod.Get, path, null, _patience, cancel)).Body;

    /// <param name="json">The body as JSON text; null for none.</param>
    /// <exception cref="RefusedException">The server said no.</exception>
    /// <exception cref="UnreachedException">Nobody answered within the patience.</exception>
    public async Task<Answer> Send(HttpMethod method, string path, string? json, TimeSpan patience, CancellationToken cancel)
    {
        var answer = await TrySend(method, path, json, patience, cancel);
        return answer.Refusal is { } refusal ? throw new RefusedException(refusal) : answer;
    }

    /// <summary>Likewise, but a refusal is an answer.</summary>
    public async Task<Answer> TrySend(HttpMethod method, string path, string? json, TimeSpan? patience, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await TrySend(request, patience ?? _patience, cancel);
    }

    /// <summary>Sends a file as the field <c>file</c> of a form; a refusal is an answer.</summary>
    /// <param name="sent">Told how many bytes have gone.</param>
    public async Task<Answer> Upload(string path, string name, Stream content, Action<long> sent, TimeSpan patience, CancellationToken cancel)
    {
        using var form = new MultipartFormDataContent { { new StreamContent(new ToldStream(content, sent)), "file", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        return await TrySend(request, patience, cancel);
    }

    async Task<Answer> TrySend(HttpRequestMessage request, TimeSpan patience, CancellationToken cancel)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        waiting.CancelAfter(patience);
        try
        {
            using var response = await _http.SendAsync(request, waiting.Token);
            var body = await response.Content.ReadAsByteArrayAsync(waiting.Token);
            return Read(response, body);
        }
        catch (HttpRequestException why) { throw new UnreachedException((why.InnerException ?? why).Message.TrimEnd('.'), why); }
        catch (OperationCanceledException why) when (!cancel.IsCancellationRequested) { throw new UnreachedException("time-out", why); }
    }

    /// <summary>Posts and reads the answer's server-sent events as they come.</summary>
    /// <exception cref="RefusedException">The server said no.</exception>
    /// <exception cref="UnreachedException">Nobody answered, or the answer broke off.</exception>
    public async IAsyncEnumerable<JsonElement> Stream(string path, string json, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await Reached(() => _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel));
        if (!response.IsSuccessStatusCode) throw new RefusedException(Refusal.Read((int)response.StatusCode, response.ReasonPhrase, await response.Content.ReadAsByteArrayAsync(cancel)));
        await using var events = SseParser.Create(await response.Content.ReadAsStreamAsync(cancel), (_, data) => JsonElement.Parse(data)).EnumerateAsync(cancel).GetAsyncEnumerator(cancel);
        while (await Reached(() => events.MoveNextAsync().AsTask())) yield return events.Current.Data;
    }

    static async Task<T> Reached<T>(Func<Task<T>> work)
    {
        try { return await work(); }
        catch (Exception why) when (why is HttpRequestException or IOException) { throw new UnreachedException((why.InnerException ?? why).Message.TrimEnd('.'), why); }
    }

    static Answer Read(HttpResponseMessage response, byte[] body)
    {
        var next = response.Headers.TryGetValues("Link", out var links) ? NextOf(string.Join(',', links)) : null;
        var reported = response.Headers.TryGetValues("X-Reported", out var times) ? times.First() : null;
        if (!response.IsSuccessStatusCode)
            return new((int)response.StatusCode, default, response.Headers.Date, next, reported, Refusal.Read((int)response.StatusCode, response.ReasonPhrase, body));
        return new((int)response.StatusCode, body.Length == 0 ? default : JsonElement.Parse(body), response.Headers.Date, next, reported, null);
    }

    // <//things?offset=100&limit=100>; rel="next", relative to the server, whatever folder it is behind.
    static string? NextOf(string link)
    {
        var (open, close) = (link.IndexOf('<', StringComparison.Ordinal), link.IndexOf('>', StringComparison.Ordinal));
        return open >= 0 && close > open && link.Contains("rel=\"next\"", StringComparison.Ordinal) ? link[(open + 1)..close].TrimStart('/') : null;
    }

    /// <summary>Opens a socket at a path such as <c>ws?thing=lamp</c>.</summary>
    /// <exception cref="RefusedException">The handshake was refused.</exception>
    /// <exception cref="UnreachedException">There is nobody, or nobody who speaks WebSocket.</exception>
    public async Task<ClientWebSocket> Open(string path, CancellationToken cancel)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.KeepAliveInterval = socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(15);
        foreach (var (name, values) in _http.DefaultRequestHeaders) socket.Options.SetRequestHeader(name, string.Join(',', values));
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        waiting.CancelAfter(_patience);
        try
        {
            await socket.ConnectAsync(Address.Socket(path), _sockets, waiting.Token);
            return socket;
        }
        catch (Exception why) when (why is WebSocketException or HttpRequestException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            var status = (int)socket.HttpStatusCode;
            socket.Dispose();
            if (status >= 400) throw new RefusedException(await WhyRefused(status, cancel));
            throw new UnreachedException(why is OperationCanceledException ? "time-out" : (why.InnerException ?? why).Message.TrimEnd('.'), why);
        }
    }

    // A refused handshake hides its body; whoever is not let in at all is told the same at any address.
    async Task<Refusal> WhyRefused(int status, CancellationToken cancel) =>
        status is 401 or 403 && (await TrySend(HttpMethod.Get, "health/live", null, null, cancel)).Refusal is { } refusal
            ? refusal : Refusal.Read(status, "WebSocket", "null"u8);

    public void Dispose()
    {
        _http.Dispose();
        _sockets.Dispose();
        _handler.Dispose();
    }
}

/// <param name="Body">Undefined when there is none.</param>
/// <param name="Date">The server's clock, to the second.</param>
/// <param name="Next">Path of the next page.</param>
/// <param name="Reported">When the device reported the value, ISO 8601.</param>
public sealed record Answer(int Status, JsonElement Body, DateTimeOffset? Date, string? Next, string? Reported, Refusal? Refusal);
