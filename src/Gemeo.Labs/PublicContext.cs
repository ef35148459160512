using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>The <c>@context</c> without MQTT's prefix, which nothing in a public TD uses.</summary>
static class PublicContext
{
    public static void Write(Utf8JsonWriter writer, JsonElement context)
    {
        if (context.ValueKind == JsonValueKind.Object) WriteObject(writer, context);
        else if (context.ValueKind != JsonValueKind.Array) context.WriteTo(writer);
        else
        {
            writer.WriteStartArray();
            foreach (var part in context.EnumerateArray().Where(p => !IsMqttOnly(p))) Write(writer, part);
            writer.WriteEndArray();
        }
    }

    static bool IsMqttOnly(JsonElement part) =>
        part.ValueKind == JsonValueKind.Object && part.EnumerateObject().All(p => p.Name == "mqv");

    static void WriteObject(Utf8JsonWriter writer, JsonElement part)
    {
        writer.WriteStartObject();
        foreach (var prefix in part.EnumerateObject().Where(p => p.Name != "mqv")) prefix.WriteTo(writer);
        writer.WriteEndObject();
    }
}
