using System.Text.RegularExpressions;
using Gemeo.Knowledge.Search;
using Gemeo.Linguistics.Sentences;

namespace Gemeo.Assistant.Quotes;

enum UnitKind
{
    Sentence,
    /// <summary>A row of a table, an item of a list: ends as no sentence does.</summary>
    Row,
    /// <summary>A heading or a caption.</summary>
    Heading,
}

/// <summary>What may be quoted of a passage.</summary>
sealed partial record Unit(Span Span, UnitKind Kind)
{
    const int Shortest = 2;

    /// <summary>A passage in units, in order. Paragraphs stand on lines of their own.</summary>
    public static List<Unit> Of(Source source)
    {
        var units = new List<Unit>();
        for (var start = 0; start < source.Text.Length;)
        {
            var end = source.Text.IndexOf('\n', start);
            if (end < 0) end = source.Text.Length;
            var line = source.Text[start..end];
            foreach (var span in Sentence.Split(line))
                if (span.Length >= Shortest) units.Add(new(span with { Start = start + span.Start }, KindOf(span.In(line), source.Section)));
            start = end + 1;
        }
        return units;
    }

    static UnitKind KindOf(ReadOnlySpan<char> text, string? section)
    {
        if (IsEnded(text)) return UnitKind.Sentence;
        return Numbered().IsMatch(text) || section?.AsSpan().EndsWith(text, StringComparison.Ordinal) == true ? UnitKind.Heading : UnitKind.Row;
    }

    static bool IsEnded(ReadOnlySpan<char> text) => text.TrimEnd("\"'”’»)]") is [.., '.' or '!' or '?' or '…' or ':' or ';'];

    [GeneratedRegex(@"^(\d{1,3}(\.\d{1,3})*\.? +\p{L}|[A-Z]\.\d|(Part|Parte|Chapter|Capítulo|Table|Tabela|Figure|Figura|Appendix|Anexo) [\dA-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
