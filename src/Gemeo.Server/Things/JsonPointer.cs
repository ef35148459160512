using System.Globalization;
using System.Text.Json;

namespace Gemeo.Things;

/// <summary>RFC 6901.</summary>
public static class JsonPointer
{
    /// <summary>The value at a pointer; null when there is none.</summary>
    public static JsonElement? Find(JsonElement root, string pointer)
    {
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var member)) root = member;
            else if (root.ValueKind == JsonValueKind.Array && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < root.GetArrayLength()) root = root[at];
            else return null;
        }
        return root;
    }
}
