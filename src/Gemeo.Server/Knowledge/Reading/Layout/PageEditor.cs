using System.Collections.Immutable;

namespace Gemeo.Knowledge.Reading.Layout;

/// <summary>From words on pages to text with headings. Holds the pages that <see cref="RunningTitles"/> wants to see ahead.</summary>
sealed class PageEditor(OutlineTitles outline)
{
    readonly Queue<WordPage> _held = new();
    readonly RunningTitles _running = new();
    readonly Headings _headings = new(outline);
    readonly Hyphens _hyphens = new();

    public IEnumerable<DocumentPage> Edit(IEnumerable<WordPage> pages)
    {
        foreach (var page in pages)
        {
            _running.See(page);
            _headings.Learn(page);
            _hyphens.Learn(page);
            _held.Enqueue(page);
            if (_held.Count > RunningTitles.Window) yield return Edit(_held.Dequeue());
        }
        while (_held.TryDequeue(out var page)) yield return Edit(page);
    }

    DocumentPage Edit(WordPage page)
    {
        var text = new PageText(_hyphens);
        var sections = ImmutableArray.CreateBuilder<Section>();
        sections.Add(new(0, 0, _headings.Path));
        Paragraph? last = null;
        foreach (var rows in (List<List<Row>>)[_running.Clean(page), .. page.Turned])
            foreach (var paragraph in Blocks(rows))
            {
                Write(paragraph, last, text, sections);
                last = paragraph;
            }
        return new(page.Number, page.Width, page.Height, text.Finish(), text.Words, sections.ToImmutable()) { Fault = page.Fault };
    }

    static IEnumerable<Paragraph> Blocks(List<Row> rows) =>
        Columns.Order([.. rows.SelectMany(r => r.Words)]).SelectMany(block => Paragraphs.Of(Lines.Of(block)));

    void Write(Paragraph paragraph, Paragraph? last, PageText text, ImmutableArray<Section>.Builder sections)
    {
        if (!_headings.Take(paragraph))
        {
            text.Add(paragraph, last is not null && GoesOn(last, paragraph));
            return;
        }
        text.Add(paragraph, goesOn: false);
        var start = text.ParagraphStart;
        if (start == 0) sections.Clear();
        sections.Add(new(start, text.Length - start, _headings.Path));
    }

    /// <summary>A column ended in the middle of a sentence.</summary>
    static bool GoesOn(Paragraph last, Paragraph next) =>
        next.First.Top < last.Last.Top
        && Math.Abs(last.Last.Size - next.First.Size) < 0.6f && last.Last.IsBold == next.First.IsBold
        && last.Last.Words[^1].Text[^1] is not ('.' or '!' or '?' or ':' or ';')
        && (char.IsLower(next.First.Words[0].Text[0]) || last.Last.Words[^1].Text[^1] is '-' or Hyphens.Soft or ',');
}
