namespace Gemeo.Knowledge.Reading.Layout;

/// <summary>Hebrew and Arabic stand on the page from right to left; text keeps them in the order of speech.</summary>
static class RightToLeft
{
    public static List<Word> Ordered(List<Word> words)
    {
        if (!words.Exists(w => Is(w.Text))) return words;
        var ordered = words.ConvertAll(w => Is(w.Text) ? w with { Text = Reversed(w.Text) } : w);
        for (var start = 0; start < ordered.Count; start++)
        {
            var end = start;
            while (end < ordered.Count && Is(ordered[end].Text)) end++;
            if (end > start) ordered.Reverse(start, end - start);
            start = end;
        }
        return ordered;
    }

    static bool Is(string text)
    {
        foreach (var c in text)
            if (c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC') return true;
        return false;
    }

    static string Reversed(string text) => string.Create(text.Length, text, (to, from) =>
    {
        from.CopyTo(to);
        to.Reverse();
    });
}
