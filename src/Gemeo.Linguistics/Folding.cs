using System.Globalization;
using System.Text;

namespace Gemeo.Linguistics;

/// <summary>Makes what differs only in writing the same: case, accents, ligatures, full-width and superscript forms.</summary>
public static class Folding
{
    /// <summary>Folding what is folded changes nothing.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        if (!Ascii.IsValid(text)) return FoldUnicode(text);
        return string.Create(text.Length, text, static (to, from) => from.ToLowerInvariant(to));
    }

    // Decomposing may bring out capitals (K of kelvin, Ⅳ) and lowering may bring out marks (İ): once more until nothing moves.
    static string FoldUnicode(ReadOnlySpan<char> text)
    {
        var before = Mended(text);
        while (true)
        {
            var after = Once(before);
            if (after == before) return after;
            before = after;
        }
    }

    static string Once(string text)
    {
        var built = new StringBuilder(text.Length);
        foreach (var rune in text.ToLowerInvariant().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsMark(rune)) continue;
            if (Apart(rune.Value) is { } letters) built.Append(letters);
            else built.Append(Rune.ToLowerInvariant(rune));
        }
        return built.ToString();
    }

    internal static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    // Letters that Unicode does not decompose, though people write them apart.
    static string? Apart(int letter) => letter switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' => "d",
        'ł' => "l",
        'ı' => "i",
        '⁄' => "/",
        _ => null,
    };

    /// <summary>Halves of surrogate pairs stand in damaged PDFs, and <see cref="string.Normalize()"/> refuses them.</summary>
    static string Mended(ReadOnlySpan<char> text)
    {
        var built = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) built.Append(rune);
        return built.ToString();
    }
}
