using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gemeo.Log;

/// <summary>Times leave as ISO 8601 in UTC with microseconds, everywhere the same, so that they also sort as text.</summary>
public sealed class IsoTime : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[Instant.IsoLength];
        Instant.WriteIso(Instant.Of(value), text);
        writer.WriteStringValue(text);
    }
}
