using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>RFC 6901: "" is the whole, else each token follows a slash; in a token ~ is ~0 and / is ~1.</summary>
static class JsonPointer
{
    public static bool IsValid(string pointer)
    {
        if (pointer.Length == 0) return true;
        if (pointer[0] != '/') return false;
        for (var i = 0; i < pointer.Length; i++)
            if (pointer[i] == '~' && (i + 1 == pointer.Length || pointer[i + 1] is not ('0' or '1')))
                return false;
        return true;
    }

    public static string Escape(string token) =>
        token.AsSpan().IndexOfAny('~', '/') < 0 ? token : token.Replace("~", "~0").Replace("/", "~1");

    public static string Unescape(string token) =>
        token.Contains('~') ? token.Replace("~1", "/").Replace("~0", "~") : token;

    /// <summary>The tokens of a valid pointer, unescaped; none for the whole.</summary>
    public static string[] Tokens(string pointer) =>
        pointer.Length == 0 ? [] : [.. pointer[1..].Split('/').Select(Unescape)];

    /// <summary>What the pointer leads to in a value, or nothing.</summary>
    public static bool TryFind(JsonElement root, string pointer, out JsonElement found)
    {
        found = root;
        foreach (var token in Tokens(pointer))
            if (!Step(found, token, out found)) return false;
        return true;
    }

    static bool Step(JsonElement from, string token, out JsonElement to)
    {
        to = default;
        if (from.ValueKind == JsonValueKind.Object) return from.TryGetProperty(token, out to);
        if (from.ValueKind != JsonValueKind.Array || !int.TryParse(token, out var index)) return false;
        if (index < 0 || index >= from.GetArrayLength()) return false;
        to = from[index];
        return true;
    }
}
