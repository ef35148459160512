using System.Text.RegularExpressions;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Model.Checking;

/// <summary>Whether a text denies or forbids: "é permitido" and "não é permitido" share all their other words.</summary>
static partial class Negations
{
    public static bool In(string text, Lang language) => (language == Lang.Pt ? Portuguese() : English()).IsMatch(text);

    [GeneratedRegex(@"\b(não|nunca|jamais|nenhum|nenhuma|proibid[oa]s?|vedad[oa]s?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Portuguese();

    [GeneratedRegex(@"\b(not|never|cannot|none|no(?!\.)|forbidden|prohibited)\b|n['’]t\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
