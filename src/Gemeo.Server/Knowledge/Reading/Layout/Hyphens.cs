using System.Text;

namespace Gemeo.Knowledge.Reading.Layout;

/// <summary>
/// Decides what a hyphen at a line's end is: the typesetter's, which goes, or the word's own, which stays.
/// The document's other words tell most; then the rules of the two languages.
/// </summary>
sealed class Hyphens
{
    public const char Soft = '\u00AD';

    public enum Mending
    {
        /// <summary>There is no hyphen, or it joins nothing.</summary>
        None,

        /// <summary>The halves are one word.</summary>
        Without,

        /// <summary>The halves are joined by the hyphen.</summary>
        With,
    }

    const int MostWords = 200_000;

    static readonly HashSet<string> _clitics = new(StringComparer.OrdinalIgnoreCase)
    {
        "me", "te", "se", "nos", "vos", "lhe", "lhes", "lo", "la", "los", "las", "no", "na", "nas", "o", "a", "os", "as",
    };

    static readonly HashSet<string> _prefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "ex", "pré", "pós", "pró", "vice", "recém", "além", "aquém", "sem", "bem", "mal", "não", "guarda", "quinta", "segunda", "terça", "quarta", "sexta",
        "self", "non", "well", "all", "half", "high", "low", "long", "short", "cross", "so", "two", "three", "four", "first", "second", "open", "real", "full", "end", "user",
    };

    readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    int _rows;
    int _breaks;

    public Hyphens() => _lookup = _seen.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Learns how the document writes its words.</summary>
    public void Learn(WordPage page)
    {
        foreach (var row in page.Rows)
        {
            _rows++;
            if (row.Words[^1].Text is { Length: > 2 } last && last[^1] is '-' or '\u2010' && char.IsLetter(last[^2])) _breaks++;
        }
        foreach (var word in page.Words)
            if (_seen.Count < MostWords && word.Text.Length > 3) _lookup.Add(Bare(word.Text));
    }

    /// <summary>A document that hyphenates does so often; one that does not breaks a line only at a word's own hyphen.</summary>
    bool Hyphenates => !(_breaks <= 2 && _rows >= 60 || _breaks < 0.003 * _rows);

    /// <param name="before">Text that ends where the line ended.</param>
    /// <param name="next">The next line's first word.</param>
    public Mending Mend(StringBuilder before, string next)
    {
        if (before.Length < 2 || !char.IsLetterOrDigit(before[^2])) return Mending.None;
        if (before[^1] == Soft) return Mending.Without;
        if (before[^1] is not ('-' or '\u2010' or '\u2011') || !char.IsLetterOrDigit(next[0])) return Mending.None;
        return OwnHyphen(LastWord(before), Bare(next).ToString()) ? Mending.With : Mending.Without;
    }

    bool OwnHyphen(string first, string next)
    {
        var half = first[..^1];
        if (_lookup.Contains(half + next)) return false;
        if (_lookup.Contains(half + "-" + next)) return true;
        return !Hyphenates || !char.IsLower(next[0]) || !char.IsLetter(half[^1]) || half.Contains('-') || half.AsSpan().IndexOfAny("/@:.") >= 0
            || _clitics.Contains(next) || _prefixes.Contains(half) || char.IsUpper(half[^1]);
    }

    static string LastWord(StringBuilder text)
    {
        var start = text.Length;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1])) start--;
        return Bare(text.ToString(start, text.Length - start), tail: false).ToString();
    }

    static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word, bool tail = true)
    {
        var start = 0;
        while (start < word.Length && !char.IsLetterOrDigit(word[start])) start++;
        var end = word.Length;
        while (tail && end > start && !char.IsLetterOrDigit(word[end - 1])) end--;
        return word[start..end];
    }
}
