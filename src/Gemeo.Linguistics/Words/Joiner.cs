namespace Gemeo.Linguistics.Words;

/// <summary>A sign between two parts of a compound, without spaces.</summary>
readonly struct Joiner(char sign)
{
    const int Short = 4;

    public static bool IsOne(char letter) => letter is '-' or '‐' or '‑' or '_' or '/' or '.' or '&' or ',' or '\u00AD';

    public static Joiner? At(string text, int start, int at) =>
        at > start && at < text.Length && text[at] is not (',' or '\u00AD') && IsOne(text[at]) && Letters.IsIn(text, at + 1) ? new(text[at]) : null;

    /// <summary>Whether people also write the two without the sign. A full stop without a space is mostly an error, a slash mostly an "or".</summary>
    public bool Makes(string text, int start, int at, int end) => sign switch
    {
        '.' => char.IsAsciiDigit(text[at - 1]) || char.IsAsciiDigit(text[at + 1]),
        '/' or '&' => at - start <= Short && end - at - 1 <= Short,
        _ => true,
    };
}
