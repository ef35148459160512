using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gemeo.Labs;

/// <summary>W3C Thing Model placeholders: <c>"{{X}}"</c> alone becomes the typed value, inside a longer string its text.</summary>
static partial class Placeholders
{
    /// <summary>Names that <c>gemeo:template</c> keeps for itself.</summary>
    public static bool IsReserved(string name) => name is "value" or "id";

    public static bool IsName(string name) => Name().IsMatch(name);

    /// <summary>The model with every placeholder filled; others stay as they are.</summary>
    /// <exception cref="JsonException">Two names of one object became the same.</exception>
    public static JsonElement Fill(JsonElement model, IReadOnlyDictionary<string, JsonElement> row) =>
        JsonElement.Parse(CompactJson.Of(writer => Write(model, row, writer)), LabText.Options);

    /// <summary>Every placeholder of a value, with the member in which it stands.</summary>
    public static IEnumerable<(Place Place, string Name)> In(Place place, bool template = false)
    {
        if (place.Kind == JsonValueKind.String)
            foreach (Match hole in Hole().Matches(place.Value.GetString()!))
                if (!template || !IsReserved(hole.Groups[1].Value)) yield return (place, hole.Groups[1].Value);
        foreach (var part in place.Items().Concat(place.Members()))
        {
            foreach (Match hole in Hole().Matches(part.Key)) yield return (part, hole.Groups[1].Value);
            foreach (var inner in In(part, template || part.Key == "gemeo:template")) yield return inner;
        }
    }

    static void Write(JsonElement value, IReadOnlyDictionary<string, JsonElement> row, Utf8JsonWriter writer)
    {
        if (value.ValueKind == JsonValueKind.Object) WriteObject(value, row, writer);
        else if (value.ValueKind == JsonValueKind.Array) WriteArray(value, row, writer);
        else if (value.ValueKind == JsonValueKind.String && HasHole(value)) WriteText(value.GetString()!, row, writer);
        else value.WriteTo(writer);
    }

    static void WriteObject(JsonElement value, IReadOnlyDictionary<string, JsonElement> row, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            writer.WritePropertyName(Fill(member.Name, row));
            Write(member.Value, row, writer);
        }
        writer.WriteEndObject();
    }

    static void WriteArray(JsonElement value, IReadOnlyDictionary<string, JsonElement> row, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var item in value.EnumerateArray()) Write(item, row, writer);
        writer.WriteEndArray();
    }

    static void WriteText(string text, IReadOnlyDictionary<string, JsonElement> row, Utf8JsonWriter writer)
    {
        if (Hole().Match(text) is { Success: true } hole && hole.Length == text.Length
            && row.TryGetValue(hole.Groups[1].Value, out var value)) value.WriteTo(writer);
        else writer.WriteStringValue(Fill(text, row));
    }

    static string Fill(string text, IReadOnlyDictionary<string, JsonElement> row) => !text.Contains("{{", StringComparison.Ordinal)
        ? text
        : Hole().Replace(text, h => row.TryGetValue(h.Groups[1].Value, out var value) ? value.ToString() : h.Value);

    static bool HasHole(JsonElement value) => value.GetString()!.Contains("{{", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\{([A-Za-z_][A-Za-z0-9_]*)\}\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex Name();
}
