using System.Net;
using UnityEngine.Networking;

namespace Gemeo.UnityStubs;

// A web request under way: really HTTP, beside the main thread; what comes is handed over on it, once a frame.
sealed class Fetching
{
    static readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
    readonly object _gate = new();
    readonly DownloadHandler _handler;
    readonly CancellationTokenSource _end = new();
    readonly List<byte> _come = [];
    bool _ended;
    string _error;

    public Fetching(Uri uri, string method, List<KeyValuePair<string, string>> headers, UploadHandler upload, DownloadHandler handler)
    {
        _handler = handler;
        var request = new HttpRequestMessage(new HttpMethod(method), uri);
        if (upload?._data is { } data)
        {
            request.Content = new ByteArrayContent(data);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", upload.contentType);
        }
        foreach (var header in headers) request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        // The engine's own thread knows nothing of who asked.
        using (ExecutionContext.SuppressFlow()) _ = Task.Run(() => Fetch(request));
    }

    public UnityWebRequestAsyncOperation Operation { get; } = new();
    public long Status { get; private set; }
    public Dictionary<string, string> Headers { get; private set; }
    public string Error { get; private set; }
    public bool IsOver { get; private set; }
    public bool IsHandingOver { get; private set; }

    async Task Fetch(HttpRequestMessage request)
    {
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _end.Token);
            Headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase);
            Status = (long)answer.StatusCode;
            using var body = await answer.Content.ReadAsStreamAsync();
            var piece = new byte[4096];
            for (int many; (many = await body.ReadAsync(piece, 0, piece.Length, _end.Token)) > 0;)
                lock (_gate) _come.AddRange(piece.AsSpan(0, many).ToArray());
        }
        catch (Exception why) when (why is HttpRequestException or IOException or OperationCanceledException or WebException) { _error = why.GetBaseException().Message; }
        lock (_gate) _ended = true;
    }

    // In the player's frame. False when it is over.
    public bool Pump()
    {
        if (IsOver) return false;
        byte[] come = null;
        bool ended;
        lock (_gate)
        {
            ended = _ended;
            if (_come.Count > 0) come = [.. _come];
            _come.Clear();
        }
        if (come is not null && !HandOver(come)) Abort();
        if (ended && !IsOver) Over(_error);
        return !IsOver;
    }

    public void Abort()
    {
        if (IsOver) return;
        _end.Cancel();
        Over("Request aborted");
    }

    bool HandOver(byte[] come)
    {
        IsHandingOver = true;
        try { return _handler is null || _handler.Hand(come); }
        finally { IsHandingOver = false; }
    }

    void Over(string error)
    {
        (Error, IsOver) = (error, true);
        if (error is null) _handler?.End();
        Operation.Complete();
    }
}
