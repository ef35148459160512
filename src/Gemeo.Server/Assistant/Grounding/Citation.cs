using Gemeo.Knowledge.Search;

namespace Gemeo.Assistant.Grounding;

/// <summary>Where what is said as [n] stands: the page's text from <paramref name="Start"/> on is <paramref name="Quote"/>, letter by letter.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Start">Where the quote begins in the page's text.</param>
public sealed record Citation(int Number, string Document, string Name, int Page, int Start, string Quote)
{
    /// <summary>A part of a passage, cited.</summary>
    public static Citation Of(int number, Source source, int start, int length) =>
        new(number, source.Document, source.Name, source.Page, source.Start + start, source.Text.Substring(start, length));
}

/// <summary>What is answered from documents: text with marks [n], each of which is among the citations. None at all: nothing was found.</summary>
public sealed record Grounded(string Text, IReadOnlyList<Citation> Citations);
