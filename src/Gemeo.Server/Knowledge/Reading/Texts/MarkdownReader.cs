using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gemeo.Knowledge.Reading.Texts;

/// <summary>Markdown without its marks: headings, paragraphs, items, rows of tables, code.</summary>
static class MarkdownReader
{
    static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().Build();

    public static IEnumerable<TextBlock> Read(string text)
    {
        try
        {
            return Blocks(Markdown.Parse(text, _pipeline), "");
        }
        catch (ArgumentException why)
        {
            // Nested deeper than the library follows.
            throw new ReadingException(ReadingFault.Broken, inner: why);
        }
    }

    static IEnumerable<TextBlock> Blocks(ContainerBlock container, string mark)
    {
        foreach (var block in container)
        {
            foreach (var made in Of(block, mark)) yield return made;
            mark = "";
        }
    }

    static IEnumerable<TextBlock> Of(Block block, string mark) => block switch
    {
        HeadingBlock heading => One(Text(heading.Inline), heading.Level),
        ParagraphBlock paragraph => One(mark + Text(paragraph.Inline)),
        ListBlock list => list.OfType<ListItemBlock>().SelectMany((item, i) => Blocks(item, list.IsOrdered ? $"{item.Order}. " : "• ")),
        Table table => table.OfType<TableRow>().SelectMany(row => One(string.Join(" | ", row.OfType<TableCell>().Select(Cell)))),
        CodeBlock code and not Markdig.Extensions.Yaml.YamlFrontMatterBlock => One(code.Lines.ToString()),
        ContainerBlock inner => Blocks(inner, mark),
        _ => [],
    };

    static IEnumerable<TextBlock> One(string text, int level = 0) => string.IsNullOrWhiteSpace(text) ? [] : [new(text.Trim(), level)];

    static string Cell(TableCell cell) => string.Join(' ', cell.OfType<ParagraphBlock>().Select(p => Text(p.Inline)));

    static string Text(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        if (inlines is not null) Write(inlines, text);
        return text.ToString();
    }

    static void Write(ContainerInline inlines, StringBuilder text)
    {
        foreach (var inline in inlines)
            switch (inline)
            {
                case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
                case CodeInline code: text.Append(code.Content); break;
                case LineBreakInline: text.Append(' '); break;
                case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
                case AutolinkInline link: text.Append(link.Url); break;
                case ContainerInline inner: Write(inner, text); break;
            }
    }
}
