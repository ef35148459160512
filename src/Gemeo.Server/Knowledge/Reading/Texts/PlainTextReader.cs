using System.Text;

namespace Gemeo.Knowledge.Reading.Texts;

/// <summary>Paragraphs are what blank lines part; within one, lines that were wrapped are joined.</summary>
static class PlainTextReader
{
    /// <summary>A line shorter than this was ended on purpose.</summary>
    const int Wrapped = 55;

    public static IEnumerable<TextBlock> Read(string text)
    {
        var newPage = false;
        foreach (var page in text.Split('\f'))
        {
            foreach (var paragraph in Paragraphs(page))
            {
                yield return new(paragraph, NewPage: newPage);
                newPage = false;
            }
            newPage = true;
        }
    }

    static IEnumerable<string> Paragraphs(string page)
    {
        var paragraph = new StringBuilder();
        var last = 0;
        foreach (var raw in page.Split('\n'))
        {
            var line = raw.TrimEnd();
            if (line.Length == 0 || paragraph.Length > 0 && Begins(line, last))
            {
                if (paragraph.Length > 0) yield return paragraph.ToString();
                paragraph.Clear();
            }
            if (line.Length == 0) continue;
            paragraph.Append(paragraph.Length > 0 ? " " : "").Append(line.Trim());
            last = line.Length;
        }
        if (paragraph.Length > 0) yield return paragraph.ToString();
    }

    static bool Begins(string line, int last) => last < Wrapped || char.IsWhiteSpace(line[0]) || line[0] is '-' or '*' or '•';
}
