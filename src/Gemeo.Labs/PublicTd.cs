using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gemeo.Labs;

/// <summary>The TD that everybody may see: HTTP and WebSocket forms only. How the device itself is reached stays the administrator's.</summary>
public static class PublicTd
{
    static readonly ConditionalWeakTable<ThingDescription, Made> _made = [];

    /// <param name="baseUrl">Such as <c>http://192.168.0.2:8080</c>; null leaves the hrefs relative to where the TD was read.</param>
    /// <param name="apiKeyHeader">Header in which a key is asked for; null when the server asks for none.</param>
    /// <param name="strict">True makes a URI of the id where it is none, as TD 1.1 has it: <c>urn:gemeo:thing:lamp</c>.</param>
    /// <returns>A tree of the caller's own: it may be changed.</returns>
    public static JsonObject Of(ThingDescription t, string? baseUrl = null, string? apiKeyHeader = null, bool strict = false) =>
        JsonNode.Parse(Utf8(t, baseUrl, apiKeyHeader, strict).Span)!.AsObject();

    /// <summary>The same as compact UTF-8 JSON; made once for each Thing and address, so a list of a thousand costs a copy.</summary>
    public static ReadOnlyMemory<byte> Utf8(ThingDescription t, string? baseUrl = null, string? apiKeyHeader = null, bool strict = false)
    {
        var address = baseUrl?.TrimEnd('/');
        if (_made.TryGetValue(t, out var made) && made.Address == address && made.ApiKeyHeader == apiKeyHeader && made.Strict == strict) return made.Utf8;
        made = new(address, apiKeyHeader, strict, Make(t, address, apiKeyHeader, strict));
        _made.AddOrUpdate(t, made);
        return made.Utf8;
    }

    static byte[] Make(ThingDescription thing, string? address, string? apiKeyHeader, bool strict) => CompactJson.Of(writer =>
    {
        var forms = new PublicForms(writer, address, thing.Id);
        writer.WriteStartObject();
        foreach (var member in thing.Device.EnumerateObject())
            if (member.Name is "properties" or "actions" or "events") WriteAffordances(writer, member, thing, forms);
            else if (member.Name == "id" && strict) writer.WriteString("id", ThingId.Uri(thing.Id));
            else if (IsShown(member.Name)) WriteShown(writer, member);
        if (address is not null) writer.WriteString("base", address + "/");
        forms.OfThing(thing);
        WriteSecurity(writer, apiKeyHeader);
        writer.WriteEndObject();
    });

    static bool IsShown(string name) => name switch
    {
        "forms" or "base" or "security" or "securityDefinitions" or "uriVariables" or "profile" or "$schema" => false,
        "gemeo:kind" or "gemeo:room" => true,
        _ => !Vocabulary.IsOurs(name) && !name.StartsWith("tm:", StringComparison.Ordinal),
    };

    // Which button switches which property, and what wants a second thought, a screen must know.
    static bool IsForScreens(string name) => name is "gemeo:confirmedBy" or "gemeo:askFirst";

    static void WriteShown(Utf8JsonWriter writer, JsonProperty member)
    {
        if (member.Name != "@context")
        {
            member.WriteTo(writer);
            return;
        }
        writer.WritePropertyName(member.Name);
        PublicContext.Write(writer, member.Value);
    }

    static void WriteAffordances(Utf8JsonWriter writer, JsonProperty kind, ThingDescription thing, PublicForms forms)
    {
        writer.WriteStartObject(kind.Name);
        foreach (var affordance in kind.Value.EnumerateObject())
        {
            writer.WriteStartObject(affordance.Name);
            foreach (var member in affordance.Value.EnumerateObject())
                if (member.Name is not ("forms" or "uriVariables" or "readOnly" or "writeOnly" or "observable") && (!Vocabulary.IsOurs(member.Name) || IsForScreens(member.Name)))
                    member.WriteTo(writer);
            forms.Of(kind.Name, affordance.Name, thing);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    static void WriteSecurity(Utf8JsonWriter writer, string? apiKeyHeader)
    {
        var name = apiKeyHeader is null ? "nosec" : "apiKey";
        writer.WriteStartObject("securityDefinitions");
        writer.WriteStartObject(name);
        writer.WriteString("scheme", apiKeyHeader is null ? "nosec" : "apikey");
        if (apiKeyHeader is not null)
        {
            writer.WriteString("in", "header");
            writer.WriteString("name", apiKeyHeader);
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteString("security", name);
    }

    sealed record Made(string? Address, string? ApiKeyHeader, bool Strict, byte[] Utf8);
}
