namespace Gemeo.Assistant.Intents;

// The only place where this slice says what a language is: Gemeo.Linguistics has the same enum, and can take this one's place.

/// <summary>The two languages in which people speak to the lab.</summary>
public enum Lang { Pt, En }

/// <summary>The same said in both languages.</summary>
public sealed record Said(string Pt, string En)
{
    public string In(Lang lang) => lang == Lang.Pt ? Pt : En;
}

static class Langs
{
    /// <summary>The language of a BCP 47 tag, or nothing for a third one.</summary>
    public static Lang? Of(string tag) =>
        tag.StartsWith("pt", StringComparison.OrdinalIgnoreCase) ? Lang.Pt
        : tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Lang.En : null;
}
