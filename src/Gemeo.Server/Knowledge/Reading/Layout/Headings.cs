using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Gemeo.Knowledge.Reading.Layout;

/// <summary>
/// Tells headings from text by the file's outline, by size, weight and numbering, and keeps the path of those that are open.
/// A heading closes those that weigh no more than itself.
/// </summary>
sealed partial class Headings(OutlineTitles outline)
{
    const int LongestHeading = 160;
    const int MostOpen = 6;

    readonly record struct Open(string Title, float Weight, int Depth, bool Listed);

    readonly List<Open> _open = [];
    readonly SizeCount _sizes = new();
    string? _label;

    public ImmutableArray<string> Path => [.. _open.Select(o => o.Title)];

    /// <summary>Learns which size the running text has.</summary>
    public void Learn(WordPage page)
    {
        foreach (var row in page.Rows)
            foreach (var word in row.Words) _sizes.Add(word.Size, word.Text.Length);
    }

    /// <summary>Whether the paragraph is a heading; then it is the innermost open one.</summary>
    public bool Take(Paragraph paragraph)
    {
        var label = _label;
        _label = null;
        var text = paragraph.Text;
        if (text.Length > LongestHeading || paragraph.Lines.Count > 3 || !text.Any(char.IsLetter)) return false;
        var depth = outline.DepthOf(text);
        if (depth is null && !LooksLikeOne(paragraph, text)) return false;
        if (label is not null && _open.Count > 0 && _open[^1].Title == label) _open.RemoveAt(_open.Count - 1);
        Push(new(label is null ? text : $"{label} {text}", Weight(paragraph, text), depth ?? Numbered(text), depth is not null));
        if (Label().IsMatch(text)) _label = text;
        return true;
    }

    bool LooksLikeOne(Paragraph paragraph, string text)
    {
        var line = paragraph.First;
        var ratio = line.Size / _sizes.Body;
        if (line.IsMono || EndsLikeText(text) || paragraph.Lines.Any(l => l.HasLeader || l.WidestGap() > 2.5f) || !char.IsLetterOrDigit(text[0])) return false;
        if (ratio >= 1.13f) return true;
        // Where the file says what its headings are, bold lines are table heads and words stressed.
        if (!outline.IsEmpty || ratio < 0.94f || paragraph.Lines.Count > 2 || paragraph.Above < 0.25f || char.IsLower(text[0])) return false;
        return line.IsBold && text.Length <= 100 || text.Length is >= 4 and <= 80 && IsUpper(text);
    }

    static bool EndsLikeText(string text) => text[^1] is '.' or ',' or ';' or ':' && !Number().IsMatch(text) || text.EndsWith('-');

    static bool IsUpper(string text) => text.Count(char.IsLetter) >= 4 && !text.Any(char.IsLower);

    static float Weight(Paragraph paragraph, string text) =>
        MathF.Round(paragraph.First.Size * 2) / 2 * 10 + (paragraph.First.IsBold ? 2 : 0) + (IsUpper(text) ? 1 : 0);

    /// <summary>"2.1 Title" has depth 2; 0 when nothing numbers it.</summary>
    static int Numbered(string text) =>
        Number().Match(text) is { Success: true } match ? match.Groups[1].Value.Count(c => c == '.') + 1 - (match.Groups[1].Value[^1] == '.' ? 1 : 0) : 0;

    void Push(Open heading)
    {
        while (_open.Count > 0 && Closes(heading, _open[^1])) _open.RemoveAt(_open.Count - 1);
        if (_open.Count < MostOpen) _open.Add(heading);
    }

    /// <summary>What the outline lists stands under what it lists, not under a title page's large letters.</summary>
    static bool Closes(Open heading, Open open) =>
        heading.Listed && !open.Listed
        || (heading.Depth > 0 && open.Depth > 0 ? heading.Depth <= open.Depth : heading.Weight >= open.Weight - 0.5f);

    /// <summary>"Chapter 1": its title is the heading that follows.</summary>
    [GeneratedRegex(@"^(chapter|capítulo|part|parte|appendix|apêndice|anexo|annex|unidade|unit)\s+([\dIVXLC]+|\p{Lu})\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(\d{1,3}(?:\.\d{1,3})*\.?)\s+\p{L}")]
    private static partial Regex Number();

    /// <summary>How many letters have which size.</summary>
    sealed class SizeCount
    {
        readonly Dictionary<int, int> _letters = [];
        (int Size, int Letters) _most;

        /// <summary>The size that most letters have.</summary>
        public float Body => _most.Size == 0 ? 10 : _most.Size / 4f;

        public void Add(float size, int letters)
        {
            var key = (int)MathF.Round(size * 4);
            var count = _letters[key] = _letters.GetValueOrDefault(key) + letters;
            if (count > _most.Letters) _most = (key, count);
        }
    }
}
