using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents;

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
