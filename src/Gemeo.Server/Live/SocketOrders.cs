using System.Text.Json;
using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Gemeo.Log;
using Gemeo.Things;

namespace Gemeo.Live;

/// <summary>Who speaks over a socket, what they see, and which language they read.</summary>
public sealed record Speaker(Identity Identity, Sight Sight, string Language)
{
    public string By { get; } = Identity.Kind == IdentityKind.Machine ? "ws" : "ws:" + Identity.Name;
}

/// <summary>Orders over a socket: <c>{"type":"invoke","id":"1","thing":"…","action":"…","input":…}</c> or
/// <c>{"type":"write","id":"2","thing":"…","property":"…","value":…}</c>, with <c>timeout</c> and <c>queue</c> in seconds if it likes.
/// Each is answered with its own <c>id</c>, in the order in which they end.</summary>
public sealed class SocketOrders(IGrainFactory grains, TimeProvider time)
{
    public async Task<byte[]> Reply(JsonElement root, JsonElement? id, Speaker speaker)
    {
        var language = speaker.Language;
        if (BadSeconds(root) is { } bad) return Refusal(id, Fault.BadInput, bad, language);
        if (Read(root) is not (var thing, var order)) return Refusal(id, Fault.BadInput, "expected {\"type\":\"invoke\",\"thing\",\"action\"} or {\"type\":\"write\",\"thing\",\"property\",\"value\"}", language);
        if (speaker.Identity.Over(time.Now()) is { } over) return Refusal(id, Fault.BadKey, over, language);
        if (!speaker.Identity.May(Role.Operator)) return Refusal(id, Fault.NoRight, "this wants the role operator", language);
        if (!speaker.Sight.Sees(thing)) return Refusal(id, Fault.NoThing, null, language);
        var answer = await grains.Ask(thing, order with { By = speaker.By });
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
        });
    }

    static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static double? Number(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    static byte[] Refusal(JsonElement? id, Fault fault, string? detail, string language, Command? command = null) => SocketRefusal.Json(id, fault, detail, language, command);
}
