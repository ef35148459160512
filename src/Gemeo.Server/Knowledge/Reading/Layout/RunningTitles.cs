using System.Text;
using System.Text.RegularExpressions;

namespace Gemeo.Knowledge.Reading.Layout;

/// <summary>
/// Finds what stands at the same place of page after page: headers, footers, page numbers. Digits do not count.
/// It looks at a few pages to either side, so that a chapter's own header is seen as one.
/// </summary>
sealed partial class RunningTitles
{
    /// <summary>Pages to either side that are looked at.</summary>
    public const int Window = 4;

    const float Margin = 0.11f;
    const int Outermost = 3;
    const float SamePlace = 4;
    const int Often = 3;

    readonly record struct Mark(string Text, float Y, float Size, bool Top);

    readonly Dictionary<int, Mark[]> _marks = [];
    readonly Dictionary<(int Y, int Size), int> _places = [];

    /// <summary>Pages are shown in order, each up to <see cref="Window"/> pages before it is cleaned.</summary>
    public void See(WordPage page)
    {
        _marks[page.Number] = [.. Edge(page, top: true).Concat(Edge(page, top: false)).Select(e => e.Mark)];
        _marks.Remove(page.Number - 2 * Window - 1);
    }

    /// <summary>The page's rows without those that run.</summary>
    public List<Row> Clean(WordPage page)
    {
        var drop = new HashSet<Row>();
        foreach (var top in (bool[])[true, false])
            foreach (var (row, mark) in Edge(page, top))
            {
                if (!Runs(page.Number, mark)) break;
                drop.Add(row);
                var place = ((int)MathF.Round(mark.Y), (int)MathF.Round(mark.Size * 2));
                _places[place] = _places.GetValueOrDefault(place) + 1;
            }
        return drop.Count == 0 ? page.Rows : page.Rows.FindAll(r => !drop.Contains(r));
    }

    bool Runs(int number, Mark mark)
    {
        if (PageNumber().IsMatch(mark.Text)) return true;
        var (seen, pages) = (0, 0);
        foreach (var (other, marks) in _marks)
        {
            if (other == number || Math.Abs(other - number) > Window) continue;
            pages++;
            if (Array.Exists(marks, m => m.Top == mark.Top && m.Text == mark.Text && Math.Abs(m.Y - mark.Y) <= SamePlace)) seen++;
        }
        return seen >= 2 || seen == 1 && pages == 1 || seen > 0 && IsUsualPlace(mark);
    }

    bool IsUsualPlace(Mark mark) => _places.GetValueOrDefault(((int)MathF.Round(mark.Y), (int)MathF.Round(mark.Size * 2))) >= Often;

    /// <summary>The outermost rows of the page's top or bottom margin, the outermost first.</summary>
    static IEnumerable<(Row Row, Mark Mark)> Edge(WordPage page, bool top)
    {
        for (var i = 0; i < Math.Min(Outermost, page.Rows.Count); i++)
        {
            var row = page.Rows[top ? i : page.Rows.Count - 1 - i];
            var y = row.Baseline;
            if (top ? y > page.Height * Margin : y < page.Height * (1 - Margin)) yield break;
            yield return (row, new(Normal(row), y, row.Words[0].Size, top));
        }
    }

    static string Normal(Row row)
    {
        var text = new StringBuilder();
        foreach (var word in row.Words)
        {
            if (text.Length > 0) text.Append(' ');
            if (IsRoman(word.Text)) text.Append('#');
            else AddWithoutDigits(word.Text, text);
        }
        return text.ToString();
    }

    static void AddWithoutDigits(string word, StringBuilder text)
    {
        foreach (var c in word)
            if (!char.IsDigit(c)) text.Append(char.ToLowerInvariant(c));
            else if (text.Length == 0 || text[^1] != '#') text.Append('#');
    }

    static bool IsRoman(string word) => word.AsSpan().IndexOfAnyExcept("ivxlcIVXLC") < 0;

    [GeneratedRegex(@"^[\s\-–—|·]*((page|página|pagina|pág\.|pag\.|p\.)\s*)?#(\s*(/|of|de|\|)\s*#)?[\s\-–—|·]*$")]
    private static partial Regex PageNumber();
}
