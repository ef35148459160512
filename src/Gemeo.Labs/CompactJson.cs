using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>Values as compact UTF-8 JSON, letters as they are (no \u00e7 for ç).</summary>
static class CompactJson
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(JsonElement value) => Of(value.WriteTo);

    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Options)) write(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
