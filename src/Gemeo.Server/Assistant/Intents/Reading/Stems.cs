using System.Globalization;
using System.Text;

namespace Gemeo.Assistant.Intents.Reading;

/// <summary>Light folding and stemming: enough to match a word with a title, in both languages at once.</summary>
static class Stems
{
    /// <summary>Lower case without accents; look-alikes of Unicode's compatibility forms become plain letters.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
                if (Rune.GetUnicodeCategory(part) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark))
                    folded.Append(Rune.ToLowerInvariant(part));
        return folded.ToString();
    }

    /// <summary>Without the endings of number and gender: luzes and luz, ligada and ligados, lights and light fall together.</summary>
    public static string Of(string folded)
    {
        if (folded.Length <= 3 || char.IsAsciiDigit(folded[0])) return folded;
        var stem = Singular(folded);
        if (stem[^1] == 'y') stem = stem[..^1] + "i";
        if (stem.Length > 3 && stem[^1] is 'a' or 'e' or 'o') stem = stem[..^1];
        return stem[^1] == 'm' ? stem[..^1] + "n" : stem;
    }

    static string Singular(string word)
    {
        if (word[^1] != 's' || word[^2] == 's') return word;
        if (word.Length > 4 && (word.EndsWith("zes", StringComparison.Ordinal) || word.EndsWith("res", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal))) return word[..^2];
        if (word.EndsWith("oes", StringComparison.Ordinal) || word.EndsWith("aes", StringComparison.Ordinal)) return word[..^3] + "ao";
        if (word.Length > 4 && word[^2] == 'i' && word[^3] is 'a' or 'e' or 'o') return word[..^2] + "l";
        return word[..^1];
    }

    /// <summary>Words of one family: ventila, ventilar; refrigera, refrigerado.</summary>
    public static bool AreKin(string a, string b)
    {
        if (a == b) return true;
        if (a.Length < 5 || b.Length < 5) return false;
        var common = 0;
        while (common < a.Length && common < b.Length && a[common] == b[common]) common++;
        var most = common >= 6 ? 4 : 3;
        return common >= 5 && a.Length - common <= most && b.Length - common <= most;
    }

    /// <summary>How many slips of the keyboard lie between two words (neighbours swapped count one), or more than <paramref name="most"/>.</summary>
    public static int Slips(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most) return most + 1;
        var (older, old, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) old[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(old[j], row[j - 1]) + 1, old[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], older[j - 2] + 1);
            }
            (older, old, row) = (old, row, older);
        }
        return old[b.Length];
    }
}
