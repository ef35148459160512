namespace Gemeo.Knowledge.Reading.Layout;

/// <summary>Lines that belong together: read as one, without line breaks.</summary>
sealed class Paragraph(Line first)
{
    public List<Line> Lines { get; } = [first];

    public Line First => Lines[0];

    public Line Last => Lines[^1];

    /// <summary>White space above it, in shares of its size.</summary>
    public float Above { get; init; }

    public string Text => string.Join(' ', Lines.SelectMany(l => l.Words).Select(w => w.Text));
}

/// <summary>Lines to paragraphs.</summary>
static class Paragraphs
{
    public static List<Paragraph> Of(List<Line> lines)
    {
        var paragraphs = new List<Paragraph>();
        for (var start = 0; start < lines.Count;)
        {
            var end = start + 1;
            while (end < lines.Count && SameGroup(lines, end)) end++;
            Split(lines, start, end, paragraphs);
            start = end;
        }
        return paragraphs;
    }

    /// <summary>One size, one weight, and no more space above the line than there is around its neighbours.</summary>
    static bool SameGroup(List<Line> lines, int i)
    {
        var (above, line) = (lines[i - 1], lines[i]);
        if (Math.Abs(above.Size - line.Size) >= 0.08f * line.Size || above.IsBold != line.IsBold || above.IsMono != line.IsMono) return false;
        var spacing = line.Baseline - above.Baseline;
        return spacing < 2.2f * line.Size && spacing <= 1.17f * Math.Min(Spacing(lines, i - 1), Spacing(lines, i + 1));
    }

    static float Spacing(List<Line> lines, int i) =>
        i > 0 && i < lines.Count && lines[i].Baseline - lines[i - 1].Baseline is > 0 and var spacing ? spacing : float.MaxValue;

    static void Split(List<Line> lines, int start, int end, List<Paragraph> paragraphs)
    {
        var (left, right) = (float.MaxValue, float.MinValue);
        for (var i = start; i < end; i++) (left, right) = (Math.Min(left, lines[i].Left), Math.Max(right, lines[i].Right));
        for (var i = start; i < end; i++)
        {
            if (i > start && !Breaks(lines[i - 1], lines[i], left, right)) paragraphs[^1].Lines.Add(lines[i]);
            else paragraphs.Add(new(lines[i]) { Above = i == 0 ? 9 : (lines[i].Top - lines[i - 1].Bottom) / lines[i].Size });
        }
    }

    static bool IsCentred(Line above, Line line) => Math.Abs(line.Left + line.Right - above.Left - above.Right) < line.Size;

    /// <summary>
    /// A writer breaks a line only when the next word does not fit; where it would have fitted, the break is meant.
    /// An indented line, and one that begins an item, begin a paragraph too.
    /// </summary>
    static bool Breaks(Line above, Line line, float left, float right)
    {
        if (line.IsMono || above.IsMono) return true;
        if (above.Words[^1].Text[^1] is '-' or Hyphens.Soft && char.IsLower(line.Words[0].Text[0])) return false;
        var space = 0.3f * line.Size;
        if (above.Right + space + line.Words[0].Width < right - 0.6f * line.Size) return true;
        if (line.Left > above.Left + 0.8f * line.Size && above.Left < left + 0.5f * line.Size && !Item.Begins(above) && !IsCentred(above, line)) return true;
        if (line.HasLeader || above.HasLeader || line.WidestGap() > 3 || above.WidestGap() > 3) return true;
        return Item.IsBullet(line) || Item.Begins(line) && (line.Left <= above.Left + 0.5f * line.Size || Item.Begins(above));
    }
}

/// <summary>The mark that begins an item of a list.</summary>
static class Item
{
    public static bool Begins(Line line)
    {
        var mark = line.Words[0].Text;
        if (line.Words.Count < 2) return false;
        if (IsBullet(line) || mark is "–" or "—" or "-" or "*") return true;
        return mark.Length is >= 2 and <= 5 && mark[^1] is '.' or ')' && IsCounter(mark.AsSpan(0, mark.Length - 1).TrimStart('('));
    }

    /// <summary>A mark that is nothing else; a dash may stand in a sentence.</summary>
    public static bool IsBullet(Line line) =>
        line.Words.Count > 1 && line.Words[0].Text is "•" or "◦" or "▪" or "·" or "●" or "■" or "○" or "‣" or "→";

    static bool IsCounter(ReadOnlySpan<char> text)
    {
        if (text.Length == 1 && char.IsAsciiLetter(text[0])) return true;
        foreach (var c in text)
            if (!char.IsAsciiDigit(c) && c != '.') return IsRoman(text);
        return text.Length > 0;
    }

    static bool IsRoman(ReadOnlySpan<char> text) => text.Length > 0 && text.IndexOfAnyExcept("IVXLCivxlc") < 0;
}
