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

    // Once more until nothing moves: decomposing ᴭ brings out æ, which comes apart itself.
    static string FoldUnicode(ReadOnlySpan<char> text)
    {
        var before = Mended(text);
        while (true)
        {
            var after = Once(before);
            if (after == before || Ascii.IsValid(after)) return after;
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

    // Halves of surrogate pairs and code points that are none stand in damaged PDFs, and Normalize refuses them.
    static string Mended(ReadOnlySpan<char> text)
    {
        var built = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) built.Append(IsNone(rune.Value) ? Rune.ReplacementChar : rune);
        return built.ToString();
    }

    static bool IsNone(int point) => (point & 0xFFFE) == 0xFFFE || point is >= 0xFDD0 and <= 0xFDEF;
}
