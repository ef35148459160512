using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>One MQTT form seen both ways: how it is heard, and how it is told.</summary>
sealed record FormPair(Place Place, Form? Read, Form? Write, bool Observes);

/// <summary>Reads an MQTT form.</summary>
static class FormReader
{
    static readonly string[] _packets = ["publish", "subscribe", "unsubscribe"];

    /// <summary>Null, without a fault, for a form that is not MQTT's.</summary>
    /// <param name="reads">Whether its <c>op</c> (or its default) reads.</param>
    /// <param name="writes">Whether its <c>op</c> (or its default) writes or invokes.</param>
    public static FormPair? Read(Place form, Uri? home, bool reads, bool writes)
    {
        if (FormAddress.Read(form, home) is not { } address) return null;
        (reads, writes) = ByPacket(form, reads, writes);
        if (Payload.Read(form, reads, writes) is not { } payload) return null;
        var common = payload with { Qos = Qos(form), Retain = form.Flag("mqv:retain") ?? false };
        return new(form,
            reads ? Heard(form, address, common) : null,
            writes ? Told(form, address, common) : null,
            form.OneOrMore("op").Any(o => o.Value.ValueEquals("observeproperty")));
    }

    static Form Heard(Place form, FormAddress address, Form payload)
    {
        var topic = address.Filter ?? address.Topic!;
        if (Topics.FilterFault(topic) is { } fault) form.Fault(Word(address.Filter, form), fault);
        return payload with { Topic = topic, Template = null };
    }

    static Form Told(Place form, FormAddress address, Form payload)
    {
        var topic = address.Topic ?? address.Filter!;
        if (Topics.NameFault(topic) is { } fault) form.Fault(Word(address.Topic is null ? address.Filter : null, form), fault);
        return payload with { Topic = topic };
    }

    static string Word(string? filter, Place form) =>
        filter is not null ? "mqv:filter" : form.Get("mqv:topic") is not null ? "mqv:topic" : "href";

    /// <summary>Without <c>op</c>, the control packet says which way; with it, both must agree.</summary>
    static (bool Reads, bool Writes) ByPacket(Place form, bool reads, bool writes)
    {
        if (form.Text("mqv:controlPacket") is not { } text) return (reads, writes);
        var packet = text.StartsWith("mqv:", StringComparison.Ordinal) ? text[4..] : text;
        if (!_packets.Contains(packet))
            form.Fault("mqv:controlPacket", $"expected one of {string.Join(", ", _packets)}; not \"{text}\".{Nearest.Hint(text, _packets)}");
        else if (form.Get("op") is null && reads && writes) return (packet != "publish", packet == "publish");
        else if (packet == "publish" ? !writes : !reads)
            form.Fault("mqv:controlPacket", $"expected a control packet that fits the operation: {(writes ? "publish" : "subscribe")}");
        return (reads, writes);
    }

    /// <summary>W3C's binding writes it as a string; numbers are taken too.</summary>
    public static int Qos(Place form)
    {
        if (form.Get("mqv:qos") is not { } qos) return 1;
        var text = qos.Kind is JsonValueKind.String ? qos.Value.GetString() : qos.Value.GetRawText();
        if (text is "0" or "1" or "2") return text[0] - '0';
        qos.Fault("expected 0, 1 or 2");
        return 1;
    }
}
