using Gemeo.Knowledge.Reading.Pdf;

namespace Gemeo.Knowledge.Reading.Layout;

/// <summary>A page's words in rows, before anything is left out. Upright text first; text that is turned otherwise apart.</summary>
sealed record WordPage(int Number, float Width, float Height, List<Row> Rows, List<List<Row>> Turned, float Pictured)
{
    public ReadingFault? Fault { get; init; }

    public IEnumerable<Word> Words => Rows.Concat(Turned.SelectMany(t => t)).SelectMany(r => r.Words);

    public static WordPage Of(GlyphPage page)
    {
        var turned = Turns(page.Glyphs);
        var rows = turned.ConvertAll(glyphs => Layout.Rows.Of(WordBuilder.Build(glyphs)));
        return new(page.Number, page.Width, page.Height, rows.Count > 0 ? rows[0] : [], rows.Count > 1 ? rows[1..] : [], page.Pictured);
    }

    public static WordPage Failed(int number, ReadingFault fault) => new(number, 0, 0, [], [], 0) { Fault = fault };

    /// <summary>By direction, the one with most characters first.</summary>
    static List<IReadOnlyList<Glyph>> Turns(IReadOnlyList<Glyph> glyphs)
    {
        if (glyphs.Count == 0) return [];
        var turn = glyphs[0].Turn;
        if (glyphs.All(g => g.Turn == turn)) return [glyphs];
        return [.. glyphs.GroupBy(g => g.Turn).OrderByDescending(g => g.Count()).Select(g => g.ToArray())];
    }
}
