namespace Gemeo.Knowledge.Reading.Layout;

/// <summary>
/// Cuts a page into blocks in the order in which they are read. A column begins where a tall white strip has running
/// text on both sides; a table's strips do not count, since its rows belong together.
/// </summary>
static class Columns
{
    const float BinWidth = 2;
    const float LeastGutter = 0.7f;
    const float LeastHeight = 4.5f;
    const int LeastWords = 16;
    const int MostCuts = 40;
    const int MostTries = 12;

    public static List<List<Word>> Order(List<Word> words)
    {
        var blocks = new List<List<Word>>();
        var cuts = 0;
        Cut(words, blocks, ref cuts);
        return blocks;
    }

    static void Cut(List<Word> words, List<List<Word>> blocks, ref int cuts)
    {
        if (words.Count == 0) return;
        if (cuts >= MostCuts || words.Count < LeastWords || Gutter(words) is not { } gutter)
        {
            blocks.Add(words);
            return;
        }
        cuts++;
        var (above, left, right, below) = (new List<Word>(), new List<Word>(), new List<Word>(), new List<Word>());
        foreach (var word in words) Side(word, gutter).Add(word);
        Cut(above, blocks, ref cuts);
        Cut(left, blocks, ref cuts);
        Cut(right, blocks, ref cuts);
        Cut(below, blocks, ref cuts);

        List<Word> Side(Word word, Strip strip)
        {
            var middle = (word.Top + word.Bottom) / 2;
            if (middle < strip.Top) return above;
            if (middle > strip.Bottom) return below;
            return (word.Left + word.Right) / 2 < strip.X ? left : right;
        }
    }

    /// <summary>A white strip: its middle, and from where to where it runs.</summary>
    readonly record struct Strip(float X, float Top, float Bottom)
    {
        public float Height => Bottom - Top;
    }

    static Strip? Gutter(List<Word> words)
    {
        words.Sort((a, b) => a.Top.CompareTo(b.Top));
        var size = Median(words);
        var strips = Strips(words, size);
        strips.Sort((a, b) => b.Height.CompareTo(a.Height));
        foreach (var strip in strips.Take(MostTries))
            if (Side.Of(words, strip.X, strip.Top, strip.Bottom, size) is var (left, right) && left.IsText && right.IsText && !Side.AreRows(left, right)) return strip;
        return null;
    }

    static float Median(List<Word> words)
    {
        var sizes = new float[words.Count];
        for (var i = 0; i < sizes.Length; i++) sizes[i] = words[i].Size;
        Array.Sort(sizes);
        return sizes[sizes.Length / 2];
    }

    /// <summary>For each place across the page, the tallest stretch that no word comes near; neighbours with the same stretch are one strip.</summary>
    static List<Strip> Strips(List<Word> words, float size)
    {
        var (left, right) = (float.MaxValue, float.MinValue);
        foreach (var word in words) (left, right) = (Math.Min(left, word.Left), Math.Max(right, word.Right));
        var half = LeastGutter * size / 2;
        var bins = (int)Math.Clamp((right - left) / BinWidth, 0, 2000);
        var below = new float[bins];
        var best = new (float Top, float Bottom)[bins];
        Array.Fill(below, words[0].Top);
        foreach (var word in words) Cover(word, left, half, below, best);
        var bottom = words.Max(w => w.Bottom);
        for (var i = 0; i < bins; i++) Offer(ref best[i], below[i], bottom);
        return Together(best, left, LeastHeight * size);
    }

    static void Cover(Word word, float left, float half, float[] below, (float Top, float Bottom)[] best)
    {
        var first = Math.Max(0, (int)((word.Left - half - left) / BinWidth));
        var last = Math.Min(below.Length - 1, (int)((word.Right + half - left) / BinWidth));
        for (var i = first; i <= last; i++)
        {
            Offer(ref best[i], below[i], word.Top);
            below[i] = Math.Max(below[i], word.Bottom);
        }
    }

    static void Offer(ref (float Top, float Bottom) best, float top, float bottom)
    {
        if (bottom - top > best.Bottom - best.Top) best = (top, bottom);
    }

    static List<Strip> Together((float Top, float Bottom)[] best, float left, float leastHeight)
    {
        var strips = new List<Strip>();
        for (var start = 0; start < best.Length;)
        {
            var end = start + 1;
            while (end < best.Length && best[end] == best[start]) end++;
            if (best[start].Bottom - best[start].Top >= leastHeight)
                strips.Add(new(left + (start + end) * BinWidth / 2, best[start].Top, best[start].Bottom));
            start = end;
        }
        return strips;
    }
}
