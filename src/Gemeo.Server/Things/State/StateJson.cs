using System.Buffers;
using System.Text.Json;
using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>A thing's state as JSON: what the state table holds and what clients read.</summary>
public static class StateJson
{
    [ThreadStatic] static Utf8JsonWriter? _writer;
    [ThreadStatic] static ArrayBufferWriter<byte>? _buffer;

    public static byte[] Write(ThingState state)
    {
        var buffer = _buffer ??= new(1024);
        buffer.ResetWrittenCount();
        var json = _writer ??= new(buffer, new JsonWriterOptions { SkipValidation = true });
        json.Reset(buffer);
        Write(json, state);
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static void Write(Utf8JsonWriter json, ThingState state)
    {
        json.WriteStartObject();
        if (state.Available is { } available)
        {
            json.WriteBoolean("available"u8, available);
            WriteTime(json, "since"u8, state.Since);
        }
        json.WriteStartObject("properties"u8);
        foreach (var property in state.Properties) Write(json, property);
        json.WriteEndObject();
        json.WriteStartObject("desired"u8);
        foreach (var desired in state.Desired) Write(json, desired);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, PropertyState property)
    {
        json.WriteStartObject(property.Name);
        json.WritePropertyName("value"u8);
        json.WriteRawValue(property.Value, skipInputValidation: true);
        WriteTime(json, "time"u8, property.Time);
        if (property.DeviceTime is { } time) WriteTime(json, "deviceTime"u8, time);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, Desired desired)
    {
        json.WriteStartObject(desired.Property);
        json.WritePropertyName("value"u8);
        json.WriteRawValue(desired.Value, skipInputValidation: true);
        json.WriteString("of"u8, desired.Of == CommandOf.Action ? "action"u8 : "property"u8);
        json.WriteString("name"u8, desired.Name);
        if (desired.Input is { } input)
        {
            json.WritePropertyName("input"u8);
            json.WriteRawValue(input, skipInputValidation: true);
        }
        json.WriteEndObject();
    }

    static void WriteTime(Utf8JsonWriter json, ReadOnlySpan<byte> name, long time)
    {
        Span<byte> text = stackalloc byte[Instant.IsoLength];
        Instant.WriteIso(time, text);
        json.WriteString(name, text);
    }

    public static ThingState Read(StoredState stored)
    {
        using var document = JsonDocument.Parse(stored.Document);
        var root = document.RootElement;
        if (!root.TryGetProperty("properties", out var properties)) return ThingState.Empty with { Version = stored.Version };
        return new(
            stored.Version,
            [.. properties.EnumerateObject().Select(p => new PropertyState(p.Name, Raw(p.Value, "value")!, Time(p.Value, "time") ?? 0, Time(p.Value, "deviceTime")))],
            [.. root.GetProperty("desired").EnumerateObject().Select(ReadDesired)],
            root.TryGetProperty("available", out var available) ? available.GetBoolean() : null,
            Time(root, "since") ?? 0);
    }

    static Desired ReadDesired(JsonProperty p) => new(
        p.Name, Raw(p.Value, "value")!, p.Value.GetProperty("of").ValueEquals("action") ? CommandOf.Action : CommandOf.Property,
        p.Value.GetProperty("name").GetString()!, Raw(p.Value, "input"));

    static byte[]? Raw(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) ? System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value).ToArray() : null;

    static long? Time(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && Instant.TryParse(value.GetString(), out var time) ? time : null;
}
