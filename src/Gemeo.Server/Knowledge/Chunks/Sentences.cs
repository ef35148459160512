namespace Gemeo.Knowledge.Chunks;

/// <summary>Where a text may be cut: at its paragraphs, and after its sentences, Portuguese or English.</summary>
static class Sentences
{
    static readonly HashSet<string> _abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "art", "arts", "inc", "dr", "dra", "sr", "sra", "prof", "profa", "eng", "fig", "figs", "tab", "pág", "págs", "p", "pp", "n", "nº", "núm", "vol", "cap", "sec", "seç",
        "ex", "cf", "vs", "etc", "al", "e.g", "i.e", "mr", "mrs", "ms", "st", "no", "eq", "ref", "refs", "approx", "min", "máx", "max", "tel", "av", "ltda", "inc", "jr", "obs",
    };

    /// <summary>Ends of the pieces of <paramref name="text"/> between two places, each after its white space; the last is <paramref name="end"/>.</summary>
    public static List<int> Ends(string text, int start, int end)
    {
        var ends = new List<int>();
        for (var i = start; i < end; i++)
        {
            var cut = text[i] == '\n' || text[i] is '.' or '!' or '?' or '…' && EndsSentence(text, start, i, end);
            if (!cut) continue;
            var next = i + 1;
            while (next < end && (char.IsWhiteSpace(text[next]) || text[next] is '"' or '”' or '’' or ')' or '»')) next++;
            if (next >= end) break;
            ends.Add(next);
            i = next - 1;
        }
        ends.Add(end);
        return ends;
    }

    static bool EndsSentence(string text, int start, int at, int end)
    {
        var after = at + 1;
        while (after < end && text[after] is '"' or '”' or '’' or ')' or '»') after++;
        if (after >= end || !char.IsWhiteSpace(text[after])) return false;
        while (after < end && char.IsWhiteSpace(text[after])) after++;
        if (after < end && char.IsLower(text[after])) return false;
        return text[at] != '.' || !IsAbbreviation(text, start, at);
    }

    static bool IsAbbreviation(string text, int start, int dot)
    {
        var from = dot;
        while (from > start && !char.IsWhiteSpace(text[from - 1]) && text[from - 1] is not '(' and not '"' and not '“') from--;
        var word = text[from..dot];
        // A counter ("3."), an initial ("J.") and a known short form do not end a sentence.
        return word.Length == 0 || word.Length == 1 && char.IsUpper(word[0]) || word.Length <= 3 && word.All(char.IsDigit) && from == start || _abbreviations.Contains(word);
    }
}
