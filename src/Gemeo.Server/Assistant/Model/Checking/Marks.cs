using System.Globalization;
using System.Text.RegularExpressions;
using Gemeo.Linguistics.Sentences;

namespace Gemeo.Assistant.Model.Checking;

/// <summary>The marks [n] that a model puts after what it takes from passages.</summary>
static partial class Marks
{
    /// <summary>Marks that stand behind the full stop come before it, so that they stay with their sentence.</summary>
    public static string Moved(string text) => After().Replace(text.Replace('【', '[').Replace('】', ']'), m => $" {m.Groups[2].Value.Trim()}{m.Groups[1].Value}");

    /// <summary>The numbers, in order, each once.</summary>
    public static IReadOnlyList<int> In(string sentence) => [.. One().Matches(sentence).SelectMany(Numbers).Distinct()];

    public static string Without(string sentence) => Spaced().Replace(sentence, "");

    /// <summary>The sentence with no mark but these.</summary>
    public static string Only(string sentence, IReadOnlyCollection<int> kept) =>
        Spaced().Replace(sentence, m => Numbers(m).Where(kept.Contains).ToArray() is { Length: > 0 } left ? " " + string.Concat(left.Select(n => $"[{n}]")) : "").TrimStart();

    static IEnumerable<int> Numbers(Match mark) => mark.Groups[1].Value.Split([',', ';']).Select(n => int.Parse(n.Trim(), CultureInfo.InvariantCulture));

    /// <summary>How many of these sentences are whole, when more may follow: not the last, and none that a mark may still join.</summary>
    public static int Whole(string text, List<Span> sentences)
    {
        var last = sentences.Count - 1;
        return last > 0 && text[sentences[last].Start] == '[' && sentences[last].End == text.Length ? last - 1 : Math.Max(0, last);
    }

    [GeneratedRegex(@"\[(\d{1,3}(?:\s?[,;]\s?\d{1,3})*)\]")]
    private static partial Regex One();

    [GeneratedRegex(@"[ \t]*\[(\d{1,3}(?:\s?[,;]\s?\d{1,3})*)\]")]
    private static partial Regex Spaced();

    [GeneratedRegex(@"([.!?…]+[""”»’)]*)[ \t]*((?:[ \t]*\[\d{1,3}(?:\s?[,;]\s?\d{1,3})*\])+)")]
    private static partial Regex After();
}
