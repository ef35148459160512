using System.Collections.Immutable;

namespace Gemeo.Knowledge.Reading;

/// <summary>A rectangle on a page as it is shown: points (1/72 inch) from its top left corner.</summary>
public readonly record struct Box(float Left, float Top, float Width, float Height)
{
    public float Right => Left + Width;

    public float Bottom => Top + Height;

    public static Box Between(float left, float top, float right, float bottom) => new(left, top, right - left, bottom - top);

    public Box With(Box other) => Between(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}

/// <summary>Where a piece of the page's text stands on the page. A word that was broken at a line's end is two pieces without a space between them.</summary>
/// <param name="Line">Counts the page's lines; pieces of one line have the same.</param>
public readonly record struct WordBox(int Start, int Length, int Line, Box Box);

/// <summary>From <paramref name="Start"/> on, the text stands under these headings, the outermost first.</summary>
/// <param name="HeadingLength">Length of the heading itself, which begins at <paramref name="Start"/>; 0 where the section goes on from an earlier page.</param>
public readonly record struct Section(int Start, int HeadingLength, ImmutableArray<string> Path);

/// <summary>A page as a person reads it: without repeated headers and footers, words mended, paragraphs on lines of their own.</summary>
/// <param name="Width">Points; 0 for a page of a text that knows no paper.</param>
/// <param name="Words">In the order of the text; empty for a text that knows no paper.</param>
/// <param name="Sections">At least one, the first at 0.</param>
public sealed record DocumentPage(
    int Number, float Width, float Height, string Text, ImmutableArray<WordBox> Words, ImmutableArray<Section> Sections)
{
    /// <summary>Why this page has no text, or not all; the others are not affected.</summary>
    public ReadingFault? Fault { get; init; }

    public ImmutableArray<string> SectionAt(int position)
    {
        var path = ImmutableArray<string>.Empty;
        foreach (var section in Sections)
        {
            if (section.Start > position) break;
            path = section.Path;
        }
        return path;
    }

    /// <summary>What to highlight for a part of the text: one box for each line that it touches.</summary>
    public ImmutableArray<Box> BoxesOf(int start, int length)
    {
        var boxes = ImmutableArray.CreateBuilder<Box>();
        var line = -1;
        for (var i = FirstEndingAfter(start); i < Words.Length && Words[i].Start < start + length; i++)
        {
            if (Words[i].Line != line) boxes.Add(Words[i].Box);
            else boxes[^1] = boxes[^1].With(Words[i].Box);
            line = Words[i].Line;
        }
        return boxes.ToImmutable();
    }

    int FirstEndingAfter(int position)
    {
        var (low, high) = (0, Words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Words[middle].Start + Words[middle].Length <= position) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
