using System.Net.WebSockets;
using System.Text.Json;
using Gemeo.Cli.Connection;

namespace Gemeo.Cli.Live;

/// <summary>Everything as it stands, in one message: what <c>/ws</c> says first.</summary>
public static class Snapshot
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    public static async Task<JsonElement> Take(GemeoServer server, CancellationToken cancel)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        waiting.CancelAfter(_patience);
        try
        {
            // Security entries are rare, so nothing else comes before we are gone.
            using var socket = await server.Open("ws?kind=security", waiting.Token);
            await foreach (var message in Messages.Read(socket, waiting.Token)) return message;
            throw new UnreachedException("/ws closed");
        }
        catch (WebSocketException why) { throw new UnreachedException(why.Message.TrimEnd('.'), why); }
        catch (OperationCanceledException why) when (!cancel.IsCancellationRequested) { throw new UnreachedException("/ws time-out", why); }
    }
}
