namespace Gemeo.Linguistics.Sentences;

/// <summary>A part of a text.</summary>
public readonly record struct Span(int Start, int Length)
{
    public int End => Start + Length;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}
