using Gemeo.Knowledge.Reading.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Gemeo.Knowledge.Reading.Pdf;

/// <summary>Reads a PDF one page at a time; a few pages are held, so that what repeats on them is seen.</summary>
sealed class PdfReader(ReadingBudget budget)
{
    const float Scan = 0.3f;

    public IEnumerable<DocumentPage> Read(byte[] content, Action<DocumentInfo>? opened)
    {
        using var document = Open(content);
        var editor = new PageEditor(new OutlineTitles(OutlineReader.Read(document)));
        opened?.Invoke(new(DocumentKind.Pdf, Title(document), document.NumberOfPages));
        var (text, fault) = (false, (ReadingFault?)null);
        foreach (var page in editor.Edit(Words(document)))
        {
            text |= page.Text.Length > 0;
            fault ??= page.Fault;
            yield return page;
        }
        if (!text) throw new ReadingException(fault ?? ReadingFault.Empty);
    }

    /// <summary>The words as they stand on the pages, before anything is cleaned.</summary>
    public IEnumerable<WordPage> RawWords(byte[] content)
    {
        using var document = Open(content);
        foreach (var page in Words(document)) yield return page;
    }

    PdfDocument Open(byte[] content)
    {
        PdfDocument document;
        try
        {
            budget.Check();
            document = PdfDocument.Open(content, new BudgetedOptions(budget));
        }
        catch (PdfDocumentEncryptedException why)
        {
            throw new ReadingException(ReadingFault.Encrypted, inner: why);
        }
        catch (Exception why) when (why is not (OperationCanceledException or ReadingException or OutOfMemoryException))
        {
            budget.Check();
            throw new ReadingException(ReadingFault.Broken, inner: why);
        }
        document.AddPageFactory<GlyphPage, GlyphPageFactory>();
        if (document.NumberOfPages <= budget.Limits.Pages && document.NumberOfPages > 0) return document;
        var fault = document.NumberOfPages == 0 ? ReadingFault.Empty : ReadingFault.TooManyPages;
        document.Dispose();
        throw new ReadingException(fault);
    }

    IEnumerable<WordPage> Words(PdfDocument document)
    {
        for (var number = 1; number <= document.NumberOfPages; number++) yield return Words(document, number);
    }

    WordPage Words(PdfDocument document, int number)
    {
        budget.StartPage();
        WordPage page;
        try
        {
            page = WordPage.Of(document.GetPage<GlyphPage>(number));
        }
        catch (Exception why) when (why is not (OperationCanceledException or OutOfMemoryException))
        {
            page = WordPage.Failed(number, ReadingFault.Broken);
        }
        if (budget.EndPage() is { } fault) return WordPage.Failed(number, fault);
        return page.Rows.Count == 0 && page.Fault is null && page.Pictured > Scan ? page with { Fault = ReadingFault.Scanned } : page;
    }

    static string? Title(PdfDocument document)
    {
        try
        {
            return document.Information.Title is { Length: > 2 } title && title.Any(char.IsLetter) ? CleanText.Of(title.Trim()) : null;
        }
        catch (Exception why) when (why is not OutOfMemoryException)
        {
            return null;
        }
    }
}
