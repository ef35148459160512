using System.Net.WebSockets;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Access;

/// <summary>What somebody may hold open: the socket, the bare one, the stream, one observed property.</summary>
sealed class Open : IAsyncDisposable
{
    /// <summary>How long what nobody may hold any more may stay open.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    LiveClient _socket = null!, _bare = null!;
    StreamReader _events = null!, _observed = null!;

    public static async Task<Open> As(TestServer server, params (string, string)[] headers)
    {
        Task<LiveClient> Socket(string query) => LiveClient.Connect(new Uri($"ws://127.0.0.1:{server.Url.Port}/ws{query}"), headers);
        var open = new Open { _socket = await Socket(""), _bare = await Socket("?raw=luz-a/state") };
        await open._socket.Snapshot();
        (open._events, open._observed) = (await Stream(server, "/events", headers), await Stream(server, "/things/luz-a/properties/ligada/events", headers));
        return open;
    }

    public static async Task<StreamReader> Stream(TestServer server, string path, params (string, string)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var answer = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        return new(await answer.Content.ReadAsStreamAsync());
    }

    public bool IsOpen => _socket.Socket.State == WebSocketState.Open && _bare.Socket.State == WebSocketState.Open;

    /// <summary>Fails when one of them is still open at the end of the time.</summary>
    public async Task Closed(string why, TimeSpan within)
    {
        Task[] ends = [Ends(_socket, why), Ends(_bare, why), Ends(_events, why), Ends(_observed, why)];
        await Task.WhenAll(ends).WaitAsync(within);
    }

    public static async Task Ends(LiveClient client, string why)
    {
        while (await client.Text() is not null) { }
        Assert.Equal(((WebSocketCloseStatus?)4001, why), (client.Socket.CloseStatus, client.Socket.CloseStatusDescription));
    }

    static async Task Ends(StreamReader events, string why) => Assert.Contains($"\"reason\":\"{why}\"", await events.ReadToEndAsync(), StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        foreach (var client in (LiveClient[])[_socket, _bare]) await client.DisposeAsync();
        foreach (var stream in (StreamReader[])[_events, _observed]) stream.Dispose();
    }
}
