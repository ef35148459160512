using System.Collections.Frozen;

namespace Gemeo.Linguistics.Sentences;

/// <summary>Where the sentences of a text stand. What is between two spans is white space.</summary>
public static class Sentence
{
    // Folded, without their full stop. After these a sentence goes on.
    static readonly FrozenSet<string> _short = FrozenSet.ToFrozenSet(
    [
        "dr", "dra", "sr", "sra", "srs", "prof", "profa", "eng", "av", "art", "arts", "inc", "fig", "figs", "tab", "cap", "caps", "sec", "pag", "pags", "p", "pp",
        "ex", "vol", "ed", "eds", "no", "nos", "num", "obs", "ref", "refs", "eq", "eqs", "vs", "cf", "al", "ca", "aprox", "approx", "mr", "mrs", "ms", "st", "jr",
        "e.g", "i.e", "u.s", "ph.d", "tel", "dept", "depto", "univ", "res", "par", "jan", "fev", "feb", "abr", "apr", "ago", "aug", "set", "sep", "out", "oct", "dez", "dec",
    ], StringComparer.Ordinal);

    public static List<Span> Split(string text)
    {
        var spans = new List<Span>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var end = EndAt(text, at);
            if (end == 0) continue;
            Add(text, start, end, spans);
            start = end;
            at = end - 1;
        }
        Add(text, start, text.Length, spans);
        return spans;
    }

    static void Add(string text, int start, int end, List<Span> spans)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) spans.Add(new(start, end - start));
    }

    /// <summary>Where the sentence ends that has its last sign here; 0 if it goes on.</summary>
    static int EndAt(string text, int at) => text[at] switch
    {
        '!' or '?' or '…' => Closed(text, at + 1),
        '.' => Closed(text, at + 1) is var end && (end == text.Length || (char.IsWhiteSpace(text[end]) && !GoesOn(text, at, end))) ? end : 0,
        ';' when at + 1 < text.Length && text[at + 1] == '\n' => at + 1,
        '\n' when IsBreak(text, at) => at + 1,
        _ => 0,
    };

    // The signs that follow belong to the sentence: "…?!", 'end.")'
    static int Closed(string text, int end)
    {
        while (end < text.Length && text[end] is '.' or '!' or '?' or '…' or '"' or '\'' or '”' or '’' or '»' or ')' or ']') end++;
        return end;
    }

    static bool GoesOn(string text, int stop, int end)
    {
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            if (text[next] == '\n' && IsBreak(text, next)) return false;
            next++;
        }
        return next < text.Length && (char.IsLower(text[next]) || IsShort(text, stop));
    }

    static bool IsShort(string text, int stop)
    {
        var start = stop;
        while (start > 0 && (char.IsLetter(text[start - 1]) || (text[start - 1] == '.' && start > 1 && char.IsLetter(text[start - 2])))) start--;
        var word = text.AsSpan(start, stop - start);
        return word.Length == 1 ? char.IsUpper(word[0]) && !IsUnit(text, start) : word.Length is > 1 and <= 8 && _short.Contains(Folding.Fold(word));
    }

    // "3.3 V." ends a sentence, "J. Smith" doesn't.
    static bool IsUnit(string text, int letter) => letter > 1 && text[letter - 1] is ' ' or '\u00A0' && char.IsDigit(text[letter - 2]);

    // An empty line, or a new item of a list.
    static bool IsBreak(string text, int at)
    {
        var next = at + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r') next++;
        return next < text.Length && text[next] is '\n' or '•' or '◦' or '▪' or '–' or '*' or '-' or '#';
    }
}
