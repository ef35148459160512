using System.Text;
using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Gemeo.Labs;

/// <summary>The JSON Schema with which editors complete and check a lab (<c>labs/lab.schema.json</c>).</summary>
public static class LabSchema
{
    const string Resource = "Gemeo.Labs.lab.schema.json";

    static readonly Lazy<JsonSchema> _lab = new(() => JsonSchema.FromJsonAsync(Text()).GetAwaiter().GetResult());

    /// <summary>The schema itself, JSON Schema draft-07.</summary>
    public static string Text()
    {
        using var stream = typeof(LabSchema).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly holds no {Resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>What the schema says of a file of a lab: <c>lab.json</c>, or a TD of <c>things/</c>.</summary>
    public static IEnumerable<LabFault> Faults(JsonElement root, string file) =>
        Faults(root, file, file == LabFile.Name ? _lab.Value : _lab.Value.Definitions["thing"]);

    /// <summary>What the schema says of a TD that stands alone.</summary>
    public static IEnumerable<LabFault> ThingFaults(JsonElement td, string file) => Faults(td, file, _lab.Value.Definitions["td"]);

    static IEnumerable<LabFault> Faults(JsonElement root, string file, JsonSchema schema) =>
        schema.Validate(Encoding.UTF8.GetString(CompactJson.Of(root))).Select(e => Fault(e, file)).Distinct();

    static LabFault Fault(ValidationError error, string file) =>
        new(file, Pointer(error.Path), $"expected what lab.schema.json says: {error.Kind}");

    /// <summary>NJsonSchema says <c>#/a.b[0]</c>-like paths; close enough to a pointer for a line to be found.</summary>
    static string Pointer(string? path) =>
        (path ?? "").TrimStart('#').Replace("[", "/").Replace("]", "").Replace('.', '/').TrimEnd('/');
}
