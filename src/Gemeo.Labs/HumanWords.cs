using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gemeo.Labs;

/// <summary>Titles, descriptions and answers: a string, or strings by language tag.</summary>
static partial class HumanWords
{
    /// <summary>The members that every part of a TD may carry.</summary>
    public static void Check(Place place)
    {
        place.Text("title");
        place.Text("description");
        foreach (var name in (string[])["titles", "descriptions"])
            if (place.Object(name) is { } map) _ = ByLanguage(map);
        place.OneOrMore("@type");
    }

    /// <summary><c>"…"</c> (then under "") or <c>{"pt": "…", "en": "…"}</c>.</summary>
    public static ImmutableDictionary<string, string> ByLanguage(Place place)
    {
        if (place.Kind == JsonValueKind.String) return One("", place.Value.GetString()!);
        if (!place.IsObject) place.Fault("expected a string, or an object of strings by language tag such as \"pt\"");
        var words = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in place.Members())
        {
            CheckMember(member);
            if (words.ContainsKey(member.Key)) member.Fault($"expected each language once; \"{member.Key}\" differs from another in case only");
            else if (member.Kind == JsonValueKind.String) words.Add(member.Key, member.Value.GetString()!);
        }
        return words.ToImmutable();
    }

    /// <summary>Null when the tag is one that this machine knows; else what was expected.</summary>
    public static string? TagFault(string tag)
    {
        if (!Tag().IsMatch(tag)) return $"expected a language tag such as \"pt-BR\", not \"{tag}\"";
        return IsKnown(tag) || !IsKnown("pt") ? null : $"expected a known language tag such as \"pt-BR\"; \"{tag}\" is none";
    }

    static ImmutableDictionary<string, string> One(string key, string value) =>
        ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase).Add(key, value);

    static void CheckMember(Place member)
    {
        if (!Tag().IsMatch(member.Key)) member.Fault($"expected a language tag such as \"pt-BR\" as the name, not \"{member.Key}\"");
        if (member.Kind != JsonValueKind.String) member.Fault("expected a string");
    }

    // Without ICU data nothing is known; then only the shape of a tag can be told.
    static bool IsKnown(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\z")]
    private static partial Regex Tag();
}
