namespace Gemeo.Knowledge.Reading.Layout;

/// <summary>A line of a block: words from left to right.</summary>
sealed class Line
{
    public Line(List<Word> words)
    {
        words.Sort((a, b) => a.Left.CompareTo(b.Left));
        var (letters, bold, mono, sized, dots) = (0, 0, 0, 0f, 0);
        (Left, Right, Top, Bottom) = (float.MaxValue, float.MinValue, float.MaxValue, float.MinValue);
        foreach (var word in words)
        {
            var length = word.Text.Length;
            letters += length;
            dots += word.Text.AsSpan().IndexOfAnyExcept('.', '…') < 0 ? length : 0;
            bold += word.Face.Bold ? length : 0;
            mono += word.Face.Mono ? length : 0;
            sized += word.Size * length;
            (Left, Right) = (Math.Min(Left, word.Left), Math.Max(Right, word.Right));
            (Top, Bottom) = (Math.Min(Top, word.Top), Math.Max(Bottom, word.Bottom));
        }
        (Words, Letters, Size) = (words, letters, sized / Math.Max(1, letters));
        (IsBold, IsMono, HasLeader) = (bold >= 0.9f * letters, mono >= 0.7f * letters, dots >= 4);
        Baseline = words.MaxBy(w => w.Size * 1000 + w.Width)!.Baseline;
    }

    public List<Word> Words { get; }

    public int Letters { get; }

    public float Size { get; }

    public float Left { get; }

    public float Right { get; }

    public float Top { get; }

    public float Bottom { get; }

    public float Baseline { get; }

    public bool IsBold { get; }

    public bool IsMono { get; }

    /// <summary>Dots lead to a page number: a line of the contents.</summary>
    public bool HasLeader { get; }

    /// <summary>The widest space between two of its words, in shares of the size: a table's row, a contents' leader.</summary>
    public float WidestGap()
    {
        var widest = 0f;
        for (var i = 1; i < Words.Count; i++) widest = Math.Max(widest, Words[i].Left - Words[i - 1].Right);
        return widest / Size;
    }
}

static class Lines
{
    const float SameBaseline = 0.25f;

    /// <summary>A block's words to lines, from the top down; small raised or lowered words go to the line that they touch.</summary>
    public static List<Line> Of(List<Word> block)
    {
        block.Sort((a, b) => a.Baseline.CompareTo(b.Baseline));
        var groups = new List<List<Word>>();
        foreach (var word in block)
        {
            if (groups.Count > 0 && word.Baseline - groups[^1][0].Baseline <= SameBaseline * Math.Min(word.Size, groups[^1][0].Size)) groups[^1].Add(word);
            else groups.Add([word]);
        }
        Attach(groups);
        return [.. groups.Select(g => new Line(g))];
    }

    static void Attach(List<List<Word>> groups)
    {
        for (var i = groups.Count - 1; i >= 0; i--)
        {
            if (i + 1 < groups.Count && IsScriptOf(groups[i], groups[i + 1])) groups[i + 1].AddRange(groups[i]);
            else if (i > 0 && IsScriptOf(groups[i], groups[i - 1])) groups[i - 1].AddRange(groups[i]);
            else continue;
            groups.RemoveAt(i);
        }
    }

    static bool IsScriptOf(List<Word> small, List<Word> line)
    {
        foreach (var word in small)
            if (!line.Exists(w => w.Size > word.Size * 1.1f && word.Baseline > w.Top && word.Top < w.Baseline && Near(word, w)) || line.Exists(w => Covers(w, word))) return false;
        return true;
    }

    static bool Near(Word small, Word word) => small.Left - word.Right < word.Size && word.Left - small.Right < word.Size;

    static bool Covers(Word a, Word b) => Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) > 0.5f * b.Width;
}
