using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using Gemeo.Hosting;
using Gemeo.Log;
using Gemeo.Things;

namespace Gemeo.Live;

/// <summary>What a client says over its socket: <c>{"type":"invoke","id":"1","thing":"…","action":"…","input":…}</c> or
/// <c>{"type":"write","id":"2","thing":"…","property":"…","value":…}</c>, with <c>timeout</c> and <c>queue</c> in seconds if it likes.
/// Each is answered with its own <c>id</c>, in the order in which they end.</summary>
public sealed partial class SocketOrders(IGrainFactory grains, ILogger<SocketOrders> log)
{
    const int MessageLimit = 64 << 10;
    const int AtOnce = 16;

    public async Task HearAsync(WebSocket socket, LiveSocket live, HttpContext http, CancellationToken cancel)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var room = new SemaphoreSlim(AtOnce);
        var language = Language.Of(http);
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
            var message = buffer.WrittenSpan.ToArray();
            buffer.ResetWrittenCount();
            await room.WaitAsync(cancel);
            _ = Answer(message, live, language, room, cancel);
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

    async Task Answer(byte[] message, LiveSocket live, string language, SemaphoreSlim room, CancellationToken cancel)
    {
        try { await live.SendText(await Reply(message, language), cancel); }
        catch (Exception why) when (why is OperationCanceledException or IOException or TimeoutException or ObjectDisposedException) { /* the client went away; its command is on record */ }
        finally
        {
            try { room.Release(); }
            catch (ObjectDisposedException) { }
        }
    }

    async Task<byte[]> Reply(byte[] message, string language)
    {
        if (!JsonBody.TryParse(message, out var root, out var fault)) return Refusal(null, Fault.BadJson, fault, language);
        var id = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out var given) ? given : (JsonElement?)null;
        try { return await Reply(root, id, language); }
        catch (Exception why) when (why is LogUnavailableException or LogFencedException) { return Refusal(id, Fault.LogUnavailable, why.Message, language); }
        catch (Exception why) when (why is not OperationCanceledException)
        {
            Failed(log, why);
            return Refusal(id, Fault.Internal, null, language);
        }
    }

    async Task<byte[]> Reply(JsonElement root, JsonElement? id, string language)
    {
        if (BadSeconds(root) is { } bad) return Refusal(id, Fault.BadInput, bad, language);
        if (Read(root) is not (var thing, var order)) return Refusal(id, Fault.BadInput, "expected {\"type\":\"invoke\",\"thing\",\"action\"} or {\"type\":\"write\",\"thing\",\"property\",\"value\"}", language);
        var answer = await grains.GetGrain<IThing>(thing).Ask(order);
        return OrderOutcome.Fault(answer) is { } fault
            ? Refusal(id, fault, answer.Detail, language, answer.Command)
            : JsonSerializer.SerializeToUtf8Bytes(new { type = "answer", id, command = answer.Command }, JsonStyle.Web);
    }

    static string? BadSeconds(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in (string[])["timeout", "queue"])
            if (root.TryGetProperty(name, out var given) && given.ValueKind != JsonValueKind.Null && !(Number(root, name) > 0)) return $"{name}: expected seconds above 0, got {given.GetRawText()}";
        return null;
    }

    static (string Thing, Order Order)? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || Text(root, "thing") is not { Length: > 0 } thing || Text(root, "type") is not { } type) return null;
        var (of, name, input) = type switch
        {
            "invoke" => (CommandOf.Action, Text(root, "action"), "input"),
            "write" => (CommandOf.Property, Text(root, "property"), "value"),
            _ => (CommandOf.Action, null, ""),
        };
        if (name is null) return null;
        return (thing, new Order
        {
            Of = of,
            Name = name,
            Input = root.TryGetProperty(input, out var value) && value.ValueKind != JsonValueKind.Null ? value : null,
            Timeout = OrderOutcome.Seconds(Number(root, "timeout"), OrderOutcome.LongestTimeout),
            Queue = OrderOutcome.Seconds(Number(root, "queue"), OrderOutcome.LongestQueue),
            By = "ws",
        });
    }

    static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static double? Number(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    static byte[] Refusal(JsonElement? id, Fault fault, string? detail, string language, Command? command = null) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type = "error", id, status = fault.Status, code = fault.Code, erro = fault.In(language), detail, command }, JsonStyle.Web);

    [LoggerMessage(1, LogLevel.Error, "An order over a socket failed.")]
    static partial void Failed(ILogger log, Exception why);
}
