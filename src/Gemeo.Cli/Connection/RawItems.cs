using System.Text.Json;

namespace Gemeo.Cli.Connection;

/// <summary>The items of a document letter by letter: what <c>--json</c> prints is the server's, member for member and digit for digit.</summary>
static class RawItems
{
    /// <param name="member">The array's name; null when the document is the array.</param>
    public static List<string> Of(string json, string? member)
    {
        using var document = JsonDocument.Parse(json);
        var array = document.RootElement;
        if (member is not null && (array.ValueKind != JsonValueKind.Object || !array.TryGetProperty(member, out array))) return [];
        return array.ValueKind == JsonValueKind.Array ? [.. array.EnumerateArray().Select(item => item.GetRawText())] : [];
    }
}
