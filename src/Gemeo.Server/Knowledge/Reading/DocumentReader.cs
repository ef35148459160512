using System.Runtime.CompilerServices;
using Gemeo.Knowledge.Reading.Pdf;
using Gemeo.Knowledge.Reading.Texts;

namespace Gemeo.Knowledge.Reading;

/// <summary>Reads in this process. Time is bounded by asking often; a library that never asks back, or that ends the process, is not: see <see cref="Isolation.ReadingProcess"/>.</summary>
public sealed class DocumentReader(TimeProvider time) : IDocumentReader
{
    public async IAsyncEnumerable<DocumentPage> ReadAsync(
        string file, ReadingLimits limits, Action<DocumentInfo>? opened, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var pages = await Task.Run(() => Read(file, new(limits, time, cancel), opened).GetEnumerator(), cancel);
        while (await Task.Run(pages.MoveNext, cancel)) yield return pages.Current;
    }

    /// <summary>The same on the caller's thread.</summary>
    internal static IEnumerable<DocumentPage> Read(string file, ReadingBudget budget, Action<DocumentInfo>? opened)
    {
        var content = Content(file, budget.Limits);
        return Sniff.Kind(content, file) switch
        {
            DocumentKind.Pdf => new PdfReader(budget).Read(content, opened),
            DocumentKind.Markdown => TextPages.Of(MarkdownReader.Read(TextDecoder.Decode(content)), DocumentKind.Markdown, budget, opened),
            DocumentKind.Text => TextPages.Of(PlainTextReader.Read(TextDecoder.Decode(content)), DocumentKind.Text, budget, opened),
            _ => throw new ReadingException(ReadingFault.WrongType),
        };
    }

    static byte[] Content(string file, ReadingLimits limits)
    {
        try
        {
            var length = new FileInfo(file).Length;
            if (length > limits.Bytes) throw new ReadingException(ReadingFault.TooLarge);
            if (length == 0) throw new ReadingException(ReadingFault.Empty);
            return File.ReadAllBytes(file);
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            throw new ReadingException(ReadingFault.Broken, inner: why);
        }
    }
}
