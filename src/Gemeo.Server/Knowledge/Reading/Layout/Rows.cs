using System.Runtime.InteropServices;

namespace Gemeo.Knowledge.Reading.Layout;

/// <summary>What stands on one baseline across the page, from left to right.</summary>
sealed class Row(List<Word> words)
{
    public List<Word> Words => words;

    public float Baseline => words[0].Baseline;
}

static class Rows
{
    const float SameBaseline = 0.15f;
    const float Overlap = 0.35f;

    /// <summary>Rows from the top down. Pieces of a word that were drawn apart are joined; what was drawn twice (a poor man's bold) counts once.</summary>
    public static List<Row> Of(List<Word> words)
    {
        words.Sort((a, b) => a.Baseline.CompareTo(b.Baseline));
        var rows = new List<Row>();
        for (var start = 0; start < words.Count;)
        {
            var end = start + 1;
            while (end < words.Count && words[end].Baseline - words[end - 1].Baseline <= SameBaseline * Math.Min(words[end].Size, words[start].Size)) end++;
            rows.Add(new(Join(CollectionsMarshal.AsSpan(words)[start..end])));
            start = end;
        }
        return rows;
    }

    static List<Word> Join(Span<Word> words)
    {
        words.Sort((a, b) => a.Left.CompareTo(b.Left));
        var row = new List<Word>(words.Length) { words[0] };
        foreach (var word in words[1..])
        {
            var last = row[^1];
            if (IsTwice(last, word)) continue;
            if (Touches(last, word)) row[^1] = last.JoinedWith(word);
            else row.Add(word);
        }
        return row;
    }

    static bool IsTwice(Word a, Word b) => a.Text == b.Text && b.Left - a.Left < 0.2f * a.Size && a.Left - b.Left < 0.2f * a.Size;

    static bool Touches(Word a, Word b)
    {
        var size = Math.Max(a.Size, b.Size);
        var gap = b.Left - a.Right;
        return !a.SpaceAfter && !b.SpaceBefore && gap < WordBuilder.WordGap * size && gap > -Overlap * size && size < 1.4f * Math.Min(a.Size, b.Size);
    }
}
