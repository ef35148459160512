using System.Collections.Immutable;

namespace Gemeo.Knowledge.Chunks;

/// <summary>A part of one page's text that is found and cited as one.</summary>
/// <param name="Section">Headings that it stands under; where sections were joined, those that they share.</param>
/// <param name="Start">Where it begins in the page's text.</param>
/// <param name="Title">"document › section › p. N", put before the text when it is indexed.</param>
/// <param name="Tokens">Estimated: see <see cref="Chunks.Tokens"/>.</param>
public sealed record Chunk(int Page, ImmutableArray<string> Section, int Start, int Length, string Text, string Title, int Tokens)
{
    public int End => Start + Length;

    /// <summary>What an index sees.</summary>
    public string Indexed => $"{Title}\n{Text}";
}
