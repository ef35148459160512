using System.Globalization;
using System.Text;

namespace Gemeo.Linguistics.Words;

/// <summary>What belongs to a word.</summary>
static class Letters
{
    const int ShortestHump = 3;
    const char SoftHyphen = '\u00AD';

    public static bool IsIn(string text, int at) => at < text.Length && (char.IsAscii(text[at]) ? char.IsAsciiLetterOrDigit(text[at]) : IsWide(text, at));

    static bool IsWide(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(text, at) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        || (char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]) && IsWide(text, at - 1));

    // Marks and soft hyphens continue a word and never begin one.
    static bool Continues(string text, int at) => IsIn(text, at) || (at < text.Length && !char.IsAscii(text[at]) && (text[at] == SoftHyphen
        || CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format));

    public static int End(string text, int start)
    {
        var end = start;
        while (true)
        {
            while (Continues(text, end)) end++;
            if (!IsNumberSign(text, start, end)) break;
            end++;
        }
        return end - start <= 2 ? WithSigns(text, end) : end;
    }

    // 3.5 and 3,5 are one number.
    static bool IsNumberSign(string text, int start, int end) => end + 1 < text.Length && text[end] is '.' or ',' && end > start
        && char.IsAsciiDigit(text[end - 1]) && char.IsAsciiDigit(text[end + 1]) && AllDigits(text.AsSpan(start, end - start));

    static bool AllDigits(ReadOnlySpan<char> run)
    {
        foreach (var letter in run)
            if (!char.IsAsciiDigit(letter) && letter is not ('.' or ',')) return false;
        return true;
    }

    // C++ and C#.
    static int WithSigns(string text, int end)
    {
        if (end < text.Length && text[end] == '#' && !IsIn(text, end + 1)) return end + 1;
        return end + 1 < text.Length && text[end] == '+' && text[end + 1] == '+' ? end + 2 : end;
    }

    public static bool IsHump(string text, int from, int cut, int end) => char.IsUpper(text[cut]) && char.IsLower(text[cut - 1])
        && cut - from >= ShortestHump && end - cut >= ShortestHump;

    /// <summary>The "s" of gNBs and APs is no part of the acronym, and stemmers don't know it.</summary>
    public static int WithoutPlural(string text, int start, int end) =>
        end - start >= 3 && text[end - 1] == 's' && char.IsUpper(text[end - 2]) && char.IsUpper(text[end - 3]) ? end - 1 : end;

    public static bool IsShouted(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var letter in word)
        {
            if (char.IsLower(letter)) return false;
            if (char.IsUpper(letter)) capitals++;
        }
        return capitals >= 2;
    }

    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = Folding.Fold(word);
        return folded.Contains(',', StringComparison.Ordinal) ? folded.Replace(',', '.') : folded;
    }
}
