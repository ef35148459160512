using System.Globalization;
using System.Text.RegularExpressions;

namespace Gemeo.Assistant.Model.Checking;

/// <summary>The numbers of a text, however their decimals and thousands are written.</summary>
static partial class Figures
{
    public static IReadOnlyList<string> In(string text) => [.. Number().Matches(text).Select(m => m.Value).Distinct()];

    /// <summary>Every number of the claim stands among those of the texts.</summary>
    public static bool AllIn(string claim, IEnumerable<string> texts, bool rounded = false)
    {
        var known = texts.SelectMany(In).SelectMany(Values).ToHashSet();
        return In(claim).All(n => Values(n).Any(v => known.Contains(v) || (rounded && known.Any(k => Rounds(k, v)))));
    }

    public static int Hits(IReadOnlyList<string> claim, string text)
    {
        var known = In(text).SelectMany(Values).ToHashSet();
        return claim.Count(n => Values(n).Any(known.Contains));
    }

    // "1.500" is fifteen hundred here and one and a half there.
    static IEnumerable<decimal> Values(string number)
    {
        if (Try(number.Replace(',', '.'), out var plain)) yield return plain;
        if (Thousands().IsMatch(number) && Try(number.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), out var whole)) yield return whole;
        if (Mixed().Match(number) is { Success: true } m && Try(m.Groups[1].Value.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) + "." + m.Groups[2].Value, out var mixed)) yield return mixed;
    }

    static bool Rounds(decimal exact, decimal said) => Math.Round(exact, Math.Min(28, (int)said.Scale), MidpointRounding.AwayFromZero) == said;

    static bool Try(string text, out decimal value) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    [GeneratedRegex(@"\d+(?:[.,]\d+)*")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^(\d{1,3}(?:[.,]\d{3})+)[.,](\d+)$")]
    private static partial Regex Mixed();
}
