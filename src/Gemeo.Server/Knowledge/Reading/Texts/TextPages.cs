using System.Collections.Immutable;
using System.Text;

namespace Gemeo.Knowledge.Reading.Texts;

/// <summary>A text that knows no paper is cut into pages at paragraphs, so that it can be cited by page like any other.</summary>
static class TextPages
{
    /// <summary>Characters of a page: about what an A4 page of 11 points holds.</summary>
    public const int PageLength = 3000;

    public static IEnumerable<DocumentPage> Of(IEnumerable<TextBlock> blocks, DocumentKind kind, ReadingBudget budget, Action<DocumentInfo>? opened)
    {
        var all = blocks.SelectMany(Cut).ToList();
        if (all.Count == 0) throw new ReadingException(ReadingFault.Empty);
        var pages = Paginate(all);
        if (pages.Count > budget.Limits.Pages) throw new ReadingException(ReadingFault.TooManyPages);
        opened?.Invoke(new(kind, all.Find(b => b.Level == 1).Text, pages.Count));
        return Write(pages, budget);
    }

    static IEnumerable<DocumentPage> Write(List<List<TextBlock>> pages, ReadingBudget budget)
    {
        var path = ImmutableArray<(string Title, int Level)>.Empty;
        for (var i = 0; i < pages.Count; i++)
        {
            budget.Check();
            yield return Page(i + 1, pages[i], ref path);
        }
    }

    static DocumentPage Page(int number, List<TextBlock> blocks, ref ImmutableArray<(string Title, int Level)> path)
    {
        var text = new StringBuilder();
        var sections = ImmutableArray.CreateBuilder<Section>();
        if (blocks[0].Level == 0) sections.Add(new(0, 0, [.. path.Select(p => p.Title)]));
        foreach (var block in blocks)
        {
            if (text.Length > 0) text.Append('\n');
            if (block.Level > 0)
            {
                path = [.. path.Where(p => p.Level < block.Level), (block.Text, block.Level)];
                sections.Add(new(text.Length, block.Text.Length, [.. path.Select(p => p.Title)]));
            }
            text.Append(block.Text);
        }
        return new(number, 0, 0, text.ToString(), [], sections.ToImmutable());
    }

    static List<List<TextBlock>> Paginate(List<TextBlock> blocks)
    {
        var pages = new List<List<TextBlock>>();
        var length = 0;
        foreach (var block in blocks)
        {
            if (pages.Count == 0 || block.NewPage || length > 0 && length + block.Text.Length > PageLength)
            {
                // A heading goes with what follows it.
                var heading = pages.Count > 0 && pages[^1].Count > 1 && pages[^1][^1].Level > 0 ? pages[^1][^1] : (TextBlock?)null;
                if (heading is not null) pages[^1].RemoveAt(pages[^1].Count - 1);
                pages.Add(heading is { } carried ? [carried] : []);
                length = heading?.Text.Length ?? 0;
            }
            pages[^1].Add(block);
            length += block.Text.Length;
        }
        return pages;
    }

    /// <summary>Nobody's paragraph is this long; a file without line breaks is.</summary>
    static IEnumerable<TextBlock> Cut(TextBlock block)
    {
        var rest = block.Text;
        while (rest.Length > PageLength)
        {
            var at = rest.LastIndexOf(' ', PageLength, PageLength / 2);
            if (at < 0) at = char.IsLowSurrogate(rest[PageLength]) ? PageLength - 1 : PageLength;
            yield return block with { Text = rest[..at], Level = 0 };
            rest = rest[at..].TrimStart();
        }
        if (rest.Length > 0) yield return block with { Text = rest, Level = rest.Length == block.Text.Length ? block.Level : 0 };
    }
}
