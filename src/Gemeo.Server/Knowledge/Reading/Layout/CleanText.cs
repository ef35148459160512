using System.Globalization;
using System.Text;

namespace Gemeo.Knowledge.Reading.Layout;

/// <summary>Ligatures apart, accents on their letters (Unicode NFC), nothing invisible.</summary>
static class CleanText
{
    public static string Of(StringBuilder text)
    {
        var plain = true;
        for (var i = 0; i < text.Length && plain; i++) plain = IsPlain(text[i]);
        var made = text.ToString();
        return plain ? made : Of(made);
    }

    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(text[i]).Append(text[++i]);
            else if (!char.IsSurrogate(text[i])) Add(clean, text[i], last: i == text.Length - 1);
        }
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>A soft hyphen stays where it ends a word: there the line was broken.</summary>
    static void Add(StringBuilder clean, char c, bool last)
    {
        if (c is >= '\uFB00' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC') clean.Append(c.ToString().Normalize(NormalizationForm.FormKC));
        else if (c == '\u00AD')
        {
            if (last) clean.Append(c);
        }
        else if (c is '\uFFFD' || IsInvisible(c)) return;
        else clean.Append(c);
    }

    static bool IsInvisible(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    static bool IsPlain(char c) => c is > ' ' and < '\u007F' or > '\u00AD' and < '\u0180' or > '\u00A0' and < '\u00AD';
}
