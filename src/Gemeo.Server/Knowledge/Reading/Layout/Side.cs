namespace Gemeo.Knowledge.Reading.Layout;

/// <summary>The words on one side of a white strip: whether they are a column of running text.</summary>
sealed class Side
{
    const int LeastLines = 4;
    const float SameBaseline = 0.4f;

    readonly record struct Extent(float Baseline, float Left, float Right);

    readonly List<Extent> _lines = [];
    readonly float _size;
    float _filled;
    int _words;

    Side(float size) => _size = size;

    float From => _lines.Min(l => l.Left);

    float Width => _lines.Max(l => l.Right) - From;

    /// <summary>From one line to the next, in shares of the size.</summary>
    float Pitch => _lines.Count < 2 ? 0 : (_lines[^1].Baseline - _lines[0].Baseline) / (_lines.Count - 1) / _size;

    /// <summary>Several lines, close together, of several words each, most of which fill it.</summary>
    public bool IsText => _lines.Count >= LeastLines && _words >= 3 * _lines.Count && Pitch < 2.6f && Width is var width && width >= 8 * _size
        && _filled >= 0.45f * _lines.Count * width && _lines.Count(l => l.Right - l.Left > 0.7f * width) >= 0.5f * _lines.Count;

    public static (Side Left, Side Right) Of(List<Word> words, float x, float top, float bottom, float size)
    {
        var (left, right) = (new Side(size), new Side(size));
        foreach (var word in words.Where(w => (w.Top + w.Bottom) / 2 is var middle && middle >= top && middle <= bottom).OrderBy(w => w.Baseline))
            ((word.Left + word.Right) / 2 < x ? left : right).Add(word);
        return (left, right);
    }

    /// <summary>A table: its lines stand side by side, further apart than text is set.</summary>
    public static bool AreRows(Side left, Side right)
    {
        var shared = left._lines.Count(l => right._lines.Exists(r => Math.Abs(r.Baseline - l.Baseline) < 0.2f * left._size));
        return shared >= 0.8f * Math.Max(left._lines.Count, right._lines.Count) && left.Pitch > 1.65f;
    }

    void Add(Word word)
    {
        _words++;
        _filled += word.Width;
        if (_lines.Count == 0 || word.Baseline - _lines[^1].Baseline > SameBaseline * _size) _lines.Add(new(word.Baseline, word.Left, word.Right));
        else _lines[^1] = new(_lines[^1].Baseline, Math.Min(_lines[^1].Left, word.Left), Math.Max(_lines[^1].Right, word.Right));
    }
}
