using System.Text.Json;
using Gemeo.Hosting;
using Gemeo.Things;

namespace Gemeo.Live;

/// <summary>Orders over a socket: <c>{"type":"invoke","id":"1","thing":"…","action":"…","input":…}</c> or
/// <c>{"type":"write","id":"2","thing":"…","property":"…","value":…}</c>, with <c>timeout</c> and <c>queue</c> in seconds if it likes.
/// Each is answered with its own <c>id</c>, in the order in which they end.</summary>
public sealed class SocketOrders(IGrainFactory grains)
{
    public async Task<byte[]> Reply(JsonElement root, JsonElement? id, string language)
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

    static byte[] Refusal(JsonElement? id, Fault fault, string? detail, string language, Command? command = null) => SocketRefusal.Json(id, fault, detail, language, command);
}
