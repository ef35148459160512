namespace Gemeo.Knowledge.Reading;

public enum DocumentKind
{
    Pdf,
    Markdown,
    Text,
}

/// <summary>Known before the first page.</summary>
/// <param name="Title">What the document calls itself, if it does.</param>
/// <param name="Pages">How many there will be.</param>
public sealed record DocumentInfo(DocumentKind Kind, string? Title, int Pages);

/// <summary>Reads a file page by page. Two ways: in this process, or in one of its own that a hostile file cannot take down with it.</summary>
public interface IDocumentReader
{
    /// <param name="opened">Told once, before the first page; with each page's number it makes the progress.</param>
    /// <exception cref="ReadingException">The document cannot be read, or not to its end.</exception>
    IAsyncEnumerable<DocumentPage> ReadAsync(string file, ReadingLimits limits, Action<DocumentInfo>? opened, CancellationToken cancel);
}
