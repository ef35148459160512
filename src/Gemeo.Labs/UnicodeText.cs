using System.Text.Json;
using System.Text.Unicode;

namespace Gemeo.Labs;

/// <summary>Whether every string of a JSON text can be read as text; the JSON parser only finds out when somebody asks.</summary>
public static class UnicodeText
{
    public static bool IsWhole(ReadOnlySpan<byte> json) =>
        Utf8.IsValid(json) && (json.IndexOf("\\u"u8) < 0 || HasWholePairs(json));

    static bool HasWholePairs(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = LabText.MostDepth,
        });
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) _ = reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        catch (JsonException)
        {
            // Not JSON at all: the parser says so, and where.
            return true;
        }
    }
}
