using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Gemeo.Knowledge.Reading.Pdf;

namespace Gemeo.Knowledge.Reading.Layout;

/// <summary>Characters to words. First runs: what is drawn along one baseline. Then each run is cut at its spaces and wide gaps.</summary>
sealed class WordBuilder
{
    /// <summary>A gap between letters that makes two words, in shares of the size; TeX never draws a space.</summary>
    public const float WordGap = 0.1f;

    const float RunGap = 1.5f;
    const float Overlap = 0.6f;
    const float SameBaseline = 0.12f;
    const float ScriptSize = 0.85f;
    const float ScriptShift = 0.6f;
    const int ShortWord = 3;

    readonly List<Glyph> _run = [];
    readonly List<bool> _spaced = [];
    readonly List<float> _gaps = [];
    readonly StringBuilder _text = new();
    readonly List<Word> _words = [];
    bool _space;

    public static List<Word> Build(IReadOnlyList<Glyph> glyphs)
    {
        var builder = new WordBuilder();
        foreach (var glyph in glyphs) builder.Take(glyph);
        builder.EndRun();
        return builder._words;
    }

    void Take(in Glyph glyph)
    {
        if (glyph.Text.Length == 0 && _run.Count > 0)
        {
            // It is part of what replaced it: see ActualText.
            _run[^1] = _run[^1] with { Width = Math.Max(_run[^1].Width, glyph.Right - _run[^1].X) };
            return;
        }
        if (IsBlank(glyph.Text))
        {
            _space = true;
            return;
        }
        if (_run.Count > 0)
        {
            var last = _run[^1];
            if (Accents.Compose(last, glyph) is { } composed)
            {
                _run[^1] = composed;
                return;
            }
            if (!Continues(last, glyph) && !IsScript(last, glyph)) EndRun();
        }
        _run.Add(glyph);
        _spaced.Add(_space);
        _space = false;
    }

    bool Continues(in Glyph last, in Glyph next)
    {
        var size = Math.Min(last.Size, next.Size);
        var gap = next.X - last.Right;
        return last.Turn == next.Turn
            && Math.Abs(next.Y - _run[0].Y) <= SameBaseline * size
            && Math.Max(last.Size, next.Size) <= 1.4f * size
            && gap >= -Overlap * size && gap <= RunGap * size
            && next.X > last.X - 0.1f * size;
    }

    /// <summary>A small digit or letter above or below the line belongs to a short word (m², CO₂); at a long one it is a footnote's mark.</summary>
    bool IsScript(in Glyph last, in Glyph next)
    {
        var gap = next.X - last.Right;
        if (_space || last.Turn != next.Turn || gap < -0.1f * next.Size || gap > WordGap * next.Size || _run[0].Size < last.Size) return false;
        if (next.Size > ScriptSize * _run[0].Size || Math.Abs(next.Y - _run[0].Y) > ScriptShift * _run[0].Size) return false;
        return LettersOfLastWord() <= ShortWord;
    }

    int LettersOfLastWord()
    {
        var letters = 0;
        for (var i = _run.Count - 1; i >= 0 && letters <= ShortWord; i--)
        {
            if (char.IsLetter(_run[i].Text, 0)) letters++;
            if (_spaced[i] || i > 0 && _run[i].X - _run[i - 1].Right > WordGap * _run[i].Size) break;
        }
        return letters;
    }

    void EndRun()
    {
        var gap = Threshold();
        var start = 0;
        for (var i = 1; i <= _run.Count; i++)
        {
            if (i < _run.Count && !_spaced[i] && _run[i].X - _run[i - 1].Right <= gap * Math.Max(_run[i].Size, _run[i - 1].Size)) continue;
            AddWord(start, i, i < _run.Count ? _spaced[i] : _space);
            start = i;
        }
        _run.Clear();
        _spaced.Clear();
    }

    /// <summary>Letters set wide apart (a title) are still one word: what counts is how far a gap stands out of the run's usual ones.</summary>
    float Threshold()
    {
        if (_run.Count < 4) return WordGap;
        _gaps.Clear();
        var widest = 0f;
        for (var i = 1; i < _run.Count; i++)
        {
            var gap = (_run[i].X - _run[i - 1].Right) / _run[i].Size;
            widest = Math.Max(widest, gap);
            if (!_spaced[i] && IsWordly(_run[i]) && IsWordly(_run[i - 1])) _gaps.Add(gap);
        }
        if (widest <= WordGap || _gaps.Count == 0) return WordGap;
        CollectionsMarshal.AsSpan(_gaps).Sort();
        var usual = _gaps[_gaps.Count / 4];
        return usual <= WordGap / 2 ? WordGap : usual + WordGap * 1.5f;
    }

    void AddWord(int start, int end, bool spaceAfter)
    {
        if (start >= end) return;
        _text.Clear();
        for (var i = start; i < end; i++) _text.Append(_run[i].Text);
        var first = _run[start];
        var right = _run[end - 1].Right;
        var text = CleanText.Of(_text);
        if (text.Length > 0) _words.Add(new(text, first.X, right, first.Y, first.Size, first.Face, first.Turn, _spaced[start], spaceAfter));
    }

    static bool IsWordly(in Glyph glyph) => char.IsLetterOrDigit(glyph.Text, 0);

    static bool IsBlank(string text)
    {
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && (c == '\u00AD' || char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format))) return false;
        return true;
    }
}
