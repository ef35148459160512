using System.Text;
using Gemeo.Knowledge.Reading.Pdf;

namespace Gemeo.Knowledge.Reading.Layout;

/// <summary>Old TeX fonts draw an accent and its letter over each other; here they become one.</summary>
static class Accents
{
    /// <summary>The two as one character when they are an accent and its letter, in either order.</summary>
    public static Glyph? Compose(in Glyph last, in Glyph next)
    {
        var (accent, letter, first) = (Combining(last.Text), next, last);
        if (accent is null) (accent, letter, first) = (Combining(next.Text), last, next);
        if (accent is null || letter.Text.Length != 1 || !IsLetter(letter.Text[0]) || !Over(first, letter)) return null;
        var plain = letter.Text[0] switch { 'ı' => "i", 'ȷ' => "j", _ => letter.Text };
        var composed = (plain + accent).Normalize(NormalizationForm.FormC);
        return composed.Length > 1 ? null : letter with { Text = composed };
    }

    static bool Over(in Glyph accent, in Glyph letter)
    {
        var shared = Math.Min(accent.Right, letter.Right) - Math.Max(accent.X, letter.X);
        return accent.Turn == letter.Turn
            && shared > 0.5f * Math.Min(accent.Width, letter.Width)
            && Math.Abs(accent.Y - letter.Y) < 0.5f * letter.Size;
    }

    static bool IsLetter(char c) => char.IsLetter(c);

    static char? Combining(string text) => text.Length != 1 ? null : text[0] switch
    {
        '´' or '\u02CA' or '\u0301' => '\u0301',
        '`' or '\u02CB' or '\u0300' => '\u0300',
        'ˆ' or '^' or '\u0302' => '\u0302',
        '˜' or '~' or '\u0303' => '\u0303',
        '¨' or '\u0308' => '\u0308',
        '¸' or '\u0327' => '\u0327',
        '˚' or '\u030A' => '\u030A',
        'ˇ' or '\u030C' => '\u030C',
        _ => null,
    };
}
