namespace Gemeo.Linguistics.Words;

/// <summary>
/// Cuts a text into words. Codes stay whole (5G, n78, 802.11ax, C++); compounds come in parts and, when short enough for
/// somebody to write them in one, once more as a whole (TP-Link: <c>tp</c>, <c>link</c>, <c>tplink</c>).
/// </summary>
public static class WordReader
{
    const int MostParts = 4;
    const int LongestWhole = 40;

    public static List<Word> Read(string text)
    {
        var words = new List<Word>(text.Length / 6 + 1);
        for (var at = 0; at < text.Length;)
        {
            if (Letters.IsIn(text, at)) at = Compound(text, at, words);
            else at++;
        }
        return words;
    }

    static int Compound(string text, int start, List<Word> words)
    {
        var first = words.Count;
        var (end, whole) = (Part(text, start, words), true);
        while (Joiner.At(text, start, end) is { } joiner)
        {
            var next = Part(text, end + 1, words);
            whole &= joiner.Makes(text, start, end, next);
            end = next;
        }
        if (whole && words.Count - first is > 1 and <= MostParts && end - start <= LongestWhole) AddWhole(text, start, end, words);
        return end;
    }

    /// <summary>One run of letters and digits; it is cut once more where small letters meet a capital (StorageRequest).</summary>
    static int Part(string text, int start, List<Word> words)
    {
        var end = Letters.End(text, start);
        var from = start;
        for (var cut = start + 1; cut < end; cut++)
        {
            if (!Letters.IsHump(text, from, cut, end)) continue;
            Add(text, from, cut, words);
            from = cut;
        }
        Add(text, from, end, words);
        return end;
    }

    static void Add(string text, int start, int end, List<Word> words)
    {
        var span = text.AsSpan(start, Letters.WithoutPlural(text, start, end) - start);
        words.Add(new(Letters.Fold(span), start, end - start, Letters.IsShouted(span), Joined: false));
    }

    static void AddWhole(string text, int start, int end, List<Word> words)
    {
        var kept = new char[end - start];
        var n = 0;
        foreach (var letter in text.AsSpan(start, Letters.WithoutPlural(text, start, end) - start))
            if (!Joiner.IsOne(letter)) kept[n++] = letter;
        var folded = Letters.Fold(kept.AsSpan(0, n));
        words.Add(new(folded, start, end - start, Letters.IsShouted(kept.AsSpan(0, n)), Joined: true));
    }
}
