using System.Globalization;
using System.Text;

namespace Gemeo.Tests.Knowledge.Reading;

/// <summary>Sets text as a printer would: lines filled to a width, columns, pages. Widths are those of Helvetica.</summary>
sealed class TypesetPdf(int columns = 1, double size = 10)
{
    const double Left = 60, Right = 535, Top = 780, Bottom = 70, Gutter = 18;

    static readonly int[] _widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    readonly List<StringBuilder> _pages = [new()];
    double _start = Top;
    double _y = Top;
    int _column;

    double Width => (Right - Left - (columns - 1) * Gutter) / columns;

    public static byte[] Of(IEnumerable<(string? Heading, string Text)> sections, int columns = 1)
    {
        var pdf = new TypesetPdf(columns);
        foreach (var (heading, text) in sections)
        {
            if (heading is not null) pdf.Heading(heading);
            pdf.Paragraph(text);
        }
        return pdf.Bytes();
    }

    /// <summary>Across all columns.</summary>
    public TypesetPdf Title(string text)
    {
        Draw(text, Left, _y, size * 1.8, bold: true);
        _start = _y -= size * 3;
        return this;
    }

    public TypesetPdf Heading(string text)
    {
        _y -= size * 0.8;
        foreach (var line in Wrap(text, size * 1.25)) Line(line, size * 1.25, bold: true);
        _y -= size * 0.4;
        return this;
    }

    public TypesetPdf Paragraph(string text)
    {
        foreach (var line in Wrap(text, size)) Line(line, size, bold: false);
        _y -= size * 0.7;
        return this;
    }

    public RawPdf Raw() => RawPdf.Pages([.. _pages.Select(p => p.ToString())]);

    public byte[] Bytes() => Raw().Bytes();

    void Line(string text, double lineSize, bool bold)
    {
        if (_y < Bottom) NextColumn();
        Draw(text, Left + _column * (Width + Gutter), _y, lineSize, bold);
        _y -= lineSize * 1.25;
    }

    void NextColumn()
    {
        if (++_column == columns)
        {
            _pages.Add(new());
            (_column, _start) = (0, Top);
        }
        _y = _start;
    }

    void Draw(string text, double x, double y, double lineSize, bool bold) => _pages[^1].Append(RawPdf.Line(text, x, y, lineSize, bold));

    IEnumerable<string> Wrap(string text, double lineSize)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && Measure(line + " " + word) * lineSize > Width)
            {
                yield return line.ToString();
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }
        if (line.Length > 0) yield return line.ToString();
    }

    static double Measure(string text) => text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        .Sum(c => c - 32 is >= 0 and < 95 and var at ? _widths[at] : 556) / 1000.0;
}
