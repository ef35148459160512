using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using Gemeo.Hosting;
using Gemeo.Log;
using Gemeo.Presence;

namespace Gemeo.Live;

/// <summary>What a client says over its socket, message after message: orders, and what people do in rooms.
/// Orders wait for nobody; a room hears what was said in the order in which it was said.</summary>
public sealed partial class SocketHearing(SocketOrders orders, ILogger<SocketHearing> log)
{
    const int MessageLimit = 64 << 10;
    const int AtOnce = 16;

    public async Task HearAsync(WebSocket socket, LiveSocket live, Visit visit, Speaker speaker, CancellationToken cancel)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var room = new SemaphoreSlim(AtOnce);
        while (socket.State == WebSocketState.Open)
        {
            var got = await socket.ReceiveAsync(buffer.GetMemory(1024), cancel);
            if (got.MessageType == WebSocketMessageType.Close) return;
            buffer.Advance(got.Count);
            if (buffer.WrittenCount > MessageLimit)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.MessageTooBig, $"at most {MessageLimit} bytes", cancel);
                await Drain(socket);
                return;
            }
            if (!got.EndOfMessage) continue;
            var reply = await Hear(buffer.WrittenMemory, visit, speaker);
            buffer.ResetWrittenCount();
            if (reply is null) continue;
            await room.WaitAsync(cancel);
            _ = Answer(reply, live, room, cancel);
        }
    }

    // A connection closed on unread bytes is reset, and the client would not hear why.
    static async Task Drain(WebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var rest = new byte[16 << 10];
        try { while ((await socket.ReceiveAsync(rest.AsMemory(), patience.Token)).MessageType != WebSocketMessageType.Close) { } }
        catch (Exception why) when (why is OperationCanceledException or WebSocketException or IOException) { }
    }

    static async Task Answer(Func<Task<byte[]>> reply, LiveSocket live, SemaphoreSlim room, CancellationToken cancel)
    {
        try { await live.SendText(await reply(), cancel); }
        catch (Exception why) when (why is OperationCanceledException or IOException or TimeoutException or ObjectDisposedException) { /* the client went away; its command is on record */ }
        finally
        {
            try { room.Release(); }
            catch (ObjectDisposedException) { }
        }
    }

    /// <summary>What is to be answered, if anything.</summary>
    async ValueTask<Func<Task<byte[]>>?> Hear(ReadOnlyMemory<byte> message, Visit visit, Speaker speaker)
    {
        var language = speaker.Language;
        if (!JsonBody.TryParse(message.Span, out var root, out var fault)) return () => Task.FromResult(SocketRefusal.Json(null, Fault.BadJson, fault, language));
        var id = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out var given) ? given : (JsonElement?)null;
        if (Type(root) is not { } type || !Visit.Takes(type)) return () => Guard(id, language, () => orders.Reply(root, id, speaker));
        try { return await visit.Hear(type, root) is { } expected ? () => Task.FromResult(SocketRefusal.Json(id, Fault.BadValue, expected, language)) : null; }
        catch (Exception why) when (why is not OperationCanceledException) { return () => Guard(id, language, () => Task.FromException<byte[]>(why)); }
    }

    static string? Type(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    async Task<byte[]> Guard(JsonElement? id, string language, Func<Task<byte[]>> reply)
    {
        try { return await reply(); }
        catch (Exception why) when (why is LogUnavailableException or LogFencedException) { return SocketRefusal.Json(id, Fault.LogUnavailable, why.Message, language); }
        catch (Exception why) when (why is not OperationCanceledException)
        {
            Failed(log, why);
            return SocketRefusal.Json(id, Fault.Internal, null, language);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "What was said over a socket failed.")]
    static partial void Failed(ILogger log, Exception why);
}
