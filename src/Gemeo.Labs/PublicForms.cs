using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>Writes the forms by which a Thing is reached over HTTP, SSE and WebSocket.</summary>
sealed class PublicForms(Utf8JsonWriter writer, string? address, string thing)
{
    const string Json = "application/json";

    readonly string _home = $"{PathOf(address)}/things/{Uri.EscapeDataString(thing)}";

    public void OfThing(ThingDescription description)
    {
        writer.WriteStartArray("forms");
        if (description.Properties.Count > 0) Form($"{_home}/properties", ["readallproperties"]);
        Form(Socket(), ["observeallproperties", "unobserveallproperties", "subscribeallevents", "unsubscribeallevents"]);
        writer.WriteEndArray();
    }

    public void Of(string kind, string name, ThingDescription description)
    {
        if (kind == "properties") Property(name, description.Properties[name]);
        else if (kind == "actions") Only($"{_home}/actions/{Uri.EscapeDataString(name)}", ["invokeaction"]);
        else Only($"{_home}/events/{Uri.EscapeDataString(name)}", ["subscribeevent", "unsubscribeevent"], "sse");
    }

    void Property(string name, PropertyAffordance property)
    {
        var (href, reads, writes) = ($"{_home}/properties/{Uri.EscapeDataString(name)}", property.Read is not null, property.Write is not null);
        writer.WriteBoolean("readOnly", reads && !writes);
        writer.WriteBoolean("writeOnly", writes && !reads);
        writer.WriteBoolean("observable", reads);
        writer.WriteStartArray("forms");
        Form(href, (reads, writes) switch
        {
            (true, true) => ["readproperty", "writeproperty"],
            (true, _) => ["readproperty"],
            _ => ["writeproperty"],
        });
        if (reads) Form($"{href}/events", ["observeproperty", "unobserveproperty"], "sse");
        writer.WriteEndArray();
    }

    void Only(string href, string[] ops, string? subprotocol = null)
    {
        writer.WriteStartArray("forms");
        Form(href, ops, subprotocol);
        writer.WriteEndArray();
    }

    void Form(string href, string[] ops, string? subprotocol = null)
    {
        writer.WriteStartObject();
        writer.WriteString("href", href);
        writer.WriteStartArray("op");
        foreach (var op in ops) writer.WriteStringValue(op);
        writer.WriteEndArray();
        writer.WriteString("contentType", Json);
        if (subprotocol is not null) writer.WriteString("subprotocol", subprotocol);
        writer.WriteEndObject();
    }

    // A relative href has no scheme: only with an address can it say ws.
    string Socket() => address is null ? "/ws" : $"ws{address["http".Length..]}/ws";

    static string PathOf(string? address) =>
        address is not null && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.AbsolutePath.TrimEnd('/') : "";
}
