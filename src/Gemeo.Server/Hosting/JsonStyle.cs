using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gemeo.Log;

namespace Gemeo.Hosting;

/// <summary>How JSON leaves the server: camel case, no nulls, accents as they are.</summary>
public static class JsonStyle
{
    public static JsonSerializerOptions Web { get; } = Apply(new(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new IsoTime());
        return options;
    }
}
